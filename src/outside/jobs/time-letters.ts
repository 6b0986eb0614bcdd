import type { TalkMailKind } from '../../db/tables.ts'
import { type Conversation, isToAnswerTimes, meIn } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { deletionDates } from '../../domain/retention.ts'
import { urls } from '../../urls.ts'
import type { Language } from '../../words/words.ts'
import { declinedLetter } from '../letters/declined-letter.ts'
import type { Letter } from '../letters/letter.tsx'
import { nextTalkLetter } from '../letters/next-talk-letter.ts'
import { placeSetLetter } from '../letters/place-set-letter.ts'
import { timeAgreedLetter } from '../letters/time-agreed-letter.ts'
import { timeCancelledLetter } from '../letters/time-cancelled-letter.ts'
import { timeMovedLetter } from '../letters/time-moved-letter.ts'
import { timesProposedLetter } from '../letters/times-proposed-letter.ts'
import { timesRefusedLetter } from '../letters/times-refused-letter.ts'

type About = {
  language: Language
  reader: string
  other: string
  house: string
  minutes: number
  place: string | undefined
  talk: Conversation
  link(path: string): string
  proposed: readonly Date[]
  now: Date
}

/** The letters about a talk's time, each written when it is asked for. */
export function timeLetters({ talk, link, proposed, now, ...about }: About) {
  const { id } = talk
  const page = link(urls.conversation({ id }))
  const answer = link(talk.status === 'invited' ? urls.invitation({ id }) : urls.newTime({ id }))
  const startsAt = talk.startsAt ?? now
  const wasAt = talk.wasAt ?? undefined
  const today = localDateOf(talk.cancelledAt ?? now)
  const calledOff = { notesDeletedOn: talk.deletesOn.own ?? deletionDates(today, talk.periods).own }
  const postponed = { until: talk.postponedUntil ?? today }
  const agreed = talk.startsAt ?? undefined
  return {
    'times-proposed': () => timesProposedLetter({ ...about, link: answer, proposed, agreed }),
    'times-refused': () => timesRefusedLetter({ ...about, link: answer, isAgreed: talk.status === 'agreed' }),
    'time-agreed': () => timeAgreedLetter({ ...about, startsAt, link: page }),
    'time-found': () => timeAgreedLetter({ ...about, startsAt, link: page }),
    'meets-again': () =>
      nextTalkLetter({ ...about, startsAt, mine: talk.timeSetBy === meIn(talk).id, link: page }),
    'place-set': () => placeSetLetter({ ...about, startsAt: agreed, link: page }),
    'time-moved': () => timeMovedLetter({ ...about, startsAt, wasAt: wasAt ?? startsAt, link: page }),
    postponed: () =>
      timeCancelledLetter({
        ...about,
        wasAt,
        link: link(urls.newTime({ id })),
        outcome: { postponed: { ...postponed, proposed: isToAnswerTimes(talk) ? proposed : [] } },
      }),
    declined: () => declinedLetter({ ...about, link: page, outcome: 'declined' }),
    'taken-up': () => declinedLetter({ ...about, link: page, outcome: 'taken-up' }),
    'called-off': () => timeCancelledLetter({ ...about, wasAt, link: page, outcome: { calledOff } }),
  } satisfies Partial<Record<TalkMailKind, () => Letter>>
}
