import type { Missing, Preview } from '../../db/intake/preview.ts'
import { localDateOf } from '../../domain/day.ts'
import { Checkbox } from '../../ui/choices.tsx'
import { Fold } from '../../ui/fold.tsx'
import { DateField } from '../../ui/text-field.tsx'
import { intake as texts } from '../../words/intake.ts'
import type { Language } from '../../words/words.ts'

type Props = { preview: Preview; language: Language; now: Date }

/** Who and what stands here and not in the file. Nothing of it ends unless it is ticked. */
export function MissingFields({ preview: { missing }, language, now }: Props) {
  const t = texts[language]
  const { count, some } = missing
  if (count === 0) return null
  return (
    <section class="flow">
      <h2>{t.missing}</h2>
      <p>{t.missingHelp}</p>
      <Fold label={t.missingList} note={t.number(count)} open={count <= 5}>
        {some.map(each => (
          <Checkbox key={each.id} name={`end-${each.id}`} label={each.name} hint={whatOf(each, language)} />
        ))}
        {count > some.length && <p class="hint">{t.missingMore(count - some.length)}</p>}
        {count > 1 && <Checkbox name="end-all" label={t.endAll(count)} />}
        <DateField name="ends-on" label={t.endsOn} hint={t.endsOnHint} value={localDateOf(now)} />
      </Fold>
    </section>
  )
}

const whatOf = ({ unit, title, duty }: Missing, language: Language) =>
  [title ?? (duty && texts[language].duties[duty]), unit].filter(Boolean).join(', ')
