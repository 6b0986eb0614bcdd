import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { codeLetter } from '../../src/outside/letters/code-letter.ts'
import { invitationLetter } from '../../src/outside/letters/invitation-letter.ts'
import { sharedLetter } from '../../src/outside/letters/shared-letter.ts'
import { common, form, invited, lettersIn, link, offered, quoted, utc } from './every-letter.ts'
import { lixOf, longestIn } from './plain.ts'

const languages = ['da', 'en'] as const
const all = languages.flatMap(language =>
  Object.entries(lettersIn(language)).map(([name, letter]) => ({ name, language, ...letter })),
)
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

  test('S3-10 says how long, as the host chose it', () => {
    expect(invitationLetter(invited('da')).text).toMatch(/Vi sætter 75\sminutter af\./)
    expect(invitationLetter({ ...invited('da'), minutes: 60 }).text).toContain('Vi sætter 60 minutter af.')
    expect(invitationLetter({ ...invited('da'), minutes: 90 }).text).toContain('Vi sætter 90 minutter af.')
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

// Of English »suggest« and the days of the week are long words, and they are fixed terms.
const limits = { da: 30, en: 40 }

describe.each(all)('M16 $language: $name', ({ language, text }) => {
  test('reads easily: no sentence above twenty words, and a low LIX', () => {
    const ours = quoted.reduce((rest, quote) => rest.replace(quote, ''), text)
    expect(longestIn(ours)).toBeLessThanOrEqual(20)
    expect(lixOf(ours)).toBeLessThanOrEqual(limits[language])
  })
})

describe.each(all.filter(({ language }) => language === 'da'))('M24 da: $name', ({ text }) => {
  test('writes dates and times as Danes do, and never breaks them', () => {
    for (const [, before] of text.matchAll(/(\S+\s)\d{1,2}\.\d{2}\b/g)) expect(before).toBe('kl.\u00A0')
    for (const [, day] of text.matchAll(/(\d{1,2}\.?\s)(?:april|maj)/g)) expect(day).toMatch(/^\d+\.\u00A0$/)
    expect(text).not.toMatch(/\d:\d\d|\d\/\d|\d{4}-\d\d-\d\d(?!-)/)
  })
})

test('every letter there is, is read here', () => {
  const read = readFileSync(join(import.meta.dirname, 'every-letter.ts'), 'utf8')
  const files = readdirSync('src/outside/letters').filter(name => name.endsWith('-letter.ts'))
  expect(files.length).toBeGreaterThan(15)
  expect(files.filter(name => !read.includes(`/${name}'`))).toEqual([])
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

function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ')
}
