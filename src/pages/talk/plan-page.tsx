import { yearLine } from '../../domain/joint.ts'
import { writingOpen } from '../../domain/lifecycle.ts'
import { pointsPlace } from '../../domain/pen.ts'
import { manyPoints, type PlacedPoint } from '../../domain/point.ts'
import { planStretch } from '../../domain/topic.ts'
import { Button } from '../../ui/button.tsx'
import { PlusIcon } from '../../ui/icons.tsx'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PlanTable } from '../../ui/plan-table.tsx'
import { RoomFoot } from '../../ui/room.tsx'
import { SaveState } from '../../ui/save-bar.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { planDraft } from '../../words/plan-draft.ts'
import { talk as texts } from '../../words/talk.ts'
import { Deletes } from '../deletes.tsx'
import { inWords } from '../quote.ts'
import { Conclusions } from './conclusions.tsx'
import { JointField } from './joint-field.tsx'
import { otherName } from './names.ts'
import { LateText, NotSaved, Standing } from './notices.tsx'
import { otherWrites, PenLine } from './pen-line.tsx'
import type { PlanShown } from './plan-shown.ts'
import { PointFields } from './point-fields.tsx'
import { prefixOf } from './point-form.ts'
import { headsIn, pointText, sayPointFault, supportLabel } from './point-words.ts'
import { RoomPage } from './room-page.tsx'
import { errorsOf, readingOf, roomWords, stateOf } from './room-words.ts'

/** What the two expect of the year ahead, and then the points: for whoever holds the pen to write, else to read. */
export function PlanPage(props: PlanShown) {
  const { frame, talk, points, pen, blocked, refused, refusedPoints } = props
  const isRead = otherWrites(props, pen) && !refusedPoints?.size
  const t = planDraft[frame.language]
  const here = urls.planDraft({ id: talk.id })
  const isOpen = writingOpen(talk.status)
  return (
    <RoomPage {...props} stretch={planStretch(talk.form)?.id} here={here}>
      <div class="reading">
        <NotSaved language={frame.language} errors={allErrors(props)} />
        <Standing {...props} />
        <LateText {...props} />
        {blocked && (
          <Notice kind="amber" spoken>
            <p>{t.blocked(otherName(talk))}</p>
          </Notice>
        )}
        <Title help={isOpen && (points.length > 0 ? t.help : `${t.firstPoint} ${t.help}`)}>
          {inWords(frame.language)(talk.form.planTitle)}
        </Title>
        <Deletes talk={talk} layer="plan" language={frame.language} />
      </div>
      {isOpen ? (
        <form
          method="post"
          action={here}
          autocomplete="off"
          {...roomWords(props, stateOf(talk, points))}
          data-kept={refused || refusedPoints || blocked ? '' : undefined}
          data-reading={isRead ? readingOf(points) : undefined}
        >
          <input type="hidden" name="key" value={frame.key} />
          <input type="hidden" name="place" value="plan" />
          <button type="submit" name="do" value="save" hidden />
          <div class="reading flow">
            <Year {...props} frozen={false} />
            <PenLine {...props} place={pointsPlace} quiet />
            {isRead ? <ToRead {...props} /> : <ToWrite {...props} />}
          </div>
          <p class="heard" role="status" data-heard />
          <Foot {...props} />
        </form>
      ) : (
        <div class="reading flow">
          <Year {...props} frozen />
          <ToRead {...props} />
        </div>
      )}
    </RoomPage>
  )
}

function Year({ conclusions, refused, frozen, ...room }: PlanShown & { frozen: boolean }) {
  return (
    <JointField
      {...room}
      id={yearLine}
      heading={planDraft[room.frame.language].year}
      saved={conclusions.get(yearLine)}
      frozen={frozen}
      refused={refused?.get(yearLine)}
    />
  )
}

function ToRead(props: PlanShown) {
  const { frame, talk, points } = props
  const t = planDraft[frame.language]
  if (points.length === 0) return <p>{t.none}</p>
  return (
    <PlanTable
      heads={headsIn(talk.form, frame.language)}
      supportLabel={supportLabel(props)}
      open={t.notAgreed}
      points={points.map(({ id, point }) => ({ key: id, ...pointText(props, point) }))}
    />
  )
}

function ToWrite(props: PlanShown) {
  const { frame, talk, points, refusedPoints } = props
  const t = planDraft[frame.language]
  const gone = [...(refusedPoints?.values() ?? [])].filter(refusal => refusal.gone)
  const all: PlacedPoint[] = [...points, ...gone.map(({ typed }) => typed)]
  return (
    <>
      {all.map((placed, at) => (
        <PointFields
          key={placed.id}
          {...props}
          placed={placed}
          at={at}
          refusedPoint={refusedPoints?.get(placed.id)}
        />
      ))}
      {manyPoints(points.length) && (
        <Notice kind="info">
          <p>{t.many(points.length)}</p>
        </Notice>
      )}
      <Button
        kind={points.length === 0 ? 'primary' : 'secondary'}
        icon={<PlusIcon />}
        name="do"
        value="add"
        formAction={urls.points({ id: talk.id })}
      >
        {points.length === 0 ? t.addFirst : t.add}
      </Button>
      <Conclusions {...props} />
    </>
  )
}

/** Until there is a point, to write one is the page's own button. */
function Foot({ frame, talk, points }: PlanShown) {
  const t = texts[frame.language]
  return (
    <RoomFoot>
      <Link class="alone" href={urls.talk({ id: talk.id })}>
        {t.topic.all}
      </Link>
      <SaveState kind="none" text="" />
      <noscript>
        <Button kind="text" name="do" value="save">
          {t.topic.save}
        </Button>
      </noscript>
      <Button kind={points.length === 0 ? 'secondary' : 'primary'} name="do" value="end">
        {talk.status === 'held' ? t.ending.freeze : t.ending.link}
      </Button>
    </RoomFoot>
  )
}

function allErrors(props: PlanShown) {
  const { frame, talk, refused, refusedPoints } = props
  const say = texts[frame.language].refused
  const points = [...(refusedPoints?.values() ?? [])].flatMap(({ typed, refused: why, gone }) => {
    if (why === 'too-long')
      return typed.faults.map(fault => ({
        field: fault.field,
        text: sayPointFault(fault, frame.language),
        soft: false,
      }))
    const text = gone ? planDraft[frame.language].gone : say[why](otherName(talk))
    return [{ field: `${prefixOf(typed.id)}.what`, text, soft: true }]
  })
  return [...errorsOf(refused, props), ...points]
}
