import { type CastMember, cast } from '../../demo/cast.ts'
import { type HouseName, houses } from '../../demo/houses.ts'
import { scenes } from '../../demo/scenes.ts'
import { firstName } from '../../domain/conversation.ts'
import type { LocalDate } from '../../domain/day.ts'
import { Button } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { NextStep } from '../../ui/next-step.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Title } from '../../ui/title.tsx'
import { demoUrls } from '../../urls.ts'
import { demo } from '../../words/demo.ts'
import { demoPeople } from '../../words/demo-people.ts'
import { type Frame, OpenPage } from '../shell.tsx'
import { ClockPart } from './clock-part.tsx'
import { sayNow } from './demo-line.tsx'
import { roleOf } from './people-as-data.ts'
import { SceneWays } from './scene-page.tsx'

type Props = { frame: Frame; now: Date; deadline: LocalDate | undefined; moved: boolean }

/** The demo's first page: two side by side, its people by organisation, and its clock. */
export function OverviewPage(props: Props) {
  const { frame, now, moved } = props
  const t = demo[frame.language]
  return (
    <OpenPage frame={frame} title={t.tab} width="wide">
      {moved && (
        <Notice kind="done" spoken>
          <p>{t.moved(sayNow(now, frame.language))}</p>
        </Notice>
      )}
      <Title help={t.help}>{t.title}</Title>
      <SideBySide frame={frame} />
      <HousePart frame={frame} house="maelkevejen" />
      <HousePart frame={frame} house="lyngsoe" />
      <ClockPart {...props} />
      <section>
        <h2>{t.rest}</h2>
        <LinkLine href={demoUrls.demoLetters()}>{t.letters}</LinkLine>
        <LinkLine href={demoUrls.demoReset()}>{t.reset}</LinkLine>
      </section>
    </OpenPage>
  )
}

function SideBySide({ frame }: { frame: Frame }) {
  const t = demo[frame.language]
  const [first] = scenes
  if (!first) return null
  return (
    <NextStep
      eyebrow={t.sideEyebrow}
      title={t.sideTitle}
      action={
        <form method="post" action={demoUrls.demoScene({ scene: first.id })}>
          <Button>{t.side}</Button>
        </form>
      }
      privacy={
        <>
          <p class="hint">{t.otherScenes}</p>
          <SceneWays frame={frame} here={first} />
        </>
      }
    >
      <p>{t.sideText}</p>
    </NextStep>
  )
}

function HousePart({ frame, house }: { frame: Frame; house: HouseName }) {
  const t = demo[frame.language]
  const people = cast.filter(each => each.house === house)
  const rest = people.filter(each => !each.first)
  return (
    <section>
      <h2>{houses[house].name}</h2>
      <p class="hint">{t.about[house](houses[house].conceptName)}</p>
      <PeopleList frame={frame} people={people.filter(each => each.first)} />
      <Fold label={t.more(houses[house].name)} note={t.moreNote(rest.length)}>
        <PeopleList frame={frame} people={rest} />
      </Fold>
    </section>
  )
}

const PeopleList = ({ frame, people }: { frame: Frame; people: readonly CastMember[] }) => (
  <ul class="people">
    {people.map(each => (
      <Person key={each.id} frame={frame} someone={each} />
    ))}
  </ul>
)

function Person({ frame, someone }: { frame: Frame; someone: CastMember }) {
  const { id, name } = someone
  const { sees } = demoPeople[frame.language][id]
  return (
    <li>
      <p class="people-who">
        <b>{name}</b>
        <span>{roleOf(someone, frame.language)}</span>
      </p>
      <p class="people-sees">{sees}</p>
      <form method="post" action={demoUrls.demoPerson({ person: id })}>
        <Button kind="secondary">{demo[frame.language].be(firstName(name))}</Button>
      </form>
    </li>
  )
}
