import { holderOf, type Pen } from '../../domain/pen.ts'
import { Button } from '../../ui/button.tsx'
import { PersonMark } from '../../ui/person-mark.tsx'
import { urls } from '../../urls.ts'
import { talk as texts } from '../../words/talk.ts'
import { namesIn } from './names.ts'
import type { Room } from './room-page.tsx'

export type Writer = 'host' | 'participant' | 'nobody'

/** Which of the two holds the pen now. */
export function writerOf({ talk, now }: Pick<Room, 'talk' | 'now'>, pen: Pen | undefined): Writer {
  const holder = holderOf(pen, now)
  if (holder === undefined) return 'nobody'
  return holder === talk.host.id ? 'host' : 'participant'
}

/** Whether the other party writes now, so that here the joint text is for reading. */
export const otherWrites = (room: Pick<Room, 'talk' | 'now'>, pen: Pen | undefined): boolean =>
  !['nobody', room.talk.role].includes(writerOf(room, pen))

/** Who writes at one place: whoever holds the pen writes in one text, not in all of them. */
const writerAt = (room: Pick<Room, 'talk' | 'now'>, pen: Pen | undefined, place: string): Writer =>
  pen?.place === place ? writerOf(room, pen) : 'nobody'

type Props = Room & {
  pen: Pen | undefined
  /** The id of the joint text it stands at. */
  place: string
  /** Nothing is said while nobody writes, and one may write oneself. */
  quiet?: boolean
}

/** Who writes here, and the way to do it oneself. All lines are there; script shows another when the pen moves. */
export function PenLine({ pen, place, quiet, ...room }: Props) {
  const t = texts[room.frame.language].joint
  const names = namesIn(room.talk)
  const writer = writerAt(room, pen, place)
  const mayWrite = !otherWrites(room, pen)
  return (
    <div class="pen" data-pen={place}>
      <p data-writer="participant" hidden={writer !== 'participant'}>
        <PersonMark who="participant" name={names.participant} /> {t.writes}
      </p>
      <p data-writer="host" hidden={writer !== 'host'}>
        <PersonMark who="host" name={names.host} /> {t.writes}
      </p>
      {!(quiet && mayWrite) && (
        <p data-writer="nobody" hidden={writer !== 'nobody'}>
          {t.nobody}
        </p>
      )}
      <div data-take hidden={mayWrite}>
        <Button kind="text" formAction={urls.pen({ id: room.talk.id })} name="do" value={`take.${place}`}>
          {t.take}
        </Button>
      </div>
    </div>
  )
}
