import type { Concept, Stage, Tool } from '../../domain/concept.ts'
import { DefinitionRows } from '../../ui/definition-rows.tsx'
import { about } from '../../words/about.ts'
import type { Language } from '../../words/words.ts'
import { inWords } from '../quote.ts'

type Props = { stage: Stage; concept: Concept | undefined; chairs: boolean; language: Language }

/** Before, during or after: what happens, in three lines, and the concept's tools for it (S0-01, S0-21). */
export function StagePart({ stage, concept, chairs, language }: Props) {
  const t = about[language].stages[stage]
  // A chair is invited to nothing, and has no working hours here.
  const lines = chairs && 'chairLines' in t ? t.chairLines : t.lines
  const tools = (concept?.tools ?? []).filter(tool => tool.stage === stage)
  return (
    <section class="flow">
      <h2>{t.title}</h2>
      <ul class="plain-list">
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {tools.length > 0 && (
        <>
          <h3>{t.material}</h3>
          <DefinitionRows rows={tools.map(tool => toolRow(tool, language))} />
        </>
      )}
    </section>
  )
}

const toolRow = ({ title, what, when, minutes }: Tool, language: Language) => ({
  term: inWords(language)(title),
  text: `${what[language]} ${when[language]} ${about[language].takes(minutes)}`,
})
