import type { ComponentChildren } from 'preact'
import type { SealBroken } from '../db/shelves.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Title } from '../ui/title.tsx'
import { urls } from '../urls.ts'
import { shell } from '../words/shell.ts'
import type { PageContext } from './context.ts'
import type { FormRefusal } from './form.ts'
import { page } from './page.tsx'
import { type Frame, OpenPage } from './shell.tsx'

// The pages that answer when there is nothing to show. They say what to do, and never whether something exists.

type PlainProps = { frame: Frame; title: string; text: string; children?: ComponentChildren }

function PlainPage({ frame, title, text, children }: PlainProps) {
  return (
    <OpenPage frame={frame} title={title}>
      <Title>{title}</Title>
      <p>{text}</p>
      {children}
      <ButtonLink kind="secondary" href={urls.home()}>
        {shell[frame.language].notFound.home}
      </ButtonLink>
    </OpenPage>
  )
}

/** What the frame of a demo's page says. */
export const demoOf = (c: PageContext): Pick<Frame, 'demo'> =>
  c.var.demo ? { demo: { face: c.var.demo, now: c.var.now } } : {}

/** The frame of a page that belongs to nobody. */
export const openFrame = (c: PageContext, installation: Frame['installation']): Frame => ({
  language: c.var.language,
  installation,
  ...demoOf(c),
  key: '',
})

/** 404 for what does not exist and for what is not yours: the same words. */
export function notFoundPage(c: PageContext): Response {
  const t = shell[c.var.language].notFound
  return page(c, <PlainPage frame={openFrame(c, 'live')} title={t.title} text={t.text} />, 404)
}

/** A body that could not be read, or a form from another site. */
export function refusalPage(
  c: PageContext,
  refusal: FormRefusal | { refused: 'foreign'; status: 403 } | { refused: 'another-reader'; status: 409 },
): Response {
  const t = shell[c.var.language]
  const all = {
    'too-large': t.tooLarge,
    malformed: t.malformed,
    foreign: t.foreign,
    'another-reader': t.anotherReader,
  }
  const words = all[refusal.refused]
  return page(
    c,
    <PlainPage frame={openFrame(c, 'live')} title={words.title} text={words.text} />,
    refusal.status,
  )
}

/** A text whose seal did not open: 410 when it was destroyed, 409 when it is not what was sealed. Nothing of it is shown. */
export function sealBrokenPage(c: PageContext, { code }: SealBroken): Response {
  const t = shell[c.var.language]
  const gone = code === 'shelf-destroyed'
  const { title, text } = gone ? t.destroyed : t.sealBroken
  return page(
    c,
    <PlainPage frame={openFrame(c, 'live')} title={title} text={text}>
      {!gone && <p>{t.broken.id(c.var.requestId)}</p>}
    </PlainPage>,
    gone ? 410 : 409,
  )
}

/** A bug: an id, and nothing of what was being done. */
export function brokenPage(c: PageContext): Response {
  const t = shell[c.var.language].broken
  return page(
    c,
    <PlainPage frame={openFrame(c, 'live')} title={t.title} text={t.text}>
      <p>{t.id(c.var.requestId)}</p>
    </PlainPage>,
    500,
  )
}
