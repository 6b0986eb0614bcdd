import type { Colleague, OwnSlip } from '../../db/slips.ts'
import { type AddressChange, openAddress } from '../../domain/address-change.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDate } from '../../domain/day-words.ts'
import { Button } from '../../ui/button.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { urls } from '../../urls.ts'
import { address } from '../../words/address.ts'
import { ways } from '../../words/slips.ts'
import type { Language } from '../../words/words.ts'
import { sayAddress } from '../say-address.ts'
import type { Frame } from '../shell.tsx'

/** How I come in, who has made a slip for me, and what it leaves locked. */
export type Way = {
  slips: readonly OwnSlip[]
  colleagues: readonly Colleague[]
  helper: Colleague | undefined
  /** From when on my PIN opens text; null for a code by mail. */
  opensFrom: Date | null
  locked: number
  /** Every change of the address, the newest first. */
  addresses: readonly AddressChange[]
  /** An answer about the address, or the choice of a helper, was saved a moment ago. */
  answered: boolean
  saved: boolean
}

/** Screen 26: one's ways in. Nobody comes in by a slip without its person being able to see who made it, and when. */
export function Ways({ frame, way }: { frame: Frame; way: Way }) {
  const t = ways[frame.language]
  return (
    <section id="vej-ind">
      <h2>{t.title}</h2>
      {way.slips.length === 0 && way.opensFrom === null && <p>{t.mail}</p>}
      {way.slips.length > 0 && <Slips slips={way.slips} language={frame.language} />}
      <Addresses way={way} language={frame.language} />
      <Locked way={way} language={frame.language} />
      <HelperForm frame={frame} way={way} />
    </section>
  )
}

function Slips({ slips, language }: { slips: readonly OwnSlip[]; language: Language }) {
  const t = ways[language]
  const on = (at: Date) => sayDate(localDateOf(at), language)
  const fate = ({ usedAt, waits }: OwnSlip) => (usedAt ? t.used(on(usedAt)) : waits ? t.waits : t.unused)
  return (
    <>
      <ul class="plain-list">
        {slips.map(slip => (
          <li key={slip.madeAt.toISOString()}>
            {t.made(slip.maker, on(slip.madeAt))} {fate(slip)}
          </li>
        ))}
      </ul>
      <p class="hint">{t.notMine}</p>
    </>
  )
}

/** What a file has made of the address to sign in with, also when it is long done (walls §4). */
function Addresses({ way, language }: { way: Way; language: Language }) {
  const t = address[language]
  const { addresses, answered } = way
  const open = openAddress(addresses)
  if (addresses.length === 0) return null
  return (
    <>
      {answered && <Saved text={t.answered} />}
      <ul class="plain-list">
        {addresses.map(change => (
          <li key={change.askedAt.toISOString()}>{sayAddress(change, language)}</li>
        ))}
      </ul>
      {addresses.some(({ outcome }) => outcome === 'due') && <p class="hint">{t.notMine}</p>}
      {open && <LinkLine href={urls.newAddress()}>{open.outcome === null ? t.open : t.undo}</LinkLine>}
    </>
  )
}

function Locked({ way, language }: { way: Way; language: Language }) {
  const t = ways[language]
  const { opensFrom, locked } = way
  if (!opensFrom) return null
  return (
    <>
      <p>{t.opens(sayDate(localDateOf(opensFrom), language))}</p>
      {locked > 0 && (
        <Notice kind="private" title={t.locked(locked)}>
          <p>{t.unlock}</p>
          <p>{t.goOn}</p>
        </Notice>
      )}
    </>
  )
}

function HelperForm({ frame, way }: { frame: Frame; way: Way }) {
  const t = ways[frame.language]
  return (
    <form class="part" method="post" action={urls.helper()}>
      <input type="hidden" name="key" value={frame.key} />
      {way.saved && <Saved text={t.chosen} />}
      <SelectField
        name="helper"
        label={t.helper}
        hint={t.helperHint}
        options={helpers(way, t.nobody)}
        value={way.helper?.id ?? ''}
      />
      <Button kind="secondary">{t.choose}</Button>
    </form>
  )
}

const helpers = ({ colleagues }: Way, nobody: string) => [
  { value: '', label: nobody },
  ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
]

const Saved = ({ text }: { text: string }) => (
  <Notice kind="done" spoken>
    <p>{text}</p>
  </Notice>
)
