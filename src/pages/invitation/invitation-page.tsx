import { firstName, isInviting } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDate } from '../../domain/day-words.ts'
import { mayDecline } from '../../domain/rearranging.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DateList } from '../../ui/dates.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Letter, LetterAndAnswer } from '../../ui/letter.tsx'
import { Link, LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { urls } from '../../urls.ts'
import { invitation } from '../../words/invitation.ts'
import { newTime } from '../../words/new-time.ts'
import { shell } from '../../words/shell.ts'
import { HeldLetter } from '../held-letter.tsx'
import { proposedTimes } from '../new-time/proposed-answer.tsx'
import { Purpose } from '../purpose.tsx'
import { inWords } from '../quote.ts'
import { StepPage } from '../shell.tsx'
import { listOf } from '../step-link.ts'
import { whenRow } from '../when.ts'
import { HostAnswer } from './host-answer.tsx'
import type { InvitationShown } from './invitation-shown.ts'
import { letterBody } from './letter-body.ts'
import { TimeAnswer } from './time-answer.tsx'

/** Screen 8: the letter on white, and under it what to do. The host reads the same letter, and sees who has answered. */
export function InvitationPage(props: InvitationShown & { held?: boolean }) {
  const { frame, talk, errors = [] } = props
  const t = invitation[frame.language]
  const hosting = talk.role === 'host'
  const words = shell[frame.language]
  return (
    <StepPage
      frame={frame}
      talk={talk}
      title={t.tab}
      script="invitation.js"
      width="wide"
      back={listOf(talk, frame.language)}
    >
      <ErrorSummary title={words.errorTitle} errors={errors} />
      {isWaiting(props) && <Sent {...props} />}
      {isWaiting(props) && props.held && <Held {...props} />}
      <LetterAndAnswer letter={<TheLetter {...props} />}>
        {props.held && !isWaiting(props) && props.theirs.length === 0 && <Held {...props} />}
        {talk.startsAt ? (
          <Agreed {...props} />
        ) : talk.status !== 'invited' ? (
          <ButtonLink href={urls.conversation({ id: talk.id })}>{t.toTalk}</ButtonLink>
        ) : hosting ? (
          <HostAnswer {...props} />
        ) : (
          <TimeAnswer {...props} />
        )}
        {mayDecline(talk) && (
          <LinkLine href={urls.declining({ id: talk.id })}>{newTime[frame.language].toDeclining}</LinkLine>
        )}
        {!hosting && (
          <Notice kind="private" title={t.whoSees}>
            <p>{t.whoSeesText}</p>
          </Notice>
        )}
      </LetterAndAnswer>
    </StepPage>
  )
}

const Held = ({ frame: { language }, talk, goes, now }: InvitationShown) => (
  <HeldLetter {...{ goes, talk, now, language }} />
)

/** Nobody has answered yet: the host has done what there is to do. */
const isWaiting = ({ talk, theirs }: InvitationShown) =>
  isInviting(talk) && !talk.startsAt && !talk.timesWantedAt && theirs.length === 0

function Sent({ frame, talk }: InvitationShown) {
  const t = invitation[frame.language]
  const name = firstName(talk.participant.name)
  return (
    <Notice kind="done">
      <p>{`${t.hostSent(name)} ${t.hostWaits(name)}`}</p>
      <p>
        <Link class="alone" href={urls.preparation({ id: talk.id })}>
          {t.prepareMeanwhile}
        </Link>
      </p>
      <p>
        <Link class="alone" href={urls.hosted()}>
          {t.toHosted}
        </Link>
      </p>
    </Notice>
  )
}

/** Past the letter to what waits: a time to pick, for the host one to say yes to; and once there is a time, the talk. */
function jumpOf({ frame: { language }, talk, slots, theirs }: InvitationShown) {
  if (talk.role === 'participant' && talk.startsAt)
    return { href: urls.conversation({ id: talk.id }), label: invitation[language].toTalk }
  if (talk.startsAt || talk.status !== 'invited') return undefined
  if (talk.role === 'host')
    return theirs.length > 0
      ? { href: proposedTimes, label: newTime[language].toAnswer(firstName(talk.participant.name)) }
      : undefined
  const free = slots.some(({ takenBy }) => takenBy === 'nobody')
  return free ? { href: '#slots', label: invitation[language].toTimes } : undefined
}

function TheLetter(props: InvitationShown) {
  const { frame, talk, greeting } = props
  const { language } = frame
  const t = invitation[language]
  const { letter } = talk.form
  const say = inWords(language)
  const paragraphs = [
    ...letterBody(talk.form, talk.shape, language),
    ...(greeting ? greeting.split('\n').filter(Boolean) : []),
    say(letter.greeting),
  ]
  return (
    <>
      <Letter
        date={t.dated(sayDate(localDateOf(talk.invitedAt ?? new Date(0)), language))}
        greeting={t.dear(firstName(talk.participant.name))}
        lead={say(letter.title)}
        jump={jumpOf(props)}
        paragraphs={paragraphs}
        name={talk.host.name}
        position={`${say(letter.signedAs)}, ${talk.house}`}
      />
      <Fold label={say(talk.form.purpose.title)}>
        <Purpose purpose={talk.form.purpose} language={language} />
      </Fold>
    </>
  )
}

function Agreed({ frame, talk, now }: InvitationShown) {
  const t = invitation[frame.language]
  return (
    <>
      <h2>{t.agreed}</h2>
      <DateList rows={whenRow(talk, now, frame.language)} />
      <ButtonLink href={urls.conversation({ id: talk.id })}>{t.toTalk}</ButtonLink>
    </>
  )
}
