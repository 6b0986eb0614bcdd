import { firstName, meIn, otherIn } from '../../domain/conversation.ts'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { closing } from '../../words/closing.ts'
import { closingWait } from '../../words/waiting.ts'
import { StepPage } from '../shell.tsx'
import { sayTheirs } from './answer-by.ts'
import { backTo } from './freezing-page.tsx'
import { UnsentRemark } from './remark-field.tsx'
import { SignatureRows } from './signature-rows.tsx'
import { FrozenText, type SigningShown, Standing } from './signing-page.tsx'
import { UnansweredForm } from './unanswered-form.tsx'

/** I have answered, the other has not: nothing more to do, and until then it can still be corrected (T12). */
export function WaitingPage(props: SigningShown) {
  const { frame, talk, signatures, notice, remark, days, today } = props
  const { language } = frame
  const t = closingWait[language].waiting
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
      <Title help={sayTheirs(firstName(otherIn(talk).name), { days, today, language })}>{title}</Title>
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
