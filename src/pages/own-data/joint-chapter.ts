import type { FilledSlot } from '../../db/document-links.ts'
import type { FrozenRecord } from '../../db/records.ts'
import type { Signature } from '../../db/signatures.ts'
import { type Conversation, firstName } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDate } from '../../domain/day-words.ts'
import { type Joint, yearLine } from '../../domain/joint.ts'
import type { LivePlan } from '../../domain/plan-life.ts'
import type { PlacedPoint, Point } from '../../domain/point.ts'
import type { FrozenRow, TalkPart } from '../../domain/record.ts'
import type { Row, Section } from '../../outside/own-data-file.tsx'
import { documents } from '../../words/documents.ts'
import { ownData } from '../../words/own-data.ts'
import { papers, sayCompetence, sayJob, saySupport, sayWhen } from '../../words/papers.ts'
import type { Language } from '../../words/words.ts'
import { inWords, numbered } from '../quote.ts'
import { row, section } from './chapters.ts'
import { asked } from './own-chapter.ts'

/** What both have written in one talk, and how one closed it oneself. */
export type Ours = {
  conclusions: ReadonlyMap<string, Joint>
  points: readonly PlacedPoint[]
  documents: ReadonlyMap<string, FilledSlot>
  record: FrozenRecord | undefined
  plan: LivePlan | undefined
  answer: Signature | undefined
}

export function jointSections(talk: Conversation, ours: Ours, language: Language): Section[] {
  const t = ownData[language]
  const { record, answer } = ours
  return [
    ...section(
      t.joint,
      [...ours.conclusions].flatMap(([id, { text }]) =>
        row(id === yearLine ? t.year : asked(talk, id, language), text),
      ),
    ),
    ...section(documents[language].title, documentRows(talk, ours, language)),
    ...section(t.plan, planRows(talk, ours, language)),
    ...(record?.talk ? section(t.record, recordRows(talk, record.talk, language)) : []),
    ...section(
      t.answer,
      answer
        ? [
            ...row(t.choices[answer.choice], sayDate(localDateOf(answer.at), language)),
            ...row(t.remark, answer.remark),
          ]
        : [],
    ),
  ]
}

function documentRows({ form }: Conversation, { documents: filled }: Ours, language: Language): Row[] {
  return form.documents.flatMap(({ id, title }) => {
    const content = filled.get(id)?.content
    if (!content) return []
    const said = content.kind === 'link' ? `${content.title}\n${content.link}`.trim() : undefined
    return row(inWords(language)(title), said ?? documents[language].notRelevant)
  })
}

function planRows(talk: Conversation, { points, record, plan }: Ours, language: Language): Row[] {
  const t = ownData[language]
  const frozen = record?.plan
  const all = frozen?.points ?? points.map(({ point }) => point)
  return [
    ...row(t.year, frozen?.year),
    ...(frozen?.jobDescription
      ? row(papers[language].job, sayJob(frozen.jobDescription, frozen.jobProposal, language))
      : []),
    ...all.flatMap((point, at) => {
      const standing = plan?.points[at]?.standing
      const state = standing && standing.state !== 'open' ? t.states[standing.state] : undefined
      return row(
        t.point(at + 1),
        [...pointLines(talk, point, language), ...(state ? [state] : [])].join('\n'),
      )
    }),
  ]
}

function pointLines({ form, host }: Conversation, point: Point, language: Language): string[] {
  const say = inWords(language)
  const { planHeads: heads } = form
  const line = (head: string, text: string) => (text.trim() === '' ? [] : [`${head} ${text}`])
  return [
    ...line(say(heads.what), point.what),
    ...line(say(heads.goal), point.goal),
    ...[sayCompetence(point, form.competences, language) ?? []].flat(),
    ...line(say(heads.how), point.how),
    ...line(say(heads.when), sayWhen(point, language)),
    ...line(`${papers[language].support(firstName(host.name))}:`, saySupport(point, language)),
  ]
}

// The number and the keywords of each belong to whoever wrote them; the conclusions are both's.
const recordRows = (talk: Conversation, part: TalkPart, language: Language): Row[] =>
  part.bands.flatMap(({ sections }) =>
    sections.flatMap(({ rows }) => rows.flatMap(each => recordRow(talk, each, language))),
  )

function recordRow({ role }: Conversation, each: FrozenRow, language: Language): Row[] {
  const t = ownData[language]
  const score = role === 'participant' && each.score !== null ? `${t.score}: ${each.score}` : ''
  const keywords = each.keywords.filter(({ by }) => by === role).map(({ text }) => `${t.keywords}: ${text}`)
  const said = [each.conclusion, score, ...keywords].filter(Boolean).join('\n')
  return row(numbered(each, language), said)
}
