import type { Seat } from '../../demo/face.ts'
import { type DemoScene, getMember, scenes } from '../../demo/scenes.ts'
import { firstName } from '../../domain/conversation.ts'
import { Button } from '../../ui/button.tsx'
import { Title } from '../../ui/title.tsx'
import { demoUrls } from '../../urls.ts'
import { demo, demoScenes } from '../../words/demo.ts'
import { type Frame, Framed } from '../shell.tsx'

type Props = { frame: Frame; scene: DemoScene; addresses: Record<Seat, string> }

/** »Vis side om side«: two real browsers in one window, each somebody's own. */
export function ScenePage({ frame, scene, addresses }: Props) {
  const t = demo[frame.language]
  const words = demoScenes[frame.language][scene.id]
  const name = (seat: Seat) => firstName(getMember(scene.people[seat]).name)
  return (
    <Framed frame={frame} title={t.side} header={null} width="whole">
      <Title help={words.help}>{words.title}</Title>
      <SceneWays frame={frame} here={scene} />
      <div class="seats">
        <SeatFrame seat="phone" label={t.phone(name('phone'))} address={addresses.phone} />
        <SeatFrame seat="screen" label={t.screen(name('screen'))} address={addresses.screen} />
      </div>
    </Framed>
  )
}

type SeatProps = { seat: Seat; label: string; address: string }

const SeatFrame = ({ seat, label, address }: SeatProps) => (
  <section class={`seat ${seat}`}>
    <p>{label}</p>
    <div class="seat-glass">
      <iframe title={label} src={address} />
    </div>
  </section>
)

/** The ways to the other scenes. */
export function SceneWays({ frame, here }: { frame: Frame; here: DemoScene }) {
  const t = demoScenes[frame.language]
  return (
    <div class="scene-ways">
      {scenes
        .filter(({ id }) => id !== here.id)
        .map(({ id }) => (
          <form key={id} method="post" action={demoUrls.demoScene({ scene: id })}>
            <Button kind="text">{t[id].title}</Button>
          </form>
        ))}
    </div>
  )
}
