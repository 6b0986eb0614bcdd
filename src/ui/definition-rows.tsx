import type { ComponentChildren } from 'preact'

/** What is what, in rows between hairlines: term over text on a phone, beside each other from 768. */
export function DefinitionRows({ rows }: { rows: readonly { term: string; text: ComponentChildren }[] }) {
  return (
    <dl class="definitions">
      {rows.map(({ term, text }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
