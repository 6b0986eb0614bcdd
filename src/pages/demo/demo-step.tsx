import type { ComponentChildren } from 'preact'
import { StepHeader } from '../../ui/header.tsx'
import { demoUrls } from '../../urls.ts'
import { demo } from '../../words/demo.ts'
import { type Frame, Framed } from '../shell.tsx'

type Props = { frame: Frame; title: string; children: ComponentChildren }

/** A page of the demo's own, with the way back to its people. */
export function DemoStep({ frame, title, children }: Props) {
  const back = { href: demoUrls.demo(), label: demo[frame.language].backToPeople }
  return (
    <Framed frame={frame} title={title} header={<StepHeader back={back} />}>
      {children}
    </Framed>
  )
}
