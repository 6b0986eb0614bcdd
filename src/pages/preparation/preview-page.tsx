import type { SharedAnswer } from '../../domain/answer.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import type { Shareable } from '../../domain/preparation.ts'
import { Button, ButtonLink, ButtonStack } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Preview } from '../../ui/preview.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { preparation } from '../../words/preparation.ts'
import { shell } from '../../words/shell.ts'
import { inWords } from '../quote.ts'
import { SharedText } from '../shared-text.tsx'
import { type Frame, StepPage } from '../shell.tsx'

type Props = {
  frame: Frame
  talk: Conversation
  offered: readonly Shareable[]
  /** What the other party reads, as the database gave it to them. */
  seen: ReadonlyMap<string, SharedAnswer>
  error?: string | undefined
}

/** Screen 12: inside the frame exactly what the other will read; below it, in plum, what stays. */
export function PreviewPage({ frame, talk, offered, seen, error }: Props) {
  const t = preparation[frame.language].preview
  const name = firstName(otherIn(talk).name)
  const back = { href: urls.preparation({ id: talk.id }), label: preparation[frame.language].toList }
  const item = (each: Shareable, answer: SharedAnswer) => ({
    value: each.question.id,
    title: inWords(frame.language)(each.question.text),
    body: (
      <SharedText question={each.question} answer={answer} language={frame.language} writer={talk.role} />
    ),
  })
  const inside = offered.flatMap(each => {
    const answer = seen.get(each.question.id)
    return answer ? [item(each, answer)] : []
  })
  const outside = offered.filter(each => !seen.has(each.question.id)).map(each => item(each, each.answer))
  return (
    <StepPage
      frame={frame}
      talk={talk}
      title={preparation[frame.language].tab}
      back={back}
      script="sharing.js"
    >
      <ErrorSummary title={shell[frame.language].errorTitle} errors={error ? [{ text: error }] : []} />
      <Title help={t.help(name)}>{t.title(name)}</Title>
      <form method="post" action={urls.sharing({ id: talk.id })} data-sharing>
        <input type="hidden" name="key" value={frame.key} />
        {offered.map(({ question, version }) => (
          <input key={question.id} type="hidden" name={`${question.id}.version`} value={version} />
        ))}
        <Preview
          name="share"
          heading={t.heading(name)}
          shared={inside}
          emptyLabel={offered.length > 0 ? t.empty : t.nothingWritten}
          keptHeading={t.kept}
          kept={outside}
          keptNote={offered.length > 0 && <p>{t.noteStays}</p>}
        />
        {talk.form.scale && offered.length > 0 && <p class="hint">{t.record}</p>}
        <ButtonStack>
          {offered.length > 0 && (
            <Button name="do" value="share" working={t.sharing}>
              {inside.length > 0 ? t.share(inside.length, name) : t.shareAgain(name)}
            </Button>
          )}
          {offered.length > 0 && (
            <noscript>
              <Button kind="text" name="do" value="look">
                {t.update}
              </Button>
            </noscript>
          )}
          <ButtonLink kind={offered.length > 0 ? 'text' : 'secondary'} href={back.href}>
            {offered.length > 0 ? t.notNow : t.back}
          </ButtonLink>
        </ButtonStack>
      </form>
    </StepPage>
  )
}
