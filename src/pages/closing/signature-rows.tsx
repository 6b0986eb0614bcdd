import type { Signature } from '../../db/signatures.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { firstName } from '../../domain/conversation.ts'
import { sayMoment } from '../../domain/day-words.ts'
import { SignatureList } from '../../ui/signature-list.tsx'
import { closing } from '../../words/closing.ts'
import { closingWait } from '../../words/waiting.ts'
import { Deletes } from '../deletes.tsx'
import type { Frame } from '../shell.tsx'

type Props = { frame: Frame; talk: Conversation; signatures: readonly Signature[] }

/** Both names, each with an own date; who chose not to sign has none (S3-30, T14). Remarks stand under them, unedited. */
export function SignatureRows({ frame, talk, signatures }: Props) {
  const by = (person: string) => signatures.find(each => each.person === person)
  const rows = [talk.participant, talk.host].map(({ id, name }) => ({ name, ...rowOf(frame, talk, by(id)) }))
  return (
    <>
      <SignatureList signatures={rows} />
      {[talk.participant, talk.host].map(({ id, name }) => (
        <Remark key={id} frame={frame} talk={talk} name={name} text={by(id)?.remark} />
      ))}
    </>
  )
}

type RemarkProps = Pick<Props, 'frame' | 'talk'> & { name: string; text: Signature['remark'] | undefined }

function Remark({ frame: { language }, talk, name, text }: RemarkProps) {
  if (!text) return null
  return (
    <div>
      <p class="eyebrow">{closing[language].done.remarkBy(firstName(name))}</p>
      <p class="written">{text}</p>
      <Deletes talk={talk} layer="plan" language={language} />
    </div>
  )
}

function rowOf(
  { language }: Frame,
  talk: Conversation,
  signature: Signature | undefined,
): { when: string; at?: string } {
  const t = closing[language]
  const { missing, refused } = closingWait[language].waiting
  // Until both have answered, whoever reads can tell an answer from none: it may be mended yet.
  if (talk.status === 'closing' && !signature) return { when: missing }
  if (talk.status === 'closing' && signature?.choice === 'refused') return { when: refused }
  if (!signature || signature.choice === 'refused') return { when: t.done.unsigned[talk.form.closing] }
  return { when: sayMoment(signature.at, language), at: signature.at.toISOString() }
}
