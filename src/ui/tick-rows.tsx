import type { ComponentChildren } from 'preact'
import { DiamondIcon } from './icons.tsx'

export type TickRow = {
  /** The anchor one comes back to after pressing. */
  id: string
  /** The form around the box: where it goes and what it sends along. */
  action: string
  fields: Readonly<Record<string, string>>
  ticked: boolean
  /** Neither done nor to be done: the box is empty and pressing it takes the point up again. */
  put?: 'aside' | undefined
  /** What pressing does, for those who hear it: "Markér som udført: Naturvejleder". */
  label: string
  what: string
  /** "Senest den 15. oktober 2026", "Gjort den 2. juni" */
  detail?: ComponentChildren
  /** What it is tied to: "Kompetence: Samarbejde" */
  about?: string | undefined
  /** The host's promise, with its diamond. */
  support?: { head: string; text: string; note?: string | undefined } | undefined
}

/** Things to tick off: a box of 44 that is a button, so that it works without script, and what it is about. */
export function TickRows({ rows }: { rows: readonly TickRow[] }) {
  return (
    <ul class="tick-rows">
      {rows.map(row => (
        <li key={row.id} id={row.id}>
          <TickBox {...row} />
          <div class="tick-words">
            <p class="tick-what">{row.what}</p>
            {row.detail && <div class="hint">{row.detail}</div>}
            {row.about && <p class="hint">{row.about}</p>}
            {row.support && <Support {...row.support} />}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Support({ head, text, note }: NonNullable<TickRow['support']>) {
  return (
    <div class="tick-support">
      <DiamondIcon />
      <p>
        {head}: <span class="written">{text}</span>
        {note && <span class="hint">{note}</span>}
      </p>
    </div>
  )
}

function TickBox({ action, fields, ticked, put, label }: TickRow) {
  return (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        class={put ? `tick-box ${put}` : 'tick-box'}
        type="submit"
        aria-pressed={ticked ? 'true' : 'false'}
        aria-label={label}
      />
    </form>
  )
}
