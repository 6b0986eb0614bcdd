import type { ComponentChildren } from 'preact'
import { BackIcon, ChevronIcon, MenuIcon } from './icons.tsx'
import { Link } from './link.tsx'

export type MenuItem = { href: string; label: string; current?: boolean | undefined }

/** Pages that stand together under one word where the menu is laid out: the office's. */
export type MenuGroup = { label: string; items: readonly MenuItem[] }

type EntranceHeaderProps = {
  house: string
  homeHref: string
  /** The house's own mark, a served raster image. Without one it gets ours. */
  mark?: string | undefined
  /** "Menu"; also the name of the navigation for those who listen. */
  menuLabel: string
  menu: readonly MenuItem[]
  more?: MenuGroup | undefined
  /** "Du er her som leder" */
  actingAs?: string | undefined
  /** On a page of one conversation: "Kløvervangen. Du er her som leder" */
  place?: string | undefined
  /** What stands last in the menu: the form that signs out. */
  menuFoot?: ComponentChildren
}

/** Min side and the other entrances: the house left, the menu right; from 1024 the menu is laid out. */
export function EntranceHeader({
  house,
  homeHref,
  mark,
  menuLabel,
  menu,
  more,
  actingAs,
  place,
  menuFoot,
}: EntranceHeaderProps) {
  return (
    <header class="header entrance">
      <div class="header-row">
        <div>
          <Link href={homeHref} class="house">
            <Mark src={mark} />
            <span>{house}</span>
          </Link>
          {actingAs && <p class="acting-as">{actingAs}</p>}
        </div>
        {(menu.length > 0 || menuFoot) && <Menu label={menuLabel} items={menu} more={more} foot={menuFoot} />}
      </div>
      {place && <p class="place">{place}</p>}
    </header>
  )
}

type MenuProps = {
  label: string
  items: readonly MenuItem[]
  more: MenuGroup | undefined
  foot: ComponentChildren
}

function Menu({ label, items, more, foot }: MenuProps) {
  // One thing alone is not folded away: whoever cannot read the page must see the other language.
  if (items.length === 0 && !more) return <div class="menu">{foot}</div>
  return (
    <nav class="menu" aria-label={label}>
      <details class="menu-folded">
        <summary>
          <MenuIcon />
          {label}
        </summary>
        <ul>
          <MenuLinks items={[...items, ...(more?.items ?? [])]} />
          {foot && <li>{foot}</li>}
        </ul>
      </details>
      <div class="menu-open">
        <ul>
          <MenuLinks items={items} />
          {more && <More {...more} />}
          {foot && <li>{foot}</li>}
        </ul>
      </div>
    </nav>
  )
}

const MenuLinks = ({ items }: { items: readonly MenuItem[] }) => (
  <>
    {items.map(item => (
      <li key={item.href}>
        <Link href={item.href} current={item.current}>
          {item.label}
        </Link>
      </li>
    ))}
  </>
)

const More = ({ label, items }: MenuGroup) => (
  <li>
    <details class="menu-more">
      <summary>
        {label}
        <ChevronIcon />
      </summary>
      <ul>
        <MenuLinks items={items} />
      </ul>
    </details>
  </li>
)

/** The product's mark: a circle and a diamond, the two people of every talk. */
function Mark({ src }: { src: string | undefined }) {
  if (src) return <img class="mark" src={src} alt="" width="32" height="32" />
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle class="mark-ground" cx="16" cy="16" r="16" />
      <circle class="mark-one" cx="11" cy="16" r="5" />
      <path class="mark-two" d="M22 10l6 6-6 6-6-6z" />
    </svg>
  )
}

/** In a tab of its own: the step stands where it was, with what was typed. `heard`: the label with that said. */
type Help = { href: string; label: string; heard: string }

type StepHeaderProps = {
  /** Back by name: "Forberedelse", never "Tilbage". */
  back: { href: string; label: string }
  help?: Help | undefined
  /** "Kløvervangen. Du er her som leder" */
  place?: string | undefined
  /** On a shared computer the form that signs out. */
  foot?: ComponentChildren
}

/** Steps of a task: the way back left, help right, and where one is under them. */
export function StepHeader({ back, help, place, foot }: StepHeaderProps) {
  return (
    <header class="header step">
      <div class="header-row">
        <Link href={back.href} class="back">
          <BackIcon />
          <span>{back.label}</span>
        </Link>
        {help && (
          <Link href={help.href} class="help" label={help.heard} newTab>
            {help.label}
          </Link>
        )}
        {foot}
      </div>
      {place && <p class="place">{place}</p>}
    </header>
  )
}
