import { firstName, meIn, otherIn } from '../../domain/conversation.ts'
import { sayDayAndMonth } from '../../domain/day-words.ts'
import { isOverdue } from '../../domain/record/signing.ts'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { closing } from '../../words/closing.ts'
import { closingWait } from '../../words/waiting.ts'
import { StepPage } from '../shell.tsx'
import { backTo } from './freezing-page.tsx'
import { UnsentRemark } from './remark-field.tsx'
import { SignatureRows } from './signature-rows.tsx'
import { FrozenText, type SigningShown, Standing } from './signing-page.tsx'
import { UnansweredForm } from './unanswered-form.tsx'

/** I have answered, the other has not: nothing more to do, and until then it can still be corrected (T12). */
export function WaitingPage(props: SigningShown) {
  const { frame, talk, signatures, notice, remark } = props
  const t = closingWait[frame.language].waiting
  const mine = signatures.find(({ person }) => person === meIn(talk).id)?.choice
  const title = mine === 'refused' || mine === 'confirmed' ? t.title[mine] : t.title.signed
  return (
    <StepPage
      frame={frame}
      talk={talk}
      title={closing[frame.language].tab}
      back={backTo(frame, talk)}
      script="waiting.js"
    >
      <Standing {...props} waits />
      <Title help={waitHelp(props)}>{title}</Title>
      {notice && (
        <Notice kind="amber" spoken>
          <p>{notice}</p>
          <UnsentRemark remark={remark} language={frame.language} />
        </Notice>
      )}
      <SignatureRows {...props} />
      <UnansweredForm {...props} />
      <FrozenText {...props} />
      <LinkLine href={urls.home()}>{t.home}</LinkLine>
    </StepPage>
  )
}

/** By when the other was to answer; once that day is gone there is somebody to ask. */
function waitHelp({ frame: { language }, talk, days, today }: SigningShown): string {
  const t = closingWait[language].waiting
  const said = isOverdue(days, today) ? t.late : t.text
  return said(firstName(otherIn(talk).name), sayDayAndMonth(days.answerBy, language))
}
