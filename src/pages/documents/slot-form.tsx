import type { FilledSlot } from '../../db/document-links.ts'
import type { DocumentSlot } from '../../domain/concept.ts'
import type { Conversation } from '../../domain/conversation.ts'
import {
  type DocumentFault,
  type DocumentLink,
  openers,
  type TypedDocument,
  titleLimit,
} from '../../domain/documents.ts'
import { Button, ButtonStack } from '../../ui/button.tsx'
import { RadioList } from '../../ui/choices.tsx'
import { DateField, TextField } from '../../ui/text-field.tsx'
import { urls } from '../../urls.ts'
import { documents as texts } from '../../words/documents.ts'
import type { Frame } from '../shell.tsx'

/** What was typed for one slot, and why it is not kept. */
export type Retyped = {
  slot: string
  typed: TypedDocument
  faults: readonly DocumentFault[]
  meanwhile?: boolean
}

type Props = {
  frame: Frame
  talk: Conversation
  slot: DocumentSlot
  filled: FilledSlot | undefined
  retyped: Retyped | undefined
}

/** The id of a slot's field: an error's link leads to it. */
export const fieldOf = (slot: string, field: keyof TypedDocument) => `${slot}-${field}`

/** A link with what is to be known of it; the slot may also be passed over this year. */
export function SlotForm({ frame, talk, slot, filled, retyped }: Props) {
  const t = texts[frame.language]
  const typed = retyped?.typed ?? typedOf(filled)
  const own = (field: keyof TypedDocument) => {
    const fault = retyped?.faults.find(each => each.field === field)?.fault
    const value = typed[field]
    return { name: field, id: fieldOf(slot.id, field), value, error: fault && t.faults[fault] }
  }
  return (
    <form method="post" action={urls.documentSlot({ id: talk.id, slot: slot.id })}>
      <Hidden frame={frame} slot={slot} filled={filled} />
      <TextField {...own('link')} label={t.link} hint={t.linkHint} autocomplete="off" />
      <TextField
        {...own('title')}
        label={t.name}
        hint={t.nameHint}
        autocomplete="off"
        maxLength={titleLimit}
      />
      <DateField {...own('dated')} label={t.dated} hint={t.datedHint} />
      <RadioList
        {...own('opens')}
        legend={t.opens}
        choices={openers.map(value => ({ value, label: t.opener[value] }))}
      />
      <ButtonStack>
        <Button kind="secondary" name="do" value="save">
          {t.save}
        </Button>
        <PassOver frame={frame} filled={filled} />
      </ButtonStack>
    </form>
  )
}

/** For a slot that is filled elsewhere: all there is to say here is that it does not matter. */
export function PassOverForm({ frame, talk, slot, filled }: Omit<Props, 'retyped'>) {
  return (
    <form method="post" action={urls.documentSlot({ id: talk.id, slot: slot.id })}>
      <Hidden frame={frame} slot={slot} filled={filled} />
      <p class="link-line">
        <PassOver frame={frame} filled={filled} />
      </p>
    </form>
  )
}

function Hidden({ frame, slot, filled }: Pick<Props, 'frame' | 'slot' | 'filled'>) {
  return (
    <>
      <input type="hidden" name="key" value={`${frame.key}-${slot.id.slice(0, 16)}`} />
      <input type="hidden" name="version" value={filled?.version ?? 0} />
    </>
  )
}

function PassOver({ frame, filled }: Pick<Props, 'frame' | 'filled'>) {
  if (filled?.content.kind === 'not-relevant') return null
  return (
    <Button kind="text" name="do" value="not-relevant">
      {texts[frame.language].notRelevant}
    </Button>
  )
}

const empty: TypedDocument = { title: '', link: '', dated: '', opens: 'let-in' }
const asTyped = ({ title, link, datedOn, opens }: DocumentLink): TypedDocument => ({
  ...{ title, link, opens },
  dated: datedOn ?? '',
})
const typedOf = (filled: FilledSlot | undefined) =>
  filled?.content.kind === 'link' ? asTyped(filled.content) : empty
