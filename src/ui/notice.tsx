import type { ComponentChildren } from 'preact'
import { LockIcon, TickIcon, TriangleIcon } from './icons.tsx'

/** `info` rests on sand · `amber` is a deadline or something unsaved · `done` · `error` is a fault of ours · `private` is plum. */
export type NoticeKind = 'info' | 'amber' | 'done' | 'error' | 'private'

const icons = { info: undefined, amber: TriangleIcon, done: TickIcon, error: TriangleIcon, private: LockIcon }

type NoticeProps = {
  kind: NoticeKind
  title?: string | undefined
  children?: ComponentChildren
  /** It came as the answer to something done here, and is read aloud when it appears. */
  spoken?: boolean | undefined
}

export function Notice({ kind, title, children, spoken }: NoticeProps) {
  const Icon = icons[kind]
  return (
    <div class={`notice ${kind}`} role={spoken ? 'status' : undefined}>
      {Icon && <Icon />}
      {title && <p class="notice-title">{title}</p>}
      <div class="notice-body">{children}</div>
    </div>
  )
}
