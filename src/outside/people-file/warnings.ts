import type { Warning } from '../../domain/organisation/faults.ts'

/** Warnings of a hundred thousand people are told by their number and the first of them. */
export type ShortWarning = Warning & { readonly count: number }

const mostNames = 12
const mostMailboxes = 20

export function shortened(warnings: readonly Warning[]): readonly ShortWarning[] {
  const mailboxes = warnings.filter(each => each.rule === 'mailbox-shared')
  const others = warnings.filter(each => each.rule !== 'mailbox-shared')
  return [...mailboxes.slice(0, mostMailboxes), ...others].map(shorten)
}

function shorten(warning: Warning): ShortWarning {
  switch (warning.rule) {
    case 'host-found':
      return { ...warning, pairs: warning.pairs.slice(0, mostNames), count: warning.pairs.length }
    case 'column-unused':
      return { ...warning, heads: warning.heads.slice(0, mostNames), count: warning.heads.length }
    default:
      return { ...warning, names: warning.names.slice(0, mostNames), count: warning.names.length }
  }
}
