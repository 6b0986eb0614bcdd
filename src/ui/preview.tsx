import type { ComponentChildren } from 'preact'
import { DiamondIcon, LockIcon } from './icons.tsx'

export type PreviewItem = {
  value: string
  /** The question or its short name. */
  title: string
  /** Drawn by the same part as the other person's page, so that the preview cannot differ from it. */
  body: ComponentChildren
  /** Whether it is ticked; without a tick to set it is only for reading. */
  checked?: boolean | undefined
  /** It stands where it stands: in a preview too it has no tick. */
  fixed?: boolean
}

type ItemsProps = {
  /** What the ticks' names begin with: `share` sends `share.q7=yes`. */
  name: string
  /** "Sådan ser det ud hos Mette", "Bliver hos dig" */
  heading: string
  items: readonly PreviewItem[]
}

/** What the other reads, framed; with `emptyLabel` where there is nothing. */
export function SharedItems({ name, heading, items, emptyLabel }: ItemsProps & { emptyLabel?: string }) {
  return (
    <section class="preview" aria-labelledby={`${name}-shared`}>
      <h2 id={`${name}-shared`}>
        <DiamondIcon />
        {heading}
      </h2>
      {items.length === 0 && emptyLabel && <p class="preview-empty">{emptyLabel}</p>}
      <Items name={name} items={items} />
    </section>
  )
}

type KeptProps = ItemsProps & {
  /** The ticks' name where the section has another. */
  tick?: string
  children?: ComponentChildren
}

/** What stays with its writer, in plum, and a word below it. */
export function KeptItems({ name, tick = name, heading, items, children }: KeptProps) {
  return (
    <section class="kept" aria-labelledby={`${name}-kept`}>
      <h2 id={`${name}-kept`}>
        <LockIcon />
        {heading}
      </h2>
      <Items name={tick} items={items} />
      {children && <div class="kept-note">{children}</div>}
    </section>
  )
}

type PreviewProps = {
  name: string
  /** "Sådan ser det ud hos Mette" */
  heading: string
  shared: readonly PreviewItem[]
  /** What the frame says when nothing is ticked. */
  emptyLabel: string
  /** "Bliver hos dig" */
  keptHeading: string
  kept: readonly PreviewItem[]
  /** "Din note er heller ikke med. Den kan kun du se." */
  keptNote?: ComponentChildren
}

/** What the other will see, framed; below it, in plum, what stays. */
export function Preview({ name, heading, shared, emptyLabel, keptHeading, kept, keptNote }: PreviewProps) {
  return (
    <div>
      <SharedItems name={name} heading={heading} items={ticked(shared, true)} emptyLabel={emptyLabel} />
      {(kept.length > 0 || keptNote) && (
        <KeptItems name={name} heading={keptHeading} items={ticked(kept, false)}>
          {keptNote}
        </KeptItems>
      )}
    </div>
  )
}

const ticked = (items: readonly PreviewItem[], checked: boolean) =>
  items.map(item => (item.fixed ? item : { ...item, checked }))

function Items({ name, items }: { name: string; items: readonly PreviewItem[] }) {
  if (items.length === 0) return null
  return (
    <ul>
      {items.map(item => (
        <Item key={item.value} name={name} item={item} />
      ))}
    </ul>
  )
}

function Item({ name, item }: { name: string; item: PreviewItem }) {
  const id = `${name}-${item.value}`
  return (
    <li class={`preview-item${item.checked === undefined ? ' unticked' : ''}`}>
      {item.checked === undefined ? (
        <p>{item.title}</p>
      ) : (
        <>
          <input
            class="checkbox"
            type="checkbox"
            id={id}
            name={`${name}.${item.value}`}
            value="yes"
            checked={item.checked}
          />
          <label for={id}>{item.title}</label>
        </>
      )}
      <div class="preview-body">{item.body}</div>
    </li>
  )
}
