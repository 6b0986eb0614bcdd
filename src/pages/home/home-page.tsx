import type { House } from '../../db/house.ts'
import { Title } from '../../ui/title.tsx'
import { shell } from '../../words/shell.ts'
import { EntrancePage, type Frame } from '../shell.tsx'

export function HomePage({ frame, house }: { frame: Frame; house: House }) {
  return (
    <EntrancePage frame={frame} house={house} title={shell[frame.language].home}>
      <Title>{house.name}</Title>
    </EntrancePage>
  )
}
