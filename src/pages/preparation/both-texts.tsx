import { localTimeOf } from '../../domain/day.ts'
import { sayTime } from '../../domain/day-words.ts'
import type { Other } from '../../domain/draft.ts'
import { RadioList } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import { preparation } from '../../words/preparation.ts'
import type { Language } from '../../words/words.ts'

type Props = { language: Language; question: string; others: readonly Other[] }

/** Two devices in one field: the other text stands under it with its time, and its writer chooses. */
export function BothTexts({ language, question, others }: Props) {
  const t = preparation[language].both
  return (
    <Notice kind="amber" title={t.title}>
      {others.map(({ answer, at }) => (
        <div class="flow" key={at}>
          <p>{t.text(sayTime(localTimeOf(new Date(at)), language))}</p>
          {answer.score !== null && <p>{t.score(answer.score)}</p>}
          {answer.keywords && <p class="written">{answer.keywords}</p>}
          {answer.note && (
            <>
              <p class="eyebrow">{t.note}</p>
              <p class="written">{answer.note}</p>
            </>
          )}
        </div>
      ))}
      <RadioList
        name={`${question}.pick`}
        legend={t.title}
        choices={[
          { value: 'field', label: t.field },
          { value: 'other', label: t.other },
          { value: 'both', label: t.join },
        ]}
      />
    </Notice>
  )
}
