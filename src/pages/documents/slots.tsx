import type { FilledSlot } from '../../db/document-links.ts'
import type { DocumentSlot } from '../../domain/concept.ts'
import { firstName, otherIn } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDate } from '../../domain/day-words.ts'
import { type DocumentLink, isOld, type TypedDocument } from '../../domain/documents.ts'
import { isOver } from '../../domain/lifecycle.ts'
import { Fold } from '../../ui/fold.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { urls } from '../../urls.ts'
import { documents as texts } from '../../words/documents.ts'
import { JobAtHand } from '../job/at-hand.tsx'
import { inWords } from '../quote.ts'
import type { DocumentsShown } from './shown.ts'
import { PassOverForm, SlotForm } from './slot-form.tsx'

type Props = DocumentsShown & { slot: DocumentSlot }

/** One named place: the paper one press away, when it is from, and who can open it. */
export function Slot(props: Props) {
  const { frame, slot } = props
  return (
    <section id={slot.id}>
      <h2>{inWords(frame.language)(slot.title)}</h2>
      {slot.of === 'plan' ? (
        <LastPlanSlot {...props} />
      ) : slot.of === 'post' ? (
        <Job {...props} />
      ) : (
        <Paper {...props} />
      )}
    </section>
  )
}

function LastPlanSlot({ frame, last }: Props) {
  const { language } = frame
  const t = texts[language]
  if (!last?.heldOn) return <p class="hint">{t.noPlan}</p>
  return (
    <>
      <LinkLine href={urls.plan({ id: last.id })} newTab>
        {t.plan(sayDate(last.heldOn, language))}
      </LinkLine>
      <p class="hint">{t.onlyYou}</p>
    </>
  )
}

function Job(props: Props) {
  const { frame, talk, slot, filled, locked, job } = props
  const { language } = frame
  const t = texts[language]
  const here = filled.get(slot.id)
  const isPassed = !job && here?.content.kind === 'not-relevant'
  return (
    <>
      <JobAtHand talk={talk} language={language} />
      <p class="hint">
        {job
          ? `${t.job(sayDate(job.validFrom, language))} ${t.jobOpens}`
          : isPassed
            ? t.notRelevant
            : t.noJob}
      </p>
      {!job && !isOver(talk.status) && !locked.includes(slot.id) && <PassOverForm {...props} filled={here} />}
    </>
  )
}

function Paper(props: Props) {
  const { slot, filled } = props
  const here = filled.get(slot.id)
  return (
    <>
      {here?.content.kind === 'link' ? (
        <Linked {...props} link={here.content} here={here} />
      ) : (
        <p class="hint">{whyNot(props)}</p>
      )}
      <Changing {...props} here={here} />
    </>
  )
}

function Changing({ frame, talk, slot, retyped, locked, here }: Props & { here: FilledSlot | undefined }) {
  const t = texts[frame.language]
  const own = retyped?.slot === slot.id ? retyped : undefined
  if (isOver(talk.status) || locked.includes(slot.id))
    return own ? <Unsaved frame={frame} typed={own.typed} /> : null
  return (
    <Fold label={here?.content.kind === 'link' ? t.change : t.add} open={own !== undefined}>
      <SlotForm {...{ frame, talk, slot }} filled={here} retyped={own} />
    </Fold>
  )
}

function Unsaved({ frame, typed: { title, link } }: Pick<Props, 'frame'> & { typed: TypedDocument }) {
  return (
    <Notice kind="amber" spoken>
      <p>{texts[frame.language].unsaved}</p>
      <p class="written">{[title, link].filter(Boolean).join('\n')}</p>
    </Notice>
  )
}

function Linked({ frame, slot, link, here, today }: Props & { link: DocumentLink; here: FilledSlot }) {
  const { language } = frame
  const t = texts[language]
  const said = [
    link.datedOn
      ? t.from(sayDate(link.datedOn, language))
      : t.put(sayDate(localDateOf(here.savedAt), language)),
    isOld(slot, link, today) ? t.old(slot.oldAfterMonths ?? 0) : '',
    t.canOpen(t.opener[link.opens]),
  ]
  return (
    <>
      <LinkLine href={link.link} newTab>
        {link.title || inWords(language)(slot.title)}
      </LinkLine>
      <p class="hint">{said.filter(Boolean).join(' ')}</p>
    </>
  )
}

/** Why there is no link: nothing is put there, it does not matter this year, or it lies from before one's slip. */
function whyNot({ frame, talk, slot, filled, locked }: Props): string {
  const t = texts[frame.language]
  if (locked.includes(slot.id)) return t.locked(firstName(otherIn(talk).name))
  return filled.has(slot.id) ? t.notRelevant : t.empty
}
