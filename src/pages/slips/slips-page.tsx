import type { House } from '../../db/house.ts'
import type { SlipPerson } from '../../db/slips.ts'
import { firstName } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDate } from '../../domain/day-words.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { roles } from '../../words/roles.ts'
import { slips } from '../../words/slips.ts'
import type { Language } from '../../words/words.ts'
import { PeopleSearch } from '../people-search.tsx'
import { EntrancePage, type Frame } from '../shell.tsx'

type Props = {
  frame: Frame
  house: House
  search: string
  people: readonly SlipPerson[]
  refusal?: string | undefined
  now: Date
}

/** Who comes in how, and a button for each that makes a slip. Those without mail of their own stand here unasked. */
export function SlipsPage(props: Props) {
  const { frame, house, search, people, refusal } = props
  const t = slips[frame.language]
  return (
    <EntrancePage frame={frame} house={house} title={t.title} here={urls.slips()} width="wide">
      {refusal && (
        <Notice kind="amber" spoken>
          <p>{refusal}</p>
        </Notice>
      )}
      <Title help={t.help}>{t.title}</Title>
      <p>{t.locks}</p>
      {house.administrator && <PeopleSearch action={urls.slips()} search={search} words={t} />}
      {people.length > 0 ? <People {...props} /> : <Nobody {...props} />}
      {house.administrator && <LinkLine href={urls.roles()}>{roles[frame.language].toRoles}</LinkLine>}
    </EntrancePage>
  )
}

function Nobody({ frame, search }: Props) {
  const t = slips[frame.language]
  return (
    <section>
      <h2>{search ? t.notFound : t.nobody}</h2>
      {!search && <p>{t.nobodyText}</p>}
    </section>
  )
}

function People(props: Props) {
  const t = slips[props.frame.language]
  const { who, way, slip } = t.columns
  return (
    <DataTable
      caption={t.caption}
      columns={[{ label: who }, { label: way }, { label: slip }]}
      rows={props.people.map(each => ({
        key: each.person,
        cells: [
          <Who {...each} language={props.frame.language} />,
          wayOf(each, props.frame.language),
          <Make {...props} each={each} />,
        ],
      }))}
    />
  )
}

function Who({ name, house, number, language }: SlipPerson & { language: Language }) {
  return (
    <>
      {name}
      <p class="hint">{[house, number && slips[language].number(number)].filter(Boolean).join(', ')}</p>
    </>
  )
}

function wayOf({ mail, pinAt }: SlipPerson, language: Language): string {
  const t = slips[language]
  const pin = pinAt ? [t.pin(sayDate(localDateOf(pinAt), language))] : []
  return [t.mail[mail], ...pin].join('. ')
}

function Make({ frame, each, now }: Props & { each: SlipPerson }) {
  const t = slips[frame.language]
  const { person, name, may, slipAt } = each
  const state = slipState(each, frame.language, now)
  if (may === 'host') return <p>{t.host(firstName(name))}</p>
  return (
    <>
      {state && <p class="hint">{state}</p>}
      <form method="post" action={urls.slipFor({ person })}>
        <input type="hidden" name="key" value={`${frame.key}-${person.slice(0, 8)}`} />
        <Button kind="text">
          {slipAt ? t.makeAgain : t.make}
          <span class="heard"> {name}</span>
        </Button>
      </form>
    </>
  )
}

function slipState(each: SlipPerson, language: Language, now: Date): string | undefined {
  const t = slips[language]
  const { slipBy, slipUntil, spoilt } = each
  if (!slipUntil) return undefined
  if (spoilt) return t.spoilt
  const until = sayDate(localDateOf(new Date(slipUntil.getTime() - 1)), language)
  return slipUntil > now ? t.waits(slipBy ?? '', until) : t.old(until)
}
