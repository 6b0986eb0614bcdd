import { CircleIcon, DiamondIcon } from './icons.tsx'

/** `participant` is the person it is about, a fjord circle; `host` holds the talk, a clay diamond. */
export type Person = 'participant' | 'host'

/** Always beside a name: shape and word, colour only as a third. */
export function PersonMark({ who, name }: { who: Person; name: string }) {
  return (
    <span class="person">
      {who === 'host' ? <DiamondIcon /> : <CircleIcon />}
      <span>{name}</span>
    </span>
  )
}
