import type { Organisation, Unit } from '../../domain/organisation.ts'
import { intake } from '../../words/intake.ts'
import { setup } from '../../words/setup.ts'
import type { Language } from '../../words/words.ts'

/** Whoever makes a large organisation looks at the first of it. */
const mostShown = 100

/** The tree of units in words, each after the one it is under. */
export function UnitList({ language, organisation }: { language: Language; organisation: Organisation }) {
  const t = setup[language]
  const names = new Map(organisation.units.map(unit => [unit.id, unit.name]))
  const posts = Map.groupBy(organisation.posts, post => post.unit)
  const children = Map.groupBy(organisation.units, unit => unit.parent)
  return (
    <section>
      <h2>{t.units}</h2>
      <ul class="rows">
        {inOrder(children, null)
          .slice(0, mostShown)
          .map(unit => (
            <li key={unit.id}>
              <span>{unit.name}</span>
              <span class="row-when">
                {[
                  ...(unit.parent === null ? [] : [t.under(names.get(unit.parent) ?? '')]),
                  t.postCount(posts.get(unit.id)?.length ?? 0),
                ].join(' · ')}
              </span>
            </li>
          ))}
      </ul>
      {organisation.units.length > mostShown && (
        <p class="hint">{intake[language].more(organisation.units.length - mostShown)}</p>
      )}
    </section>
  )
}

type Children = ReadonlyMap<string | null, readonly Unit[]>

const inOrder = (children: Children, parent: string | null): readonly Unit[] =>
  (children.get(parent) ?? []).flatMap(unit => [unit, ...inOrder(children, unit.id)])
