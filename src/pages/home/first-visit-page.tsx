import { ButtonLink } from '../../ui/button.tsx'
import { WindowLight } from '../../ui/drawings/window-light.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { firstVisit } from '../../words/first-visit.ts'
import { type Frame, OpenPage } from '../shell.tsx'

/** What one types for the demo. It has addresses of its own, which are served in no other installation. */
const command = 'npm start -- --demo'

/** The first page of an empty system: two doors. */
export function FirstVisitPage({ frame }: { frame: Frame }) {
  const t = firstVisit[frame.language]
  return (
    <OpenPage frame={frame} title={t.tab} width="wide">
      <WindowLight />
      <Title help={t.help}>{t.title}</Title>
      <div class="doors">
        <section aria-labelledby="try">
          <h2 id="try">{t.tryTitle}</h2>
          <p>{t.tryText}</p>
          <p>{t.tryHow}</p>
          <pre class="command">{command}</pre>
        </section>
        <section aria-labelledby="own">
          <h2 id="own">{t.ownTitle}</h2>
          <p>{t.ownText}</p>
          <ButtonLink href={urls.setup()}>{t.own}</ButtonLink>
        </section>
      </div>
    </OpenPage>
  )
}
