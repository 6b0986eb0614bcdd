import { questionsOf } from '../../domain/concept.ts'
import { Button } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { PlusIcon } from '../../ui/icons.tsx'
import { urls } from '../../urls.ts'
import { planDraft } from '../../words/plan-draft.ts'
import { talk as texts } from '../../words/talk.ts'
import type { PlanShown } from './plan-shown.ts'

/** What the two agreed on and no point says yet: the first point is offered from it. */
export function Conclusions({ frame, talk, conclusions, points }: PlanShown) {
  const said = new Set(points.map(({ point }) => point.what))
  const left = questionsOf(talk.form).flatMap(({ id }) => {
    const text = conclusions.get(id)?.text ?? ''
    return text === '' || said.has(text) ? [] : [{ id, text }]
  })
  if (left.length === 0) return null
  return (
    <Fold label={planDraft[frame.language].conclusions} open={points.length === 0}>
      {left.map(({ id, text }) => (
        <div key={id} class="flow">
          <p class="written">{text}</p>
          <Button
            kind="secondary"
            icon={<PlusIcon />}
            name="from"
            value={id}
            formAction={urls.points({ id: talk.id })}
          >
            {texts[frame.language].joint.makePoint}
          </Button>
        </div>
      ))}
    </Fold>
  )
}
