import type { ComponentChildren } from 'preact'
import type { House } from '../../db/house.ts'
import type { JobPost } from '../../db/job-descriptions.ts'
import { firstName } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDate } from '../../domain/day-words.ts'
import { type JobVersion, jobDeletedOn } from '../../domain/job-description.ts'
import { hostOf } from '../../domain/link.ts'
import type { Periods } from '../../domain/retention.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { job as texts } from '../../words/job.ts'
import type { Language } from '../../words/words.ts'
import { EntrancePage, type Frame } from '../shell.tsx'

type Props = {
  frame: Frame
  house: House
  job: JobPost
  current: JobVersion | undefined
  coming: readonly JobVersion[]
  earlier: readonly JobVersion[]
  periods: Periods
}

/** What counts today stands open; what is to come and what was before lie folded under it. */
export function JobPage(props: Props) {
  const { frame, house, job, current, coming } = props
  const { language } = frame
  const t = texts[language]
  return (
    <EntrancePage frame={frame} house={house} title={t.tab}>
      <Title
        eyebrow={`${job.title}, ${job.unit}`}
        help={job.mine ? t.readMine : t.readOf(firstName(job.person))}
      >
        {job.mine ? t.mine : t.of(job.person)}
      </Title>
      {current ? <Version version={current} language={language} /> : <None {...{ job, language }} />}
      {job.may === 'write' && (
        <ButtonLink kind={current ? 'secondary' : 'primary'} href={urls.jobVersions({ post: job.post })}>
          {current ? t.writeNew : t.write}
        </ButtonLink>
      )}
      <Folded label={t.coming} versions={coming} language={language} />
      <Earlier {...props} />
    </EntrancePage>
  )
}

function None({ job, language }: { job: JobPost; language: Language }) {
  const t = texts[language]
  return (
    <section>
      <h2>{t.none}</h2>
      <p>{job.may === 'write' ? t.noneOf : t.noneMine}</p>
    </section>
  )
}

/** Each goes so long after the one that followed it came to count. */
function Earlier({ frame: { language }, current, earlier, periods }: Props) {
  const t = texts[language]
  if (earlier.length === 0) return null
  const followed = [current, ...earlier]
  return (
    <Fold label={t.earlier} note={t.versions(earlier.length)}>
      {earlier.map((version, at) => (
        <Version key={version.version} version={version} language={language}>
          {t.goes(sayDate(jobDeletedOn(followed[at]?.validFrom ?? version.validFrom, periods), language))}
        </Version>
      ))}
    </Fold>
  )
}

type VersionProps = { version: JobVersion; language: Language; children?: ComponentChildren }

function Version({ version, language, children }: VersionProps) {
  const t = texts[language]
  const { words, link, writer, validFrom, writtenAt } = version
  return (
    <section>
      <h2>{t.validFrom(sayDate(validFrom, language))}</h2>
      {words && <p class="written">{words}</p>}
      {link && (
        <LinkLine href={link} newTab>
          {t.open(hostOf(link))}
        </LinkLine>
      )}
      <p class="hint">
        {t.written(writer, sayDate(localDateOf(writtenAt), language))} {children}
      </p>
    </section>
  )
}

type FoldedProps = { label: string; versions: readonly JobVersion[]; language: Language }

function Folded({ label, versions, language }: FoldedProps) {
  if (versions.length === 0) return null
  return (
    <Fold label={label} note={texts[language].versions(versions.length)}>
      {versions.map(version => (
        <Version key={version.version} version={version} language={language} />
      ))}
    </Fold>
  )
}
