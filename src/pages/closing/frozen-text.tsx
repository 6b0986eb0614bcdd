import type { ComponentChildren } from 'preact'
import type { Role } from '../../domain/concept.ts'
import type { Point } from '../../domain/point.ts'
import { calledIn, type FrozenRow, type PlanPart, type TalkPart } from '../../domain/record.ts'
import { DefinitionRows } from '../../ui/definition-rows.tsx'
import { Fold } from '../../ui/fold.tsx'
import { PlanTable } from '../../ui/plan-table.tsx'
import { ScoreLine } from '../../ui/score-line.tsx'
import { closing } from '../../words/closing.ts'
import { papers, sayCompetence, sayWhen } from '../../words/papers.ts'
import { planDraft } from '../../words/plan-draft.ts'
import { questionWords } from '../../words/questions.ts'
import type { Language } from '../../words/words.ts'
import { inWords, numbered } from '../quote.ts'

type PlanProps = { plan: PlanPart; language: Language; reader: Role; children?: ComponentChildren }

/** The plan as both read it: the line on the year, and the points under the concept's own heads (S3-29). */
export function PlanText({ plan, language, reader, children }: PlanProps) {
  const say = inWords(language)
  const { what, goal, how, when } = plan.heads
  return (
    <>
      {plan.year && (
        <div class="part">
          <p class="eyebrow">{papers[language].year}</p>
          <p class="question-text written">{plan.year}</p>
        </div>
      )}
      {plan.jobDescription && (
        <p>
          {papers[language].job}: {papers[language].jobOutcomes[plan.jobDescription]}
        </p>
      )}
      {plan.jobProposal && <p class="written">{plan.jobProposal}</p>}
      <PlanTable
        heads={{ what: say(what), goal: say(goal), how: say(how), when: say(when) }}
        supportLabel={planDraft[language].supportFor[reader](
          calledIn(plan, 'host'),
          calledIn(plan, 'participant'),
        )}
        open={closing[language].text.open}
        points={plan.points.map((point, at) => ({
          key: String(at),
          what: point.what,
          goal: point.goal,
          competence: sayCompetence(point, plan.competences, language),
          how: point.how,
          when: sayWhen(point, language),
          support: plan.supportPerPoint && supportFor(reader, plan, point, language),
        }))}
      >
        {children}
      </PlanTable>
    </>
  )
}

/** Said to whoever reads; the two papers say it of both. */
function supportFor(reader: Role, plan: PlanPart, point: Point, language: Language): string {
  const alone = planDraft[language].aloneFor[reader](calledIn(plan, 'participant'))
  return [point.alone ? `${alone}.` : '', point.support].filter(Boolean).join('\n')
}

type RecordProps = { talk: TalkPart; language: Language; open?: boolean }

/** Samtalearket on screen, folded: the form's own order, each question with what became of it. */
export function RecordText({ talk, language, open }: RecordProps) {
  const t = closing[language].text
  const sections = talk.bands.flatMap(band => band.sections.map(section => ({ ...section, band })))
  const count = sections.reduce((sum, { rows }) => sum + rows.length, 0)
  const say = inWords(language)
  if (count === 0) return <p>{t.noRecord}</p>
  return (
    <Fold label={t.record} note={t.recordNote(count)} open={open}>
      {sections.map(({ title, rows, band }) => (
        <section key={rows[0]?.question}>
          <h3>{title ? say(title) : band.head && say(band.head)}</h3>
          <Rows rows={rows} talk={talk} language={language} />
        </section>
      ))}
      {talk.withoutPay && <p class="hint">{papers[language].withoutPay}</p>}
    </Fold>
  )
}

type RowsProps = Omit<RecordProps, 'open'> & { rows: readonly FrozenRow[] }

function Rows({ rows, talk, language }: RowsProps) {
  const shown = rows.map(row => ({
    term: numbered(row, language),
    text: <RowText row={row} talk={talk} language={language} />,
  }))
  return <DefinitionRows rows={shown} />
}

function RowText({ row, talk, language }: { row: FrozenRow; talk: TalkPart; language: Language }) {
  const t = closing[language].text
  return (
    <>
      {row.score !== null && (
        <ScoreLine
          who="participant"
          chosen={row.score}
          label={questionWords[language].scoreOf(row.score, 6)}
        />
      )}
      {row.scored && row.score === null && row.conclusion && <p class="hint">{t.noScore}</p>}
      {row.conclusion ? <p class="written">{row.conclusion}</p> : <p class="hint">{t.none}</p>}
      {row.keywords.map(({ by, text }) => (
        <Keywords key={by} by={calledIn(talk, by)} text={text} language={language} />
      ))}
    </>
  )
}

function Keywords({ by, text, language }: { by: string; text: string; language: Language }) {
  return (
    <div>
      <p class="hint">{closing[language].text.keywordsOf(by)}</p>
      <p class="written">{text}</p>
    </div>
  )
}
