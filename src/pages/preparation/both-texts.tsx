import type { Question } from '../../domain/concept.ts'
import { localTimeOf } from '../../domain/day.ts'
import { sayTime } from '../../domain/day-words.ts'
import type { Other } from '../../domain/draft.ts'
import { RadioList } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import { preparation } from '../../words/preparation.ts'
import type { Language } from '../../words/words.ts'

type Props = { language: Language; question: Question; others: readonly Other[] }

/** Two devices in one field: each other text stands under it with its time, and its writer chooses. */
export function BothTexts({ language, question, others }: Props) {
  const t = preparation[language].both
  const timeOf = ({ at }: Other) => sayTime(localTimeOf(new Date(at)), language)
  const picks = others.map((other, at) => ({ value: `other-${at}`, label: t.other(timeOf(other)) }))
  return (
    <div class="both">
      <Notice kind="amber" title={t.title}>
        <p>{t.text}</p>
      </Notice>
      {others.map(other => (
        <OtherText key={other.at} other={other} language={language} head={t.from(timeOf(other))} />
      ))}
      <RadioList
        name={`${question.id}.pick`}
        legend={t.legend(question.number)}
        choices={[{ value: 'field', label: t.field }, ...picks, { value: 'all', label: t.all }]}
      />
    </div>
  )
}

function OtherText({ other, language, head }: { other: Other; language: Language; head: string }) {
  const t = preparation[language].both
  const { score, keywords, note } = other.answer
  return (
    <div class="card">
      <p class="eyebrow">{head}</p>
      {score !== null && <p>{t.score(score)}</p>}
      {keywords && <p class="written">{keywords}</p>}
      {note && (
        <>
          <p class="eyebrow">{t.note}</p>
          <p class="written">{note}</p>
        </>
      )}
    </div>
  )
}
