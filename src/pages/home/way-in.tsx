import type { AddressChange } from '../../domain/address-change.ts'
import { sayComing } from '../../domain/day-words.ts'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { urls } from '../../urls.ts'
import { address } from '../../words/address.ts'
import { signIn } from '../../words/sign-in.ts'
import { ways } from '../../words/slips.ts'
import type { Me } from '../context.ts'
import type { Frame } from '../shell.tsx'

type Props = {
  frame: Frame
  me: Pick<Me, 'fell' | 'talksFrom'>
  addresses: readonly AddressChange[]
  now: Date
}

/**
 * What one ought to know about how one comes in: the address is about to change, the computer has become a shared one, or a
 * slip leaves something locked.
 */
export function WayIn({ frame, me, addresses, now }: Props) {
  const t = ways[frame.language]
  const waits = addresses.find(({ outcome }) => outcome === null)
  return (
    <>
      {waits && <NewAddress change={waits} frame={frame} now={now} />}
      {me.fell && (
        <Notice kind="info">
          <p>{signIn[frame.language].shared}</p>
        </Notice>
      )}
      {me.talksFrom && (
        <Notice kind="private">
          <p>
            {t.homeLocked} <Link href={`${urls.whoSees()}#vej-ind`}>{t.homeMore}</Link>
          </p>
        </Notice>
      )}
    </>
  )
}

function NewAddress({ change, frame, now }: Pick<Props, 'frame' | 'now'> & { change: AddressChange }) {
  const t = address[frame.language]
  return (
    <Notice kind="amber">
      <p>
        {t.changing(change.becomes, sayComing(change.worksFrom, now, frame.language))}{' '}
        <Link href={urls.newAddress()}>{t.open}</Link>
      </p>
    </Notice>
  )
}
