import type { Fault } from '../../domain/organisation/faults.ts'
import { bareHead } from '../../domain/organisation/heads.ts'
import type { FileHead } from '../../outside/people-file/heads.ts'
import { Button, ButtonStack } from '../../ui/button.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { intake } from '../../words/intake.ts'
import { setup } from '../../words/setup.ts'
import { HeadField, HeadsAsked } from '../intake/head-fields.tsx'
import { type Frame, OpenPage } from '../shell.tsx'
import { Carried } from './carried.tsx'
import { fieldOf } from './meanings.ts'
import type { Typed } from './typed.ts'

type Props = { frame: Frame; typed: Typed; heads: readonly FileHead[]; faults: readonly Fault[] }

/** What each column of the file is, asked once; the form carries everything else on. */
export function HeadsPage({ frame, typed, heads, faults }: Props) {
  const { language } = frame
  const t = intake[language]
  const asked = [...new Map(heads.map(head => [bareHead(head.head), head]))].filter(([bare]) => bare !== '')
  const shown = new Set(asked.map(([bare]) => bare))
  const others = new Map([...typed.meant].filter(([head]) => !shown.has(head)))
  return (
    <OpenPage frame={frame} title={t.headsTitle} carries={{ form: 'setup', action: urls.setupPreview() }}>
      <Title help={t.headsHelp}>{t.headsTitle}</Title>
      <HeadsAsked faults={faults} language={language} />
      <form id="setup" method="post" action={urls.setupPreview()} enctype="multipart/form-data">
        <input type="hidden" name="shown" value="heads" />
        <Carried typed={{ ...typed, meant: others }} />
        {asked.map(([bare, head]) => (
          <HeadField key={bare} name={fieldOf(bare)} head={head} language={language} />
        ))}
        <ButtonStack>
          <Button working={setup[language].reading}>{t.useHeads}</Button>
          <Button kind="text" name="mend" value="yes">
            {t.another}
          </Button>
        </ButtonStack>
      </form>
    </OpenPage>
  )
}
