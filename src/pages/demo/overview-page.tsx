import { type CastMember, cast } from '../../demo/cast.ts'
import { houses } from '../../demo/houses.ts'
import { firstName } from '../../domain/conversation.ts'
import { Button } from '../../ui/button.tsx'
import { Title } from '../../ui/title.tsx'
import { demoUrls } from '../../urls.ts'
import { demo } from '../../words/demo.ts'
import { demoPeople } from '../../words/demo-people.ts'
import { type Frame, OpenPage } from '../shell.tsx'

/** The demo's people by organisation, each with a way in. */
export function OverviewPage({ frame }: { frame: Frame }) {
  const t = demo[frame.language]
  return (
    <OpenPage frame={frame} title={t.title} width="wide">
      <Title help={t.help}>{t.title}</Title>
      {Object.entries(houses).map(([id, house]) => (
        <section key={id}>
          <h2>{house.name}</h2>
          <ul class="people">
            {cast
              .filter(each => each.house === id)
              .map(each => (
                <Person key={each.id} frame={frame} someone={each} />
              ))}
          </ul>
        </section>
      ))}
    </OpenPage>
  )
}

function Person({ frame, someone }: { frame: Frame; someone: CastMember }) {
  const { role, sees } = demoPeople[frame.language][someone.id]
  return (
    <li>
      <p>{someone.name}</p>
      <p>{role}</p>
      <p>{sees}</p>
      <form method="post" action={demoUrls.demoPerson({ person: someone.id })}>
        <Button kind="secondary">{demo[frame.language].be(firstName(someone.name))}</Button>
      </form>
    </li>
  )
}
