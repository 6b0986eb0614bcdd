import type { MailRow, Reader } from '../../db/mail-jobs.ts'
import type { AddressMailKind } from '../../db/tables.ts'
import type { Deps } from '../../deps.ts'
import { firstName } from '../../domain/conversation.ts'
import { urls } from '../../urls.ts'
import { addressChangedLetter } from '../letters/address-changed-letter.ts'
import { addressKeptLetter } from '../letters/address-kept-letter.ts'
import type { Post } from './post.ts'

/** What the old and the new address are told when a file gives somebody another one (walls §4), while it still waits. */
export function addressPost(deps: Deps, kind: AddressMailKind, reader: Reader): Post {
  const { asked, address, language, name, house } = reader
  const about = { language, reader: firstName(name), house }
  if (kind === 'address-kept') {
    const link = `${deps.origin}${urls.whoSees()}`
    return asked
      ? { dropped: 'answered' }
      : { letter: addressKeptLetter({ ...about, link }), link, to: [address] }
  }
  if (!asked) return { dropped: 'answered' }
  const sentTo = kind === 'address-asked' ? 'old' : 'new'
  const link = `${deps.origin}${sentTo === 'old' ? urls.newAddress() : urls.home()}`
  const change = { newAddress: asked.address, changedBy: asked.by, worksFrom: new Date(asked.worksFrom) }
  return {
    letter: addressChangedLetter({ ...about, ...change, sentTo, first: address === '', link }),
    link,
    to: [sentTo === 'old' ? address : asked.address],
  }
}

export const isAddressKind = (kind: MailRow['kind']): kind is AddressMailKind => kind.startsWith('address-')
