import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { WeekLine } from '../../src/domain/mail-schedule.ts'
import { readConcept } from '../../src/outside/concept-file.ts'
import { addressChangedLetter } from '../../src/outside/letters/address-changed-letter.ts'
import { codeLetter } from '../../src/outside/letters/code-letter.ts'
import { dayBeforeLetter } from '../../src/outside/letters/day-before-letter.ts'
import { declinedLetter } from '../../src/outside/letters/declined-letter.ts'
import { deletionLetter } from '../../src/outside/letters/deletion-letter.ts'
import { gentleLetter } from '../../src/outside/letters/gentle-letter.ts'
import { type InvitationLetter, invitationLetter } from '../../src/outside/letters/invitation-letter.ts'
import type { Letter } from '../../src/outside/letters/letter.tsx'
import { planReadyLetter } from '../../src/outside/letters/plan-ready-letter.ts'
import { sharedLetter } from '../../src/outside/letters/shared-letter.ts'
import { threeDaysLetter } from '../../src/outside/letters/three-days-letter.ts'
import { timeAgreedLetter } from '../../src/outside/letters/time-agreed-letter.ts'
import { timeCancelledLetter } from '../../src/outside/letters/time-cancelled-letter.ts'
import { timeMovedLetter } from '../../src/outside/letters/time-moved-letter.ts'
import { timesProposedLetter } from '../../src/outside/letters/times-proposed-letter.ts'
import { timesRefusedLetter } from '../../src/outside/letters/times-refused-letter.ts'
import { timesWantedLetter } from '../../src/outside/letters/times-wanted-letter.ts'
import { toSignLetter } from '../../src/outside/letters/to-sign-letter.ts'
import { weeklyDigestLetter } from '../../src/outside/letters/weekly-digest-letter.ts'
import type { Language } from '../../src/words/words.ts'

const languages = ['da', 'en'] as const
const link = 'https://medspil.example/samtaler/7'
const offered = ['14T07:30', '14T11:00', '16T07:30', '20T07:30', '20T12:30', '21T07:30'].map(at =>
  utc(`2026-04-${at}`),
)

const form = lusForm()
const common = (language: Language) => ({
  language,
  reader: 'Anne',
  other: 'Henrik',
  house: 'Ringkøbing-Skjern Kommune',
  link,
})
const invited = (language: Language): InvitationLetter => ({
  ...common(language),
  host: 'Henrik Toft Østergård',
  form,
  minutes: 75,
  time: { offered },
})

function lettersIn(language: Language): Readonly<Record<string, Letter>> {
  const data = common(language)
  const talk = { startsAt: utc('2026-04-14T11:00'), minutes: 75, place: 'Mødelokalet på 1. sal' }
  const change = {
    newAddress: 'anne.larsen@eksempel.dk',
    changedBy: 'Jonas Holm',
    worksFrom: utc('2026-04-17T08:42'),
  }
  return {
    code: codeLetter({ language, code: '482913' }),
    'invitation with times': invitationLetter(invited(language)),
    'invitation without times': invitationLetter({ ...invited(language), time: { offered: [] } }),
    'invitation with an agreed time': invitationLetter({
      ...invited(language),
      time: { agreed: talk.startsAt },
    }),
    'time agreed': timeAgreedLetter({ ...data, ...talk }),
    'time moved': timeMovedLetter({ ...data, ...talk, wasAt: utc('2026-04-10T11:00') }),
    postponed: timeCancelledLetter({
      ...data,
      wasAt: talk.startsAt,
      outcome: { postponed: { until: '2026-05-14' } },
    }),
    'called off': timeCancelledLetter({ ...data, outcome: { calledOff: { notesDeletedOn: '2026-05-02' } } }),
    'three days before, with nothing done': threeDaysLetter({ ...data, ...talk, themes: true, standing }),
    'three days before, without themes': threeDaysLetter({ ...data, ...talk, themes: false, standing }),
    'three days before, begun': threeDaysLetter({
      ...{ ...data, ...talk, themes: true },
      standing: { ...standing, begun: true, themesSent: true, otherThemesSent: true },
    }),
    'three days before, with all done': threeDaysLetter({
      ...{ ...data, ...talk, themes: true },
      standing: { begun: true, shared: true, otherShared: true, themesSent: true, otherThemesSent: true },
    }),
    'no time yet': gentleLetter({ ...data, about: 'time-missing' }),
    'no time yet, to the host': gentleLetter({ ...data, about: 'time-missing-host' }),
    'themes soon': gentleLetter({ ...data, about: 'themes-soon' }),
    'the day before': dayBeforeLetter({ ...data, ...talk }),
    'the week': weeklyDigestLetter({ ...data, lines: week(talk.startsAt) }),
    'a week without talks': weeklyDigestLetter({ ...data, lines: week(talk.startsAt).slice(2) }),
    'times wanted': timesWantedLetter(data),
    'something is deleted soon': deletionLetter({
      ...data,
      texts: [
        { layer: 'own', on: '2026-05-14' },
        { layer: 'plan', on: '2026-05-16' },
      ],
    }),
    'times proposed': timesProposedLetter({ ...data, proposed: offered.slice(0, 3), minutes: 75 }),
    'times proposed beside an agreed one': timesProposedLetter({
      ...data,
      proposed: offered.slice(0, 1),
      minutes: 75,
      agreed: talk.startsAt,
    }),
    'times refused': timesRefusedLetter({ ...data, isAgreed: false }),
    'times refused, one agreed': timesRefusedLetter({ ...data, isAgreed: true }),
    declined: declinedLetter({ ...data, outcome: 'declined' }),
    'taken up': declinedLetter({ ...data, outcome: 'taken-up' }),
    shared: sharedLetter(data),
    'to sign': toSignLetter({ ...data, closing: 'sign' }),
    'to confirm': toSignLetter({ ...data, closing: 'confirm' }),
    'plan ready': planReadyLetter({ ...data, planDeletedOn: '2029-05-02', recordDeletedOn: '2028-05-02' }),
    'to the old address': addressChangedLetter({ ...data, ...change, sentTo: 'old' }),
    'to the new address': addressChangedLetter({ ...data, ...change, sentTo: 'new' }),
  }
}

const standing = {
  begun: false,
  shared: false,
  otherShared: false,
  themesSent: false,
  otherThemesSent: false,
}

const week = (startsAt: Date): WeekLine[] =>
  (['coming', 'coming', 'times-wanted', 'to-close', 'to-sign', 'closed'] as const).map((about, at) => ({
    other: ['Lone Bach Holm', 'Karim Aydin', 'Birthe Sand', 'Ole Ibsen', 'Sara Ærø', 'Jens-Ole Ø'][at] ?? '',
    about,
    startsAt,
    minutes: 75,
  }))

const all = languages.flatMap(language =>
  Object.entries(lettersIn(language)).map(([name, letter]) => ({ name, language, ...letter })),
)
const danish = all.filter(({ language }) => language === 'da')

describe('the invitation', () => {
  test('S3-02 welcomes in the concept’s own words', () => {
    const { text, subject } = invitationLetter(invited('da'))
    expect(subject).toBe('Du er inviteret til LUS')
    expect(text).toMatch(
      /^Kære Anne\n\nVelkommen til leder udviklingssamtale \(LUS\)\n\nDu er hermed inviteret til LUS\./,
    )
  })

  test('S3-04 lists the eight topics in order, and one line names the rest', () => {
    const { text } = invitationLetter(invited('da'))
    const topics = form.letter.topics.map(topic => topic.da)
    expect(topics).toHaveLength(8)
    expect(text).toContain(
      `${topics.map(topic => `- ${topic}`).join('\n')}\n\n${form.letter.otherTopics?.da}`,
    )
    expect(form.letter.otherTopics?.da).toContain('løn')
  })

  test('S3-09 is signed with the real name', () => {
    expect(invitationLetter(invited('da')).text).toContain(
      'Venlig hilsen\nHenrik Toft Østergård\nDin leder\n',
    )
    expect(invitationLetter(invited('en')).text).toContain(
      'Kind regards\nHenrik Toft Østergård\nYour leader\n',
    )
  })

  test('S3-10 says how long, in words', () => {
    expect(invitationLetter(invited('da')).text).toContain('Vi sætter fem kvarter af.')
    expect(invitationLetter({ ...invited('da'), minutes: 60 }).text).toContain('Vi sætter en time af.')
    expect(invitationLetter({ ...invited('da'), minutes: 90 }).text).toContain('Vi sætter halvanden time af.')
    expect(invitationLetter({ ...invited('da'), minutes: 50 }).text).toContain('Vi sætter 50 minutter af.')
  })

  test('offers the first times and says that there are more', () => {
    const { text } = invitationLetter(invited('da'))
    expect(plain(text)).toContain(
      '- tirsdag den 14. april kl. 9.30–10.45\n- tirsdag den 14. april kl. 13.00–14.15\n',
    )
    expect(text.match(/^- \p{Ll}+dag den /gmu)).toHaveLength(5)
    expect(text).toContain('Der er flere tider på siden.')
    const few = invitationLetter({ ...invited('da'), time: { offered: offered.slice(0, 2) } }).text
    expect(few).not.toContain('flere tider')
  })

  test('names the agreed time and place, or that the place comes later', () => {
    const agreed = { ...invited('da'), time: { agreed: utc('2026-04-14T11:00') } }
    expect(plain(invitationLetter({ ...agreed, place: 'Gåtur fra porten' }).text)).toContain(
      'Tid: tirsdag den 14. april kl. 13.00–14.15\nSted: Gåtur fra porten',
    )
    expect(invitationLetter(agreed).text).toContain('Sted: Aftaler vi senere')
  })

  test('keeps the concept’s Danish, marked as such, where it has no English', () => {
    const letter = { ...form.letter, lead: { da: 'Du er hermed inviteret til LUS.' } }
    const { html } = invitationLetter({ ...invited('en'), form: { ...form, letter } })
    expect(html).toMatch(/<p lang="da"[^>]*>Du er hermed inviteret til LUS\.<\/p>/)
    expect(html).toContain('Welcome to your leader development talk')
  })
})

describe('the code', () => {
  test('stands in the body alone, after two sentences, so that a locked phone does not show it', () => {
    for (const language of languages) {
      const { subject, text } = codeLetter({ language, code: '482913' })
      expect(subject).not.toMatch(/\d/)
      expect(text.indexOf('482913')).toBeGreaterThan(100)
    }
    expect(codeLetter({ language: 'da', code: '482913' }).subject).toBe('Din kode til Medspil')
  })
})

describe('a changed address', () => {
  test('is shown to the old one only in part', () => {
    const { text, html } = lettersIn('da')['to the old address'] ?? { text: '', html: '' }
    expect(text).toContain('a…@eksempel.dk')
    expect(text + html).not.toContain('anne.larsen')
  })
})

describe.each(all)('$language: $name', ({ language, subject, text, html }) => {
  test('says the same as text and as HTML', () => {
    const words = (said: string) => plain(said).match(/[\p{L}\p{N}]+/gu) ?? []
    const body = html
      .replace(/<head>.*<\/head>/s, '')
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&amp;', '&')
    expect(words(body)).toEqual(words(text))
    expect(html).toContain(`<html lang="${language}">`)
    expect(plain(html)).toContain(`<title>${plain(subject)}</title>`)
  })

  test('fetches nothing and carries no script', () => {
    expect(html).not.toMatch(/<(img|script|link|iframe|form|object|video)|url\(|@import|javascript:/i)
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(found => found[1])
    expect(new Set(addresses)).toEqual(new Set(text.includes(link) ? [link] : []))
  })

  test('raises no voice and leaves nothing unfilled', () => {
    for (const said of [subject, text, html]) {
      expect(said.replace('<!doctype', '').replaceAll('!important', '')).not.toMatch(
        /!|undefined|NaN|\[object/,
      )
    }
    expect(subject).not.toContain('\u00A0')
    expect(subject.length).toBeLessThan(70)
  })
})

describe.each(danish)('da: $name', ({ text }) => {
  test('reads easily: no sentence above twenty words, and a low LIX', () => {
    const sentences = sentencesOf(text)
    expect(Math.max(...sentences.map(sentence => sentence.length))).toBeLessThanOrEqual(20)
    expect(lix(sentences)).toBeLessThanOrEqual(30)
  })

  test('writes dates and times as Danes do, and never breaks them', () => {
    for (const [, before] of text.matchAll(/(\S+\s)\d{1,2}\.\d{2}\b/g)) expect(before).toBe('kl.\u00A0')
    for (const [, day] of text.matchAll(/(\d{1,2}\.?\s)(?:april|maj)/g)) expect(day).toMatch(/^\d+\.\u00A0$/)
    expect(text).not.toMatch(/\d:\d\d|\d\/\d|\d{4}-\d\d-\d\d(?!-)/)
  })
})

describe('names', () => {
  test('are text, whatever they look like', () => {
    const other = '<b onclick="x">Bo</b> & "Co"'
    const { html, text } = sharedLetter({ ...common('da'), other })
    expect(html).not.toContain('<b ')
    expect(html).toContain('&lt;b onclick')
    expect(text).toContain(other)
  })
})

function utc(moment: string): Date {
  return new Date(`${moment}:00Z`)
}

function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ')
}

function lusForm() {
  const file = 'concepts/ringkoebing-skjern-lus-2019.yaml'
  const read = readConcept(readFileSync(file, 'utf8'), file)
  if (!('concept' in read) || !read.concept.kinds.lus) throw new Error(`${file} holds no LUS`)
  return read.concept.kinds.lus
}

/** The sentences as rows of words. A line ends a sentence; a date's or a time's own dots do not, as their space holds. */
function sentencesOf(text: string): readonly (readonly string[])[] {
  return text
    .replaceAll(link, '')
    .split(/[.?:](?=[ \n])|\n/)
    .map(sentence => sentence.match(/[\p{L}\p{N}]+(?:[.–-][\p{L}\p{N}]+)*/gu) ?? [])
    .filter(words => words.length > 0)
}

/** Words a sentence, plus the percentage of words longer than six letters. */
function lix(sentences: readonly (readonly string[])[]): number {
  const words = sentences.flat()
  return words.length / sentences.length + (100 * words.filter(word => word.length > 6).length) / words.length
}
