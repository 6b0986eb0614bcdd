import type { SharedAnswer } from '../../domain/answer.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import type { Shareable } from '../../domain/preparation.ts'
import { acknowledgeQuestion, type Told } from '../../domain/themes.ts'
import { Button, ButtonLink, ButtonStack } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Preview, type PreviewItem } from '../../ui/preview.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { listed } from '../../words/listed.ts'
import { preparation } from '../../words/preparation.ts'
import { shell } from '../../words/shell.ts'
import { inWords } from '../quote.ts'
import { SharedText } from '../shared-text.tsx'
import { type Frame, StepPage } from '../shell.tsx'
import { type Telling, yoursOf } from './telling.ts'
import { toldItem, UnsentVersion } from './told-item.tsx'

type Props = Telling & {
  frame: Frame
  talk: Conversation
  offered: readonly Shareable[]
  /** What the other party reads, as the database gave it to them. */
  seen: ReadonlyMap<string, SharedAnswer>
  /** The same of themes and hope. */
  told: Told | undefined
  /** Whether what is unsent goes along. */
  sends: boolean
  error?: string | undefined
}

const hasMore = ({ offered, unsent }: Props) => offered.length > 0 || unsent !== undefined

/** Screen 12: inside the frame exactly what the other will read; below it, in plum, what stays. */
export function PreviewPage(props: Props) {
  const { frame, talk, offered, error } = props
  const t = preparation[frame.language].preview
  const name = firstName(otherIn(talk).name)
  const back = { href: urls.preparation({ id: talk.id }), label: preparation[frame.language].toList }
  return (
    <StepPage
      frame={frame}
      talk={talk}
      title={preparation[frame.language].tab}
      back={back}
      script="sharing.js"
    >
      <ErrorSummary title={shell[frame.language].errorTitle} errors={error ? [{ text: error }] : []} />
      <Title help={helpOf(props, name)}>{t.title(name)}</Title>
      <form method="post" action={urls.sharing({ id: talk.id })} data-sharing>
        <input type="hidden" name="key" value={frame.key} />
        <UnsentVersion unsent={props.unsent} />
        {offered.map(({ question, version }) => (
          <input key={question.id} type="hidden" name={`${question.id}.version`} value={version} />
        ))}
        <Rows {...props} />
        {talk.form.scale && offered.length > 0 && <p class="hint">{t.record}</p>}
        <Ways {...props} />
      </form>
    </StepPage>
  )
}

/** What is so: nobody is told to press what is not there. */
function helpOf(props: Props, name: string): string {
  const t = preparation[props.frame.language].preview
  if (hasMore(props)) return props.sent ? t.helpSent(name) : t.help(name)
  return props.sent ? t.onlySent(name) : t.helpNothing(name)
}

function Rows(props: Props) {
  const { frame, talk } = props
  const t = preparation[frame.language].preview
  const below = [...keptThemes(props), ...keptAnswers(props)]
  return (
    <Preview
      name="share"
      heading={t.heading(firstName(otherIn(talk).name))}
      shared={inside(props)}
      emptyLabel={hasMore(props) ? t.empty : t.nothingWritten}
      keptHeading={t.kept}
      kept={below}
      keptNote={noteOf(props, below.length > 0)}
    />
  )
}

/** What goes to nobody: the host's word to acknowledge, and notes. */
function noteOf({ frame, talk, offered }: Props, hasBelow: boolean) {
  const t = preparation[frame.language].preview
  const notes = hasBelow ? t.noteStays : t.onlyNotes
  const acknowledges = talk.role === 'host' && acknowledgeQuestion(talk.form) !== undefined
  if (!acknowledges) return offered.length > 0 && <p>{notes}</p>
  return (
    <>
      <p>{t.acknowledgeStays}</p>
      {offered.length > 0 && <p>{notes}</p>}
    </>
  )
}

function keptAnswers(props: Props): PreviewItem[] {
  const unseen = props.offered.filter(({ question }) => !props.seen.has(question.id))
  return unseen.map(each => itemOf(props, each, each.answer))
}

function inside(props: Props): PreviewItem[] {
  const { frame, talk, offered, seen, told, unsent, sends } = props
  const themes = told ? [toldItem(talk, told, frame.language, unsent && sends ? true : undefined)] : []
  const answers = offered.flatMap(each => {
    const answer = seen.get(each.question.id)
    return answer ? [itemOf(props, each, answer)] : []
  })
  return [...themes, ...answers]
}

const keptThemes = ({ frame, talk, unsent, sends }: Props): PreviewItem[] =>
  unsent && !sends ? [toldItem(talk, unsent, frame.language, false)] : []

const itemOf = ({ frame, talk }: Props, { question }: Shareable, answer: SharedAnswer): PreviewItem => ({
  value: question.id,
  title: inWords(frame.language)(question.text),
  body: <SharedText question={question} answer={answer} language={frame.language} writer={talk.role} />,
})

function Ways(props: Props) {
  const t = preparation[props.frame.language].preview
  const href = urls.preparation({ id: props.talk.id })
  return (
    <ButtonStack>
      {hasMore(props) ? (
        <>
          <Button name="do" value="share" working={t.sharing}>
            {shareLabel(props)}
          </Button>
          <noscript>
            <Button kind="text" name="do" value="look">
              {t.update}
            </Button>
          </noscript>
          <ButtonLink kind="text" href={href}>
            {t.notNow}
          </ButtonLink>
        </>
      ) : (
        <ButtonLink kind="secondary" href={href}>
          {t.back}
        </ButtonLink>
      )}
    </ButtonStack>
  )
}

/** All that goes with the press, by name. */
function shareLabel({ frame, talk, seen, unsent, sends }: Props): string {
  const t = preparation[frame.language].preview
  const name = firstName(otherIn(talk).name)
  const what = [
    ...(unsent && sends ? yoursOf(unsent, frame.language) : []),
    ...(seen.size > 0 ? [t.answers(seen.size)] : []),
  ]
  return what.length > 0 ? t.share(listed(frame.language, what), name) : t.shareAgain(name)
}
