import type { ComponentChildren } from 'preact'
import type { House } from '../db/house.ts'
import type { DemoFace } from '../demo/face.ts'
import { Button } from '../ui/button.tsx'
import { EntranceHeader, StepHeader } from '../ui/header.tsx'
import { Page } from '../ui/layout.tsx'
import { Link } from '../ui/link.tsx'
import { urls } from '../urls.ts'
import { shell } from '../words/shell.ts'
import type { Language } from '../words/words.ts'
import { DemoLine } from './demo/demo-line.tsx'
import { type Placed, placeOf } from './place.ts'
import { signInAgain } from './way-back.ts'

/** What the frame of a page must know: the language, the installation's kind, and a key for its forms. */
export type Frame = {
  language: Language
  installation: 'demo' | 'trial' | 'live'
  /** In a demo: the way back to its people, and how late it is there. */
  demo?: { face: DemoFace; now: Date; here?: boolean } | undefined
  key: string
  /** Whose computer it is, once somebody is signed in. */
  device?: 'shared' | 'own'
  /** The mark of whoever reads, so that a covered page is lifted for the same person alone. */
  reader?: string
}

type Common = {
  frame: Frame
  title: string
  script?: string | undefined
  width?: 'reading' | 'wide' | 'whole' | undefined
  children: ComponentChildren
}

type Entrance = Common & {
  house: House
  role?: string | undefined
  /** The conversation the page is about, if it is about one. */
  talk?: Placed | undefined
  /** The page's own address, when it stands in the menu. */
  here?: string | undefined
}

/** Min side and the other entrances, for somebody signed in. */
export function EntrancePage({ house, role, talk, here, ...rest }: Entrance) {
  const t = shell[rest.frame.language]
  return (
    <Framed
      {...rest}
      header={
        <EntranceHeader
          house={house.organisation}
          homeHref={urls.home()}
          menuLabel={t.menu}
          {...menuOf(house, rest.frame, here)}
          actingAs={role}
          place={talk && placeOf(talk, rest.frame.language)}
          menuFoot={<MenuFoot frame={rest.frame} />}
        />
      }
    />
  )
}

function menuOf(
  { hosts, chairs, makesSlips, administrator, jobDescriptions }: House,
  { language }: Frame,
  here: string | undefined,
) {
  const t = shell[language]
  const own = [
    { href: urls.home(), label: t.home },
    ...(hosts ? [{ href: urls.hosted(), label: t.hosted }] : []),
    // A chair holds one talk, and has no menu beyond it (experience.md §2b).
    ...(hosts && !chairs ? [{ href: urls.planningSeveral(), label: t.planning }] : []),
    { href: urls.about(), label: t.about },
    { href: urls.whoSees(), label: t.whoSees },
  ]
  const office = [
    ...(makesSlips ? [{ href: urls.slips(), label: t.slips }] : []),
    ...(jobDescriptions ? [{ href: urls.jobDescriptions(), label: t.posts }] : []),
    ...(administrator ? [{ href: urls.intake(), label: t.intake }] : []),
    ...(administrator ? [{ href: urls.closedWeeks(), label: t.closedWeeks }] : []),
    ...(administrator ? [{ href: urls.outbox(), label: t.outbox }] : []),
  ]
  const placed = (items: readonly { href: string; label: string }[]) =>
    items.map(item => ({ ...item, current: item.href === here }))
  // A page or two stand beside the others; the whole office has a word of its own.
  return office.length < 3
    ? { menu: placed([...own, ...office]) }
    : { menu: placed(own), more: { label: t.office, items: placed(office) } }
}

/** In which part a host is here: a leader, or the chair of a board. */
export const actingAs = ({ chairs }: House, language: Language): string =>
  chairs ? shell[language].asChair : shell[language].asHost

type Step = Common & {
  back: { href: string; label: string }
  /** The conversation it is a step of, where it is one's. */
  talk?: Placed
}

/**
 * A step of a task: the way back by name, help in the same place on every page (WCAG 3.2.6), and of a
 * conversation the house it is in with one's own part there: whoever works in two is never in doubt (D15). On a shared
 * computer one can sign out from every step: whoever is called away must not have to find the way back first.
 */
export function StepPage({ back, talk, ...rest }: Step) {
  const { language } = rest.frame
  const { help: label, helpHeard: heard } = shell[language]
  const help = { href: urls.about(), label, heard }
  const place = talk && placeOf(talk, language)
  const foot = rest.frame.device === 'shared' && <SignOut frame={rest.frame} inStep />
  return <Framed {...rest} header={<StepHeader {...{ back, help, place, foot }} />} />
}

/** `carries`: the form that would be lost by another page; the language is chosen by sending it. */
type Open = Common & {
  house?: string | undefined
  carries?: { form: string; action: string } | undefined
}

/** A page before anybody is signed in. */
export function OpenPage({ carries, ...props }: Open) {
  const t = shell[props.frame.language]
  return (
    <Framed
      script="door.js"
      {...props}
      header={
        <EntranceHeader
          house={props.house ?? 'Medspil'}
          homeHref={urls.home()}
          menuLabel={t.menu}
          menu={[]}
          menuFoot={<LanguageSwitch frame={props.frame} carries={carries} />}
        />
      }
    />
  )
}

/** The frame alone, for a page with a header of its own. */
export function Framed({
  frame,
  title,
  header,
  script,
  width,
  children,
}: Common & { header: ComponentChildren }) {
  const t = shell[frame.language]
  return (
    <Page
      lang={frame.language}
      title={`${title} – Medspil`}
      skip={t.skip}
      header={
        <>
          {header}
          {frame.device && <IdleDialog frame={frame} device={frame.device} />}
        </>
      }
      notice={
        frame.demo ? (
          <DemoLine {...frame.demo} language={frame.language} />
        ) : (
          frame.installation === 'trial' && t.trial
        )
      }
      sheet={frame.demo && 'demo.css'}
      script={script ?? (frame.device && 'page.js')}
      width={width}
    >
      {children}
    </Page>
  )
}

/** Opened by script alone, when nobody has touched the page for a while (walls §4). */
function IdleDialog({ frame, device }: { frame: Frame; device: 'shared' | 'own' }) {
  const t = shell[frame.language].idle
  return (
    <dialog
      id="idle"
      closedby="none"
      class="idle"
      aria-labelledby="idle-title"
      data-device={device}
      data-reader={frame.reader}
      data-home={urls.home()}
      data-sign-in={signInAgain}
    >
      <h2 id="idle-title">{t.title}</h2>
      <p>{device === 'shared' ? t.shared : t.own}</p>
      {device === 'shared' && <p data-when="unsaved">{t.unsaved}</p>}
      {device === 'own' && (
        <p data-when="signed-out" hidden>
          {t.signedOut}{' '}
          <Link href={signInAgain} newTab>
            {t.signIn}
          </Link>
        </p>
      )}
      <Button type="button">{t.stay}</Button>
      <form method="post" action={urls.signOut()} data-sign-out data-leave>
        <input type="hidden" name="key" value={frame.key} />
        <input type="hidden" name="why" value="selv" />
        <input type="hidden" name="reader" value={frame.reader} />
        <Button kind="text">{shell[frame.language].signOut}</Button>
      </form>
    </dialog>
  )
}

function MenuFoot({ frame }: { frame: Frame }) {
  return (
    <>
      <LanguageSwitch frame={frame} />
      <SignOut frame={frame} />
    </>
  )
}

/** Script sends it once all that is typed has been saved. */
const SignOut = ({ frame, inStep }: { frame: Frame; inStep?: boolean }) => (
  <form class={inStep ? 'leave' : undefined} method="post" action={urls.signOut()} data-leave>
    <input type="hidden" name="key" value={frame.key} />
    <Button kind="text">{shell[frame.language].signOut}</Button>
  </form>
)

function LanguageSwitch({ frame, carries }: Pick<Open, 'frame' | 'carries'>) {
  const other = frame.language === 'da' ? 'en' : 'da'
  const words = <span lang={other}>{shell[frame.language].otherLanguage}</span>
  if (carries)
    return (
      <Button
        kind="text"
        form={carries.form}
        formAction={carries.action}
        formNoValidate
        name="spoken"
        value={other}
      >
        {words}
      </Button>
    )
  return (
    <form method="post" action={urls.language()}>
      <Button kind="text" name="language" value={other}>
        {words}
      </Button>
    </form>
  )
}
