import { readFileSync } from 'node:fs'
import type { FollowUpMail } from '../../src/db/tables.ts'
import type { Form } from '../../src/domain/concept.ts'
import type { WeekLine } from '../../src/domain/mail-schedule.ts'
import { readConcept } from '../../src/outside/concept-file.ts'
import { addressChangedLetter } from '../../src/outside/letters/address-changed-letter.ts'
import { addressKeptLetter } from '../../src/outside/letters/address-kept-letter.ts'
import { addressMovedLetter } from '../../src/outside/letters/address-moved-letter.ts'
import { codeLetter } from '../../src/outside/letters/code-letter.ts'
import { dayBeforeLetter } from '../../src/outside/letters/day-before-letter.ts'
import { declinedLetter } from '../../src/outside/letters/declined-letter.ts'
import { deletionLetter } from '../../src/outside/letters/deletion-letter.ts'
import { followUpLetter } from '../../src/outside/letters/follow-up-letter.ts'
import { gentleLetter } from '../../src/outside/letters/gentle-letter.ts'
import { type InvitationLetter, invitationLetter } from '../../src/outside/letters/invitation-letter.ts'
import type { Letter } from '../../src/outside/letters/letter.tsx'
import { nextTalkLetter } from '../../src/outside/letters/next-talk-letter.ts'
import { placeSetLetter } from '../../src/outside/letters/place-set-letter.ts'
import { planReadyLetter } from '../../src/outside/letters/plan-ready-letter.ts'
import { sharedLetter } from '../../src/outside/letters/shared-letter.ts'
import { sharedMailboxLetter } from '../../src/outside/letters/shared-mailbox-letter.ts'
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

// Every letter the product sends, in each of its ways, as it is sent. A new one is added here; a test looks for it.

export const link = 'https://medspil.example/samtaler/7'
export const offered = ['14T07:30', '14T11:00', '16T07:30', '20T07:30', '20T12:30', '21T07:30'].map(at =>
  utc(`2026-04-${at}`),
)

/** The LUS of Ringkøbing-Skjern: the one concept with numbers and signatures. */
export const form = formIn('ringkoebing-skjern-lus-2019', 'lus')
const gentofte = (kind: 'mus' | 'lus') => formIn('gentofte-boernevenner-2016', kind)
/** What a letter quotes from the two sources: theirs to write, and shown as they wrote it. */
export const quoted = [form, gentofte('mus'), gentofte('lus')].flatMap(({ letter }) =>
  letter.opening.map(({ da }) => da),
)
export const common = (language: Language) => ({
  language,
  reader: 'Anne',
  other: 'Henrik',
  house: 'Ringkøbing-Skjern Kommune',
  link,
})
export const invited = (language: Language): InvitationLetter => ({
  ...common(language),
  host: 'Henrik Toft Østergård',
  form,
  minutes: 75,
  time: { offered },
})

/** By what each is about. */
export function lettersIn(language: Language): Readonly<Record<string, Letter>> {
  const data = common(language)
  const talk = { startsAt: utc('2026-04-14T11:00'), minutes: 75, place: 'Mødelokalet på 1. sal' }
  const change = {
    newAddress: 'anne.larsen@eksempel.dk',
    first: false,
    changedBy: 'Jonas Holm',
    worksFrom: utc('2026-04-17T08:42'),
  }
  return {
    code: codeLetter({ language, code: '482913' }),
    'invitation with times': invitationLetter(invited(language)),
    'invitation to a MUS': invitationLetter({ ...invited(language), form: gentofte('mus') }),
    'invitation to a LUS with the board’s chair': invitationLetter({
      ...invited(language),
      form: gentofte('lus'),
    }),
    'invitation without times': invitationLetter({ ...invited(language), time: { offered: [] } }),
    'invitation with an agreed time': invitationLetter({
      ...invited(language),
      time: { agreed: talk.startsAt },
    }),
    'time agreed': timeAgreedLetter({ ...data, ...talk }),
    'time moved': timeMovedLetter({ ...data, ...talk, wasAt: utc('2026-04-10T11:00') }),
    postponed: timeCancelledLetter({
      ...data,
      minutes: 75,
      wasAt: talk.startsAt,
      outcome: { postponed: { until: '2026-05-14', proposed: [] } },
    }),
    'postponed, with a new time': timeCancelledLetter({
      ...data,
      minutes: 75,
      wasAt: talk.startsAt,
      outcome: { postponed: { until: '2026-05-14', proposed: [utc('2026-04-21T08:00')] } },
    }),
    'called off': timeCancelledLetter({
      ...data,
      minutes: 75,
      outcome: { calledOff: { notesDeletedOn: '2026-05-02' } },
    }),
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
    'times wanted': timesWantedLetter({ ...data, isAgreed: false }),
    'another time wanted': timesWantedLetter({ ...data, isAgreed: true }),
    'the place is set': placeSetLetter({ ...data, ...talk }),
    'the place is set before the time': placeSetLetter({ ...data, ...talk, startsAt: undefined }),
    'they meet again, told to the other': nextTalkLetter({ ...data, ...talk, mine: false }),
    'they meet again, told to who set it': nextTalkLetter({ ...data, ...talk, mine: true }),
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
    ...followUps(language, talk.startsAt),
    'no code, as several share the mailbox': sharedMailboxLetter({ language }),
    'to the old address': addressChangedLetter({ ...data, ...change, sentTo: 'old' }),
    'to the new address': addressChangedLetter({ ...data, ...change, sentTo: 'new' }),
    'to a first address': addressChangedLetter({ ...data, ...change, sentTo: 'new', first: true }),
    'the address is kept': addressKeptLetter(data),
    'no code, as the address is another now': addressMovedLetter({
      language,
      newAddress: change.newAddress,
      since: '2026-04-17',
    }),
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

const followUpKinds: readonly FollowUpMail[] = [
  ...(['follow-up-asked', 'follow-up-times', 'follow-up-agreed', 'follow-up-off'] as const),
  ...(['follow-up-nudge', 'follow-up-soon', 'follow-up-late'] as const),
]

const followUps = (language: Language, startsAt: Date) =>
  Object.fromEntries(
    followUpKinds.flatMap(kind =>
      [true, false].map(isAsker => [
        `${kind} to ${isAsker ? 'whoever asked' : 'the host'}`,
        followUpLetter({ ...common(language), ...ofFollowUp(startsAt), kind, isAsker }),
      ]),
    ),
  )

const ofFollowUp = (startsAt: Date) => ({
  dueOn: '2026-09-22',
  startsAt,
  wasAt: startsAt,
  isWithdrawn: false,
})

export function utc(moment: string): Date {
  return new Date(`${moment}:00Z`)
}

function formIn(concept: string, kind: 'mus' | 'lus'): Form {
  const file = `concepts/${concept}.yaml`
  const read = readConcept(readFileSync(file, 'utf8'), file)
  const form = 'concept' in read ? read.concept.kinds[kind] : undefined
  if (!form) throw new Error(`${file} holds no ${kind}`)
  return form
}
