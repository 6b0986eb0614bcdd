import { Button, ButtonStack } from '../../ui/button.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Title } from '../../ui/title.tsx'
import { demoUrls } from '../../urls.ts'
import { demo } from '../../words/demo.ts'
import { type Frame, OpenPage } from '../shell.tsx'
import { DemoStep } from './demo-step.tsx'

/** Asks once. */
export function ResetPage({ frame }: { frame: Frame }) {
  const t = demo[frame.language]
  return (
    <DemoStep frame={frame} title={t.resetTitle}>
      <Title help={t.resetHelp}>{t.resetTitle}</Title>
      <form method="post" action={demoUrls.demoReset()}>
        <ButtonStack>
          <Button>{t.resetYes}</Button>
        </ButtonStack>
      </form>
      <LinkLine href={demoUrls.demo()}>{t.resetNo}</LinkLine>
    </DemoStep>
  )
}

/** While the story is played: the page comes anew by itself. */
export function PlayingPage({ frame }: { frame: Frame }) {
  const t = demo[frame.language]
  return (
    <OpenPage frame={frame} title={t.playingTitle}>
      <Title>{t.playingTitle}</Title>
      <p role="status">{t.playingText}</p>
    </OpenPage>
  )
}
