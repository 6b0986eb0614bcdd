import type { SharedAnswer } from '../../domain/answer.ts'
import { type Question, questionsOf } from '../../domain/concept.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { preparationOpen, takingBackOpen } from '../../domain/lifecycle.ts'
import type { Shareable } from '../../domain/preparation.ts'
import type { Told } from '../../domain/themes.ts'
import { Button, ButtonStack } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { KeptItems, type PreviewItem, SharedItems } from '../../ui/preview.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { preparation } from '../../words/preparation.ts'
import { shell } from '../../words/shell.ts'
import { inWords } from '../quote.ts'
import { SharedText } from '../shared-text.tsx'
import { type Frame, StepPage } from '../shell.tsx'
import type { Unsent } from './telling.ts'
import { toldItem, UnsentVersion } from './told-item.tsx'

type Props = {
  frame: Frame
  talk: Conversation
  /** What the other party reads now, as the database gave it to them. */
  seen: ReadonlyMap<string, SharedAnswer>
  /** What can be shared, as it reads by now; nothing when the preparation is closed. */
  offered: readonly Shareable[]
  /** Ids of the shared answers that read otherwise by now. */
  changed: readonly string[]
  ticked: (item: Shareable) => boolean
  /** My themes and hope as the other reads them now. */
  told: Told | undefined
  unsent: Unsent | undefined
  sends: boolean
  error?: string | undefined
}

/** After Del: inside the frame the copies the other has, below it what its writer has changed or kept since. */
export function SharedNowPage(props: Props) {
  const { frame, talk, seen, error } = props
  const t = preparation[frame.language]
  const name = firstName(otherIn(talk).name)
  const isOpen = preparationOpen(talk.status)
  const back = { href: urls.preparation({ id: talk.id }), label: t.toList }
  return (
    <StepPage frame={frame} talk={talk} title={t.tab} back={back}>
      <ErrorSummary title={shell[frame.language].errorTitle} errors={error ? [{ text: error }] : []} />
      <Title help={isOpen ? t.now.help(name) : talk.status === 'cancelled' ? t.calledOff : t.now.held}>
        {t.preview.title(name)}
      </Title>
      {isOpen ? (
        <Again {...props} />
      ) : seen.size > 0 || props.told ? (
        <Frozen {...props} />
      ) : (
        <p>{t.now.nothing}</p>
      )}
      {isOpen && takingBackOpen(talk) && <TakeBack frame={frame} talk={talk} count={seen.size} />}
      {!isOpen && <LinkLine href={back.href}>{t.preview.back}</LinkLine>}
    </StepPage>
  )
}

const nameOf = ({ talk }: Props) => firstName(otherIn(talk).name)

/** The frame alone, for reading. */
const Frozen = (props: Props) => (
  <SharedItems
    name="share"
    heading={preparation[props.frame.language].now.headingHeld(nameOf(props))}
    items={toldAnd(props, seenItems(props))}
  />
)

/** The themes first, as the other meets them. */
const toldAnd = ({ frame, talk, told }: Props, items: PreviewItem[]) =>
  told ? [toldItem(talk, told, frame.language), ...items] : items

function Again(props: Props) {
  const { frame, talk, offered, changed, seen } = props
  const t = preparation[frame.language]
  const name = nameOf(props)
  const isChanged = ({ question }: Shareable) => changed.includes(question.id)
  const kept = offered.filter(({ question }) => !seen.has(question.id))
  return (
    <form method="post" action={urls.sharing({ id: talk.id })}>
      <input type="hidden" name="key" value={frame.key} />
      {offered.map(({ question, version }) => (
        <input key={question.id} type="hidden" name={`${question.id}.version`} value={version} />
      ))}
      <SharedItems name="share" heading={t.now.heading(name)} items={toldAnd(props, seenItems(props))} />
      <NotSent {...props} />
      {offered.some(isChanged) && (
        <KeptItems
          name="changed"
          tick="share"
          heading={t.now.changed}
          items={newItems(props, offered.filter(isChanged))}
        >
          <p>{t.now.changedHelp(name)}</p>
        </KeptItems>
      )}
      <KeptItems name="share" tick="share" heading={t.preview.kept} items={newItems(props, kept)}>
        <p>{kept.length > 0 ? t.preview.noteStays : t.preview.onlyNotes}</p>
      </KeptItems>
      <p class="hint">
        {talk.form.scale && `${t.preview.record} `}
        {takingBackOpen(talk) && t.now.fewer}
      </p>
      <ButtonStack>
        <Button
          kind={changed.length > 0 || props.unsent ? 'primary' : 'secondary'}
          name="do"
          value="share"
          working={t.preview.sharing}
        >
          {t.now.share(name)}
        </Button>
      </ButtonStack>
    </form>
  )
}

/** Chosen themes and the hope that the other does not have, as they would read them. */
function NotSent(props: Props) {
  const { frame, talk, unsent, sends } = props
  if (!unsent) return null
  const t = preparation[frame.language].now
  const items = [toldItem(talk, unsent, frame.language, sends)]
  return (
    <>
      <UnsentVersion unsent={unsent} />
      <KeptItems name="unsent" tick="share" heading={t.unsent} items={items}>
        <p>{t.unsentHelp(nameOf(props))}</p>
      </KeptItems>
    </>
  )
}

/** What the other reads now. It keeps its tick while it is unchanged and may be taken back. */
function seenItems({ frame, talk, seen, offered, changed, ticked }: Props): PreviewItem[] {
  const t = preparation[frame.language].now
  const mayTake = preparationOpen(talk.status) && takingBackOpen(talk)
  return questionsOf(talk.form).flatMap(question => {
    const answer = seen.get(question.id)
    const own = offered.find(each => each.question.id === question.id)
    const isChanged = changed.includes(question.id)
    const note = isChanged && (own ? t.changedHere : t.emptiedHere)
    const keeps = mayTake && own && !isChanged
    return answer
      ? [{ ...itemOf(frame, talk, question, answer, note), checked: keeps ? ticked(own) : undefined }]
      : []
  })
}

const newItems = ({ frame, talk, ticked }: Props, items: readonly Shareable[]): PreviewItem[] =>
  items.map(each => ({ ...itemOf(frame, talk, each.question, each.answer), checked: ticked(each) }))

function itemOf(
  frame: Frame,
  talk: Conversation,
  question: Question,
  answer: SharedAnswer,
  note?: string | false,
): PreviewItem {
  return {
    value: question.id,
    title: inWords(frame.language)(question.text),
    body: (
      <>
        <SharedText question={question} answer={answer} language={frame.language} writer={talk.role} />
        {note && <p class="hint">{note}</p>}
      </>
    ),
  }
}

function TakeBack({ frame, talk, count }: Pick<Props, 'frame' | 'talk'> & { count: number }) {
  return (
    <form method="post" action={urls.unsharing({ id: talk.id })}>
      <input type="hidden" name="key" value={`${frame.key}-b`} />
      <Button kind="text">{preparation[frame.language].done.takeBack(count)}</Button>
    </form>
  )
}
