import { localDateOf } from '../../domain/day.ts'
import { emptyPoint, type PlacedPoint, type Point } from '../../domain/point.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PlanPoint } from '../../ui/plan-point.tsx'
import { Joint } from '../../ui/room.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextAreaField } from '../../ui/text-area.tsx'
import { DateField, TextField } from '../../ui/text-field.tsx'
import { urls } from '../../urls.ts'
import { planDraft } from '../../words/plan-draft.ts'
import { talk as texts } from '../../words/talk.ts'
import { otherName } from './names.ts'
import type { PlanShown, RefusedPoint } from './plan-shown.ts'
import { pointMark, prefixOf } from './point-form.ts'
import { aloneLabel, headsIn, pointText, sayOddDate, sayPointFault, supportLabel } from './point-words.ts'

type Props = PlanShown & {
  placed: PlacedPoint
  at: number
  refusedPoint?: RefusedPoint | undefined
}

/** A point to be written: the concept's four heads in its own words, a date, and how the host supports it. */
export function PointFields(props: Props) {
  const { frame, talk, placed, at, refusedPoint } = props
  const t = planDraft[frame.language]
  const prefix = prefixOf(placed.id)
  const shown = refusedPoint?.gone ? { version: 0, point: emptyPoint } : placed
  return (
    <Joint id={prefix} heading={t.point(at + 1)} shelfLabel={texts[frame.language].joint.shelf}>
      {refusedPoint && <PointNotSaved {...props} refusedPoint={refusedPoint} />}
      <input type="hidden" name={`${prefix}.version`} value={shown.version} />
      <input type="hidden" name={`${prefix}.shown`} value={pointMark(shown.version, shown.point)} />
      <Texts {...props} />
      {talk.form.supportPerPoint && <Support {...props} />}
      <Acts {...props} />
    </Joint>
  )
}

const pointOf = ({ placed, refusedPoint }: Props): Point => refusedPoint?.typed.point ?? placed.point

function faultAt({ frame, refusedPoint }: Props, field: string): string | undefined {
  const fault = refusedPoint?.typed.faults.find(each => each.field === field)
  return fault && sayPointFault(fault, frame.language)
}

function Texts(props: Props) {
  const { frame, talk, placed, asksAbout, now, refusedPoint } = props
  const prefix = prefixOf(placed.id)
  const heads = headsIn(talk.form, frame.language)
  const point = pointOf(props)
  const field = (name: 'what' | 'goal' | 'how' | 'when') => ({
    name: `${prefix}.${name}`,
    label: heads[name],
    value: point[name],
    error: faultAt(props, `${prefix}.${name}`),
  })
  const odd = asksAbout === placed.id && sayOddDate(talk.form, point, localDateOf(now), frame.language)
  return (
    <>
      <TextAreaField {...field('what')} />
      <TextAreaField {...field('goal')} />
      <CompetenceField {...props} />
      <TextAreaField {...field('how')} />
      <TextField {...field('when')} autocomplete="off" />
      <DateField
        name={`${prefix}.until`}
        label={planDraft[frame.language].until}
        value={refusedPoint?.typed.day ?? point.until ?? ''}
        error={faultAt(props, `${prefix}.until`)}
      />
      {odd && (
        <Notice kind="amber" spoken>
          <p>{odd}</p>
        </Notice>
      )}
    </>
  )
}

/** S0-18: asked where the concept has a list, and never required. */
function CompetenceField(props: Props) {
  const { language } = props.frame
  const { competences } = props.talk.form
  const t = planDraft[language]
  if (!competences) return null
  const listed = competences.map(({ id, words }) => ({ value: id, label: words[language] }))
  return (
    <SelectField
      name={`${prefixOf(props.placed.id)}.competence`}
      label={t.competence}
      options={[{ value: '', label: t.noCompetence }, ...listed]}
      value={pointOf(props).competence}
    />
  )
}

/** S3-08: a line, or »Jeg klarer det selv«, or both. */
function Support(props: Props) {
  const prefix = prefixOf(props.placed.id)
  const point = pointOf(props)
  return (
    <>
      <TextAreaField
        name={`${prefix}.support`}
        label={supportLabel(props)}
        value={point.support}
        error={faultAt(props, `${prefix}.support`)}
      />
      <Checkbox name={`${prefix}.alone`} label={aloneLabel(props)} checked={point.alone} />
    </>
  )
}

/** Order and removal by buttons; each saves the page first. */
function Acts({ frame, talk, placed, at, points, refusedPoint }: Props) {
  const t = planDraft[frame.language]
  const act = { name: 'do', formAction: urls.point({ id: talk.id, point: placed.id }), kind: 'text' as const }
  if (refusedPoint?.gone) return null
  const label = ` ${t.point(at + 1)}`
  return (
    <div class="words">
      {at > 0 && (
        <Button {...act} value="up">
          {t.up}
          <span class="heard">{label}</span>
        </Button>
      )}
      {at < points.length - 1 && (
        <Button {...act} value="down">
          {t.down}
          <span class="heard">{label}</span>
        </Button>
      )}
      <Button {...act} value="remove">
        {t.remove}
        <span class="heard">{label}</span>
      </Button>
    </div>
  )
}

/** Why it is not saved, what stands there now, and the ways on. */
function PointNotSaved(props: Props & { refusedPoint: RefusedPoint }) {
  const { frame, talk, placed, refusedPoint: refusal } = props
  const t = planDraft[frame.language]
  const say = texts[frame.language].refused
  const takes = refusal.refused === 'other-writes'
  if (refusal.refused === 'too-long') return null
  return (
    <>
      <Notice kind="amber" title={refusal.gone ? t.gone : say[refusal.refused](otherName(talk))}>
        {!refusal.gone && (
          <PlanPoint
            heads={headsIn(talk.form, frame.language)}
            supportLabel={supportLabel(props)}
            open={t.notAgreed}
            point={pointText(props, placed.point)}
          />
        )}
      </Notice>
      <div class="beside">
        <Button
          kind="secondary"
          name="do"
          value="save"
          formAction={takes ? urls.pen({ id: talk.id }) : undefined}
        >
          {takes ? say.takeOver : say.saveMine}
        </Button>
      </div>
    </>
  )
}
