import type { PlacedPoint } from '../../domain/point.ts'
import { planStretch } from '../../domain/topic.ts'
import { Button } from '../../ui/button.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PlanTable } from '../../ui/plan-table.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { planDraft } from '../../words/plan-draft.ts'
import { otherName } from './names.ts'
import { headsIn, pointText, supportLabel } from './point-words.ts'
import { type Room, RoomPage } from './room-page.tsx'

type Props = Room & { placed: PlacedPoint; refused?: 'changed' | 'otherWrites' }

/** The second tap before a point goes: its text is shown as it stands now. */
export function RemovalPage({ placed, refused, ...room }: Props) {
  const { frame, talk } = room
  const t = planDraft[frame.language]
  const plan = urls.planDraft({ id: talk.id })
  const takes = refused === 'otherWrites'
  return (
    <RoomPage {...room} stretch={planStretch(talk.form)?.id} here={plan}>
      {refused && (
        <Notice kind="amber" spoken>
          <p>{takes ? t.removal.otherWrites(otherName(talk)) : t.removal.changed}</p>
        </Notice>
      )}
      <Title help={t.removal.help}>{t.removal.title}</Title>
      <PlanTable
        heads={headsIn(talk.form, frame.language)}
        supportLabel={supportLabel(room)}
        open={t.notAgreed}
        points={[{ key: placed.id, ...pointText(room, placed.point) }]}
      />
      <form method="post" action={urls.pointRemoval({ id: talk.id, point: placed.id })}>
        <input type="hidden" name="key" value={frame.key} />
        <input type="hidden" name="version" value={placed.version} />
        <Button kind="secondary" name="do" value={takes ? 'take' : 'remove'}>
          {takes ? t.removal.takeOver : t.removal.confirm}
        </Button>
      </form>
      <LinkLine href={plan}>{t.removal.keep}</LinkLine>
    </RoomPage>
  )
}
