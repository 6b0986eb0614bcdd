import { firstName, otherIn } from '../../domain/conversation.ts'
import { isOver } from '../../domain/lifecycle.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Title } from '../../ui/title.tsx'
import { WhoSees } from '../../ui/who-sees.tsx'
import { urls } from '../../urls.ts'
import { conversation } from '../../words/conversation.ts'
import { documents as texts } from '../../words/documents.ts'
import { shell } from '../../words/shell.ts'
import type { Language } from '../../words/words.ts'
import { Deletes } from '../deletes.tsx'
import { StepPage } from '../shell.tsx'
import type { DocumentsShown } from './shown.ts'
import { fieldOf, type Retyped } from './slot-form.tsx'
import { Slot } from './slots.tsx'

/** Screen 14: the form's slots, each with its paper or without; nothing waits for any of them. */
export function DocumentsPage(props: DocumentsShown) {
  const { frame, talk, retyped } = props
  const { language } = frame
  const t = texts[language]
  const back = { href: urls.conversation({ id: talk.id }), label: conversation[language].tab }
  return (
    <StepPage frame={frame} talk={talk} title={t.title} back={back}>
      <ErrorSummary title={shell[language].errorTitle} errors={retyped ? errorsOf(retyped, language) : []} />
      {retyped?.meanwhile && (
        <Notice kind="amber" spoken>
          <p>{t.meanwhile}</p>
        </Notice>
      )}
      <Title help={t.help}>{t.title}</Title>
      <WhoSees shelf="joint">{t.joint(firstName(otherIn(talk).name))}</WhoSees>
      <Deletes talk={talk} layer="talk" language={language} />
      {isOver(talk.status) && (
        <Notice kind="info">
          <p>{t.closed}</p>
        </Notice>
      )}
      {talk.form.documents.map(slot => (
        <Slot key={slot.id} {...props} slot={slot} />
      ))}
    </StepPage>
  )
}

const errorsOf = ({ slot, faults }: Retyped, language: Language) =>
  faults.map(({ field, fault }) => ({ field: fieldOf(slot, field), text: texts[language].faults[fault] }))
