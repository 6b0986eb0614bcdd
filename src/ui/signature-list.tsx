export type Signature = {
  name: string
  /** "14. april 2026 kl. 14.31", or what is waited for. */
  when: string
  /** An instant as ISO 8601, once there is one. */
  at?: string | undefined
}

/** Who closed it, each with an own date. */
export function SignatureList({ signatures }: { signatures: readonly Signature[] }) {
  return (
    <ul class="rows">
      {signatures.map(({ name, when, at }) => (
        <li key={name}>
          <span>{name}</span> {at ? <time dateTime={at}>{when}</time> : <span class="row-when">{when}</span>}
        </li>
      ))}
    </ul>
  )
}
