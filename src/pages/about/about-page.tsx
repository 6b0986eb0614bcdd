import type { House } from '../../db/house.ts'
import type { Form } from '../../domain/concept.ts'
import { Fold } from '../../ui/fold.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { about } from '../../words/about.ts'
import { Purpose } from '../purpose.tsx'
import { inWords } from '../quote.ts'
import { EntrancePage, type Frame } from '../shell.tsx'

type Props = { frame: Frame; house: House; forms: readonly Form[] }

/** Screen 3: before, during and after in nine lines, and the concept's own purpose. */
export function AboutPage({ frame, house, forms }: Props) {
  const t = about[frame.language]
  const say = inWords(frame.language)
  const parts = [
    { title: t.before, lines: t.beforeList },
    { title: t.during, lines: t.duringList },
    { title: t.after, lines: t.afterList },
  ]
  return (
    <EntrancePage frame={frame} house={house} title={t.title} here={urls.about()}>
      <Title help={t.help}>{t.title}</Title>
      {parts.map(({ title, lines }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul class="plain-list">
            {lines.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      {forms.length === 0 && <p>{t.none}</p>}
      {forms.length > 0 && (
        <section>
          <h2>{t.why}</h2>
          {forms.map(form => (
            <Fold key={form.label.short} label={say(form.purpose.title)}>
              <p>{t.means(form.label.short, say(form.label.long))}</p>
              <Purpose purpose={form.purpose} language={frame.language} />
            </Fold>
          ))}
        </section>
      )}
    </EntrancePage>
  )
}
