import type { House } from '../../db/house.ts'
import type { JobPost } from '../../db/job-descriptions.ts'
import { firstName } from '../../domain/conversation.ts'
import { type JobFault, type TypedJob, wordsLimit } from '../../domain/job-description.ts'
import type { LivePlan } from '../../domain/plan-life.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextAreaField } from '../../ui/text-area.tsx'
import { DateField, TextField } from '../../ui/text-field.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { job as texts } from '../../words/job.ts'
import { quoted } from '../../words/quoted.ts'
import { shell } from '../../words/shell.ts'
import { EntrancePage, type Frame } from '../shell.tsx'

export type FormShown = {
  frame: Frame
  house: House
  job: JobPost
  typed: TypedJob
  /** The newest version whoever writes has seen; 0 before the first. */
  seen: number
  faults?: readonly JobFault[]
  /** Somebody else has written one meanwhile. */
  meanwhile?: boolean
  /** The proposal that this version says yes to. */
  answers?: LivePlan | undefined
}

/** A new version, beginning with the words of the one that counts. */
export function FormPage(props: FormShown) {
  const { frame, house, job, typed, seen, faults = [], meanwhile = false, answers } = props
  const t = texts[frame.language]
  const name = firstName(job.person)
  const errors = faults.map(({ field, fault }) => ({ field, text: t.faults[fault] }))
  const errorOf = (field: JobFault['field']) => errors.find(error => error.field === field)?.text
  const post = { post: job.post }
  return (
    <EntrancePage frame={frame} house={house} title={t.tab}>
      <ErrorSummary title={shell[frame.language].errorTitle} errors={errors} />
      {meanwhile && <Meanwhile frame={frame} job={job} />}
      <Title eyebrow={`${job.title}, ${job.unit}`} help={seen > 0 && t.formHelp}>
        {t.of(name)}
      </Title>
      {answers && <Answers frame={frame} answers={answers} />}
      <form method="post" action={urls.jobVersions(post)}>
        <input type="hidden" name="key" value={frame.key} />
        <input type="hidden" name="seen" value={seen} />
        {answers && <input type="hidden" name="samtale" value={answers.talk.id} />}
        <TextAreaField
          name="words"
          label={t.words}
          hint={t.wordsHint(name)}
          rows={8}
          maxLength={wordsLimit}
          value={typed.words}
          error={errorOf('words')}
        />
        <TextField
          name="link"
          label={t.link}
          hint={t.linkHint}
          autocomplete="off"
          value={typed.link}
          error={errorOf('link')}
        />
        <DateField name="from" label={t.from} hint={t.larger} value={typed.from} error={errorOf('from')} />
        <Button working={t.saving}>{t.save}</Button>
      </form>
    </EntrancePage>
  )
}

/** For whoever held the talk, and for nobody else: what the two of them proposed. */
function Answers({ frame, answers }: { frame: Frame; answers: LivePlan }) {
  const t = texts[frame.language].proposal
  const words = answers.plan.jobProposal
  return (
    <Notice kind="info" title={t.from(answers.talk.form.label.short)}>
      <p class="written">{words ? quoted(frame.language, words) : t.plain}</p>
    </Notice>
  )
}

function Meanwhile({ frame, job }: Pick<FormShown, 'frame' | 'job'>) {
  const t = texts[frame.language]
  return (
    <Notice kind="amber" spoken>
      <p>{t.meanwhile}</p>
      <LinkLine href={urls.jobDescription({ post: job.post })} newTab>
        {t.of(firstName(job.person))}
      </LinkLine>
    </Notice>
  )
}
