import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionRows } from '../../ui/definition-rows.tsx'
import { WindowLight } from '../../ui/drawings/window-light.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { setup } from '../../words/setup.ts'
import type { Language } from '../../words/words.ts'
import { type Frame, OpenPage } from '../shell.tsx'

/** What now, for each of those who will be here. */
export function DonePage({ frame }: { frame: Frame }) {
  const t = setup[frame.language]
  return (
    <OpenPage frame={frame} title={t.doneTitle}>
      <WindowLight />
      <Title help={t.doneHelp}>{t.doneTitle}</Title>
      {frame.installation === 'trial' && <p>{t.doneTrial}</p>}
      <ButtonLink href={urls.signIn()}>{t.signIn}</ButtonLink>
      <section>
        <h2>{t.now}</h2>
        <DefinitionRows rows={whatNow(frame.language)} />
      </section>
    </OpenPage>
  )
}

function whatNow(language: Language) {
  const t = setup[language]
  return [
    { term: t.administrator, text: t.nowAdministrator },
    { term: t.nowHost, text: t.nowHostText },
    { term: t.nowParticipant, text: t.nowParticipantText },
  ]
}
