import type { Form, Quote } from '../../domain/concept.ts'
import { sayLength, sayTalkTime } from '../../domain/day-words.ts'
import { type Language, words } from '../../words/words.ts'
import type { Line, Part } from './draft.ts'
import { type Letter, letter, say } from './letter.tsx'
import { placeAlone, timeAndPlace } from './talk-time.ts'

export type InvitationLetter = {
  readonly language: Language
  /** The invited as they are greeted: »Anne«. */
  readonly reader: string
  /** Who invites, with the full name (S3-09). */
  readonly host: string
  readonly house: string
  /** The concept's own letter: the welcome, the purpose and the topics (S3-02, S3-04). */
  readonly form: Pick<Form, 'label' | 'letter'>
  readonly minutes: number
  /** Agreed: a calendar file goes along. Offered: the reader picks one of these, or none fits yet. */
  readonly time: { readonly agreed: Date } | { readonly offered: readonly Date[] }
  readonly place?: string | undefined
  /** The invitation's page. */
  readonly link: string
}

const SHOWN_TIMES = 5

/** The letter that invites to a talk. The host's personal line stands on the page alone: mails carry no free text. */
export function invitationLetter(invitation: InvitationLetter): Letter {
  const { language, reader, host, house, form, minutes } = invitation
  const t = texts[language]
  const quoted = quotedIn(language)
  const { title, lead, opening, topicsHead, topics, otherTopics, greeting, signedAs } = form.letter
  return letter({
    language,
    house,
    subject: t.subject(form.label.short),
    greeting: t.greeting(reader),
    parts: [
      { lead: quoted(title) },
      ...[lead, ...opening].map(text => ({ say: quoted(text) })),
      ...(topicsHead ? [{ say: quoted(topicsHead) }, { list: topics.map(quoted) }] : []),
      ...(otherTopics ? [say(otherTopics[language])] : []),
      say(t.length(sayLength(minutes, language))),
      say(t.whoSees),
      { closing: quoted(greeting), name: host, title: quoted(signedAs) },
      { rule: true },
      ...whatToDo(invitation),
    ],
  })
}

function whatToDo({ language, minutes, time, place, link }: InvitationLetter): readonly Part[] {
  const t = texts[language]
  if ('agreed' in time) {
    const agreed = timeAndPlace({ startsAt: time.agreed, minutes, place }, language)
    return [agreed, say(t.file), { link: t.open, to: link }]
  }
  const shown = time.offered
    .slice(0, SHOWN_TIMES)
    .map(startsAt => ({ text: sayTalkTime(startsAt, minutes, language) }))
  return [
    ...(shown.length > 0 ? [say(t.times), { list: shown }] : []),
    say(shown.length === 0 ? t.noTimes : shown.length < time.offered.length ? t.moreTimes : t.otherTime),
    placeAlone(place, language),
    { link: t.pick, to: link },
  ]
}

/** The concept's words in the reader's language, where it has them; otherwise in its own Danish, marked as such. */
function quotedIn(language: Language) {
  return ({ da, en }: Quote): Line => {
    if (language === 'da') return { text: da }
    return en ? { text: en } : { text: da, lang: 'da' }
  }
}

const texts = words({
  da: {
    subject: (label: string) => `Du er inviteret til ${label}`,
    greeting: (reader: string) => `Kære ${reader}`,
    length: (length: string) =>
      `Vi sætter ${length} af. Du forbereder dig i arbejdstiden. 20\u00A0minutter er nok, og du behøver ikke skrive noget.`,
    whoSees: 'Det, du skriver, er dit, indtil du deler det. HR ser kun, om samtalen er holdt.',
    file: 'Tiden følger med som en kalenderfil. Passer den ikke, så foreslå en anden tid på siden.',
    times: 'Du kan vælge mellem disse tider:',
    moreTimes: 'Der er flere tider på siden. Passer ingen af dem, så foreslå en anden.',
    otherTime: 'Passer ingen af tiderne, så foreslå en anden på siden.',
    noTimes: 'Der er ingen tider endnu. Foreslå selv en på siden.',
    pick: 'Vælg en tid, der passer dig',
    open: 'Åbn invitationen',
  },
  en: {
    subject: label => `You are invited to your ${label}`,
    greeting: reader => `Dear ${reader}`,
    length: length =>
      `We set aside ${length}. You prepare in working hours. 20\u00A0minutes will do, and you need not write anything.`,
    whoSees: 'What you write is yours until you share it. HR sees only whether the talk was held.',
    file: 'The time comes along as a calendar file. If it does not suit you, suggest another on the page.',
    times: 'You can pick one of these times:',
    moreTimes: 'There are more times on the page. If none of them suits you, suggest another.',
    otherTime: 'If none of the times suits you, suggest another on the page.',
    noTimes: 'There are no times yet. Suggest one on the page.',
    pick: 'Pick a time that suits you',
    open: 'Open the invitation',
  },
})
