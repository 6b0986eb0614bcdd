import type { House } from '../../db/house.ts'
import type { FrozenRecord } from '../../db/records.ts'
import type { Signature } from '../../db/signatures.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { sayDate } from '../../domain/day-words.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Notebook } from '../../ui/drawings/notebook.tsx'
import { Fold } from '../../ui/fold.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { closing } from '../../words/closing.ts'
import { plan } from '../../words/plan.ts'
import { EntrancePage, type Frame } from '../shell.tsx'
import { PlanText, RecordText } from './frozen-text.tsx'
import { UnsentRemark } from './remark-field.tsx'
import { SignatureRows } from './signature-rows.tsx'

export type DoneShown = {
  frame: Frame
  house: House
  talk: Conversation
  record: FrozenRecord
  signatures: readonly Signature[]
  /** The first groups of the fingerprint, as people read them aloud. */
  fingerprint: string
  /** Come to read it: it stands open. */
  opensPlan: boolean
  notice?: string | undefined
  remark?: string | undefined
}

const planAnchor = 'planen'

/** Where the whole plan is read, as it was locked. */
export const wholePlan = ({ id }: { id: string }) => `${urls.signing({ id })}?planen=ja#${planAnchor}`

/** Both have answered, or one has closed it without the other. Nothing is asked any more: who closed it and when, the two papers, and how long they are kept. */
export function DonePage(props: DoneShown) {
  const { frame, house, talk, record, notice, remark } = props
  const t = closing[frame.language].done
  const contested = talk.status === 'contested'
  return (
    <EntrancePage frame={frame} talk={talk} house={house} title={t.tab}>
      <Notebook />
      <Title help={t.text(firstName(otherIn(talk).name))}>{contested ? t.contested : t.title}</Title>
      {notice && (
        <Notice kind="amber" spoken>
          <p>{notice}</p>
          <UnsentRemark remark={remark} language={frame.language} />
        </Notice>
      )}
      {contested && <p>{t.held[talk.form.closing]}</p>}
      <SignatureRows {...props} />
      {record.plan ? <Papers {...props} /> : <p>{t.allGone}</p>}
    </EntrancePage>
  )
}

function Papers({ frame, talk, record, fingerprint, opensPlan }: DoneShown) {
  const t = closing[frame.language]
  const { language } = frame
  return (
    <>
      <ButtonLink href={urls.plan({ id: talk.id })}>{plan[language].see}</ButtonLink>
      <LinkLine href={urls.document({ id: talk.id, part: 'plan' })}>{t.done.getPlan}</LinkLine>
      {record.talk ? (
        <LinkLine href={urls.document({ id: talk.id, part: 'record' })}>{t.done.getRecord}</LinkLine>
      ) : (
        <p>{t.done.recordGone}</p>
      )}
      {record.plan && (
        <div id={planAnchor}>
          <Fold label={t.text.points} open={opensPlan}>
            <PlanText plan={record.plan} language={language} reader={talk.role} />
          </Fold>
        </div>
      )}
      {record.talk && <RecordText talk={record.talk} language={language} />}
      <p class="hint">{deletedOn(talk, language)}</p>
      <p class="hint">{t.done.fingerprint(fingerprint)}</p>
    </>
  )
}

function deletedOn({ deletesOn: { plan, talk } }: Conversation, language: Frame['language']): string {
  if (!plan) return ''
  const t = closing[language].done
  return t.deleted(sayDate(plan, language), talk && sayDate(talk, language))
}
