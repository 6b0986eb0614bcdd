import type { VNode } from 'preact'
import { Bench } from '../../../src/ui/drawings/bench.tsx'
import { Boots } from '../../../src/ui/drawings/boots.tsx'
import { Cubby } from '../../../src/ui/drawings/cubby.tsx'
import { Kite } from '../../../src/ui/drawings/kite.tsx'
import { Notebook } from '../../../src/ui/drawings/notebook.tsx'
import { Seedlings } from '../../../src/ui/drawings/seedlings.tsx'
import { TwoCups } from '../../../src/ui/drawings/two-cups.tsx'
import { WindowLight } from '../../../src/ui/drawings/window-light.tsx'
import { Entrance } from './frame.tsx'

const all: [string, VNode][] = [
  ['To kopper', <TwoCups key="1" />],
  ['Vindueslys', <WindowLight key="2" />],
  ['Gummistøvler på række', <Boots key="3" />],
  ['Lukket notesbog', <Notebook key="4" />],
  ['Garderobeplads med seddel', <Cubby key="5" />],
  ['Bænk', <Bench key="6" />],
  ['Drage', <Kite key="7" />],
  ['Spirer', <Seedlings key="8" />],
]

/** Picture 13: the eight drawings. */
export const drawings = (
  <Entrance title="Tegninger">
    <h1>Otte små tegninger</h1>
    {all.map(([name, drawing]) => (
      <section key={name}>
        {drawing}
        <h2>{name}</h2>
      </section>
    ))}
  </Entrance>
)
