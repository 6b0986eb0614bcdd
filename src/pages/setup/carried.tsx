import { fieldOf, type Meanings } from './meanings.ts'
import type { Typed } from './typed.ts'

/** Everything typed, out of sight: nothing is stored yet, so the form carries it on. */
export function Carried({ typed }: { typed: Typed }) {
  const { yourName, meant, rows, held, ...lines } = typed
  const file = held === '' ? { rows } : { held }
  return (
    <>
      <Hidden fields={Object.entries({ ...lines, ...file, 'your-name': yourName })} />
      <CarriedMeanings meant={meant} />
    </>
  )
}

export const CarriedMeanings = ({ meant }: { meant: Meanings }) => (
  <Hidden fields={[...meant].map(([head, column]) => [fieldOf(head), column])} />
)

function Hidden({ fields }: { fields: readonly (readonly [name: string, value: string])[] }) {
  return fields.map(([name, value]) => <input type="hidden" key={name} name={name} value={value} />)
}
