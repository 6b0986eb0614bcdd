/** What Node or the database calls what went wrong: `ENOENT`, `42501`. Undefined where it has no such name. */
export const codeOf = (fault: unknown): string | undefined =>
  fault instanceof Error && 'code' in fault ? String(fault.code) : undefined

/** What went wrong for a line in the terminal: its kind and code. Never its message, which may quote what somebody wrote. */
export function kindOf(fault: unknown): string {
  const code = codeOf(fault)?.slice(0, 20)
  const kind = fault instanceof Error ? fault.constructor.name : typeof fault
  return code === undefined ? kind : `${kind} ${code}`
}
