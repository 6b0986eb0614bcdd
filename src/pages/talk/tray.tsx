import type { PlacedPoint } from '../../domain/point.ts'
import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import { urls } from '../../urls.ts'
import { planDraft } from '../../words/plan-draft.ts'
import type { Room } from './room-page.tsx'

type Props = Room & {
  points: readonly PlacedPoint[]
  /** It stands in a form, which is saved on the way to the plan. */
  saves?: boolean
}

/** The plan as it grows, always at hand. */
export function Tray({ frame, talk, points, saves }: Props) {
  const t = planDraft[frame.language]
  const said = points.filter(({ point }) => point.what !== '')
  return (
    <section class="card tray">
      <h2>{t.tray(said.length)}</h2>
      {saves ? (
        <Button kind="text" name="do" value="plan">
          {t.open}
        </Button>
      ) : (
        <Link href={urls.planDraft({ id: talk.id })} class="alone">
          {t.open}
        </Link>
      )}
      {said.map(({ id, point }) => (
        <p key={id} class="hint">
          {point.what}
        </p>
      ))}
    </section>
  )
}
