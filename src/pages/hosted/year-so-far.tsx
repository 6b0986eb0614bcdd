import type { CountedYear } from '../../domain/hosted-year.ts'
import { Title } from '../../ui/title.tsx'
import { type YearMark, YearMarks } from '../../ui/year-rows.tsx'
import { hosted } from '../../words/hosted.ts'
import type { Language } from '../../words/words.ts'

/** One sentence, then the same in marks. */
export function YearSoFar({
  title,
  only,
  language,
  ...count
}: CountedYear & { title: string; only: string | undefined; language: Language }) {
  const t = hosted[language]
  const { held, agreed, invited, missing, later } = count
  const all = held + agreed + invited + missing + later
  const howMany = all === 1 ? t.heldOne(held === 1) : t.heldOf(held, all)
  const lacks = [missing > 0 ? t.missingOf(missing) : '', invited > 0 ? t.withoutTime(invited) : '']
  const sentence = [howMany, ...(all > 1 ? lacks.filter(Boolean) : [])].join(' ')
  const groups: YearMark[] = [
    { status: 'held', count: held, label: t.marks.held(held) },
    { status: 'agreed', count: agreed, label: t.marks.agreed(agreed) },
    { status: 'invited', count: invited, label: t.marks.invited(invited) },
    { status: 'postponed', count: later, label: t.marks.later(later) },
    { status: 'missing-time', count: missing, label: t.marks.missing(missing) },
  ]
  return (
    <>
      <Title help={all > 0 ? sentence : undefined} eyebrow={only}>
        {title}
      </Title>
      {all > 1 && <YearMarks groups={groups.filter(group => group.count > 0)} />}
    </>
  )
}
