import { firstName, meIn, otherIn } from '../../domain/conversation.ts'
import { asksAboutWeeks } from '../../domain/follow-up.ts'
import { Button, ButtonLink, ButtonStack } from '../../ui/button.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { urls } from '../../urls.ts'
import { followUp as texts } from '../../words/follow-up.ts'
import { home } from '../../words/home.ts'
import { dayIsHere, type Running } from './card.tsx'
import { WeeksAnswer } from './weeks-answer.tsx'

/** The one thing to do in a follow-up that runs, for whoever looks: on the plan, and on its own page. */
export function Act(props: Running & { here?: 'plan' }) {
  const { frame, talk, followUp, asking } = props
  if (followUp.saidBy !== null) return <Said {...props} />
  const isAsker = talk.role === 'participant'
  if (isAsker && asksAboutWeeks(followUp, asking))
    return (
      <form method="post" action={urls.followUpLater({ id: talk.id })}>
        <input type="hidden" name="key" value={`${frame.key}-w`} />
        <WeeksAnswer asking={asking} language={frame.language} />
      </form>
    )
  return (
    <>
      <Onward {...props} />
      {isAsker && followUp.status === 'wanted' && (
        <LinkLine href={urls.followUpLater({ id: talk.id })}>{texts[frame.language].later}</LinkLine>
      )}
    </>
  )
}

function Onward(props: Running & { here?: 'plan' }) {
  const { frame, talk, followUp, times, here } = props
  const t = texts[frame.language]
  const other = firstName(otherIn(talk).name)
  const link = (words: string) =>
    here === 'plan' && <ButtonLink href={urls.followUp({ id: talk.id })}>{words}</ButtonLink>
  if (followUp.status === 'agreed') return dayIsHere(props) ? <Hold {...props} /> : <Agreed {...props} />
  if (times.length === 0) {
    if (talk.role === 'host') return link(t.giveTimes) || null
    return here ? <LinkLine href={urls.followUp({ id: talk.id })}>{t.open}</LinkLine> : null
  }
  if (talk.role === 'host') return <p>{t.waitsPick(other)}</p>
  return (
    <>
      <p>{times.length === 1 ? t.offeredOne(other) : t.offered(other, times.length)}</p>
      {link(t.pick)}
    </>
  )
}

/** A time is agreed and its day is not here: into the calendar, or another time. */
function Agreed({ frame, talk, here }: Running & { here?: 'plan' }) {
  const { language } = frame
  return (
    <>
      <LinkLine href={urls.followUpCalendar({ id: talk.id })}>{home[language].calendar}</LinkLine>
      {here && <LinkLine href={urls.followUp({ id: talk.id })}>{texts[language].open}</LinkLine>}
    </>
  )
}

/** One of the two has said that it was held: the other confirms, or says not yet. */
function Said({ frame, talk, followUp }: Running) {
  const t = texts[frame.language]
  const other = firstName(otherIn(talk).name)
  if (followUp.saidBy === meIn(talk).id) return <p>{t.saidByMe(other)}</p>
  return (
    <form method="post" action={urls.followUpHeld({ id: talk.id })}>
      <input type="hidden" name="key" value={`${frame.key}-h`} />
      <p>{t.confirm(other)}</p>
      <ButtonStack>
        <Button name="do" value="held">
          {t.yes}
        </Button>
        <Button kind="text" name="do" value="not-yet">
          {t.notYet}
        </Button>
      </ButtonStack>
    </form>
  )
}

/** »Vi har holdt den«: also of one held without an agreed time. */
export function Hold({ frame, talk, quiet }: Pick<Running, 'frame' | 'talk'> & { quiet?: boolean }) {
  const t = texts[frame.language]
  return (
    <form method="post" action={urls.followUpHeld({ id: talk.id })}>
      <input type="hidden" name="key" value={`${frame.key}-h`} />
      <Button kind={quiet ? 'text' : 'primary'} name="do" value="held">
        {t.hold}
      </Button>
      {!quiet && <p class="hint">{t.holdHelp}</p>}
    </form>
  )
}
