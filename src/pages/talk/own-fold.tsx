import type { OwnPreparation } from '../../db/preparations.ts'
import { isTheme } from '../../domain/agenda.ts'
import { hasShareable } from '../../domain/answer.ts'
import { type Question, questionsIn, type Step } from '../../domain/concept.ts'
import { firstName } from '../../domain/conversation.ts'
import { preparationOpen } from '../../domain/lifecycle.ts'
import { ChevronIcon, LockIcon } from '../../ui/icons.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { urls } from '../../urls.ts'
import { preparation } from '../../words/preparation.ts'
import { talk as texts } from '../../words/talk.ts'
import { Deletes } from '../deletes.tsx'
import type { Room } from './room-page.tsx'
import type { Shared } from './voices.tsx'

type Props = Room & { topic: Step; own: OwnPreparation; shared: Shared }

/**
 * What is mine alone: my notes to this topic, and what I wrote and did not share. Two people may look at one screen,
 * so it is closed on every page and opened by hand only.
 */
export function OwnFold({ frame, talk, topic, own, shared }: Props) {
  const t = texts[frame.language].own
  const notes = questionsIn(talk.form, topic).filter(({ id }) => own.written.get(id)?.answer.note)
  const unshared = questionsIn(talk.form, topic).filter(({ id }) => isUnshared(id, { talk, own, shared }))
  const isOpen = preparationOpen(talk.status) && !isTheme(topic)
  const step = urls.step({ id: talk.id, step: topic.slug })
  const mine = [...new Set([...notes, ...unshared])]
  return (
    <details class={notes.length > 0 ? 'private-note filled' : 'private-note'}>
      <summary>
        <LockIcon />
        <span>{t[talk.role]}</span>
        {notes.length > 0 && <span class="count">{t.count(notes.length)}</span>}
        <ChevronIcon />
      </summary>
      <div class="own-notes flow">
        <p class="hint">{talk.role === 'host' ? t.hostHelp(firstName(talk.participant.name)) : t.help}</p>
        {mine.length === 0 && <p>{own.gone ? preparation[frame.language].gone : t.nothing}</p>}
        {mine.map(question => (
          <OwnWords
            key={question.id}
            {...{ frame, talk, question, own }}
            unshared={unshared.includes(question)}
          />
        ))}
        <Deletes talk={talk} layer="own" language={frame.language} />
        <LinkLine href={isOpen ? step : urls.preparation({ id: talk.id })}>{t.open}</LinkLine>
      </div>
    </details>
  )
}

function isUnshared(id: string, { talk, own, shared }: Pick<Props, 'talk' | 'own' | 'shared'>): boolean {
  const written = own.written.get(id)?.answer
  return written !== undefined && hasShareable(written) && !shared[talk.role].has(id)
}

type WordsProps = Pick<Props, 'frame' | 'own'> & { question: Question; unshared: boolean }

function OwnWords({ frame, question, own, unshared }: WordsProps) {
  const t = texts[frame.language].own
  const answer = own.written.get(question.id)?.answer
  if (!answer) return null
  return (
    <div class="flow">
      <p class="eyebrow">{t.question(question.number)}</p>
      {answer.note && <p class="written">{answer.note}</p>}
      {unshared && <p class="eyebrow">{t.unshared}</p>}
      {unshared && answer.score !== null && <p>{t.score(answer.score)}</p>}
      {unshared && answer.keywords && <p class="written">{answer.keywords}</p>}
    </div>
  )
}
