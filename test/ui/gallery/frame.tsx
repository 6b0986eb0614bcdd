// The house and menu the gallery's pages share. Names and houses are invented.
import type { ComponentChildren } from 'preact'
import { Button } from '../../../src/ui/button.tsx'
import { EntranceHeader, StepHeader } from '../../../src/ui/header.tsx'
import { Page } from '../../../src/ui/layout.tsx'

const menu = [
  { href: '/min-side', label: 'Min side' },
  { href: '/samtaler', label: 'Mine samtaler', current: true },
  { href: '/planlaeg', label: 'Planlæg' },
  { href: '/aftale', label: 'Sådan gør vi her' },
]

const menuFoot = (
  <>
    <form method="post" action="/sprog">
      <Button kind="text" name="language" value="en">
        <span lang="en">English</span>
      </Button>
    </form>
    <form method="post" action="/ud">
      <Button kind="text">Log ud</Button>
    </form>
  </>
)

type EntranceProps = {
  house?: string
  actingAs?: string
  title: string
  foot?: ComponentChildren
  width?: 'wide'
  children: ComponentChildren
}

export function Entrance({ house = 'Børnehuset Mælkevejen', actingAs, ...page }: EntranceProps) {
  const header = (
    <EntranceHeader
      house={house}
      homeHref="/"
      menuLabel="Menu"
      menu={menu}
      actingAs={actingAs}
      menuFoot={menuFoot}
    />
  )
  return <Page lang="da" skip="Gå til indhold" header={header} {...page} />
}

type StepProps = { back: string; title: string; notice?: string; children: ComponentChildren }

export function Step({ back, ...page }: StepProps) {
  const header = (
    <StepHeader
      back={{ href: '/forberedelse', label: back }}
      help={{ href: '/hjaelp', label: 'Hjælp', heard: 'Hjælp (åbner i en ny fane)' }}
      place="Kløvervangen. Du er her som medarbejder"
    />
  )
  return <Page lang="da" skip="Gå til indhold" header={header} {...page} />
}
