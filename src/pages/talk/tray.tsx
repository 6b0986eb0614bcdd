import type { PlacedPoint } from '../../domain/point.ts'
import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import { urls } from '../../urls.ts'
import { planDraft } from '../../words/plan-draft.ts'
import type { Language } from '../../words/words.ts'
import type { Room } from './room-page.tsx'

type Props = Room & {
  points: readonly PlacedPoint[]
  /** It stands in a form, which is saved on the way to the plan. */
  saves?: boolean
}

/** How many points the plan has, and what each of them says. */
export function trayLines(points: readonly PlacedPoint[], language: Language): string[] {
  const said = points.map(({ point }) => point.what).filter(what => what !== '')
  return [planDraft[language].tray(said.length), ...said]
}

/** The plan as it grows, always at hand. */
export function Tray({ frame, talk, points, saves }: Props) {
  const t = planDraft[frame.language]
  const [title, ...said] = trayLines(points, frame.language)
  return (
    <section class="card tray" data-tray={[title, ...said].join('\n')}>
      <h2>{title}</h2>
      {saves ? (
        <Button kind="text" name="do" value="plan">
          {t.open}
        </Button>
      ) : (
        <Link href={urls.planDraft({ id: talk.id })} class="alone">
          {t.open}
        </Link>
      )}
      {said.map(what => (
        <p key={what} class="hint">
          {what}
        </p>
      ))}
    </section>
  )
}
