import type { OwnPreparation } from '../../db/preparations.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { preparationOpen } from '../../domain/lifecycle.ts'
import { Notice } from '../../ui/notice.tsx'
import { preparation } from '../../words/preparation.ts'
import type { Frame } from '../shell.tsx'

type Props = {
  frame: Frame
  talk: Conversation
  own: Pick<OwnPreparation, 'gone'>
  /** What the other can read of mine. */
  shared: { readonly size: number }
}

/** That nothing more can be written here, why, and whose it is. Nothing while it is open. */
export function ClosedNotice({ frame, talk: { status }, own, shared }: Props) {
  if (preparationOpen(status)) return null
  const t = preparation[frame.language]
  return (
    <Notice kind="private">
      <p>{own.gone ? t.gone : status === 'cancelled' ? t.calledOff : t.closed(shared.size > 0)}</p>
    </Notice>
  )
}
