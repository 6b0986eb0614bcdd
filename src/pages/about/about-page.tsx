import type { House } from '../../db/house.ts'
import { type Concept, formsOf, kinds, stages } from '../../domain/concept.ts'
import { isHeldHere } from '../../domain/kind.ts'
import { DefinitionRows } from '../../ui/definition-rows.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { about } from '../../words/about.ts'
import { longName } from '../long-name.ts'
import { EntrancePage, type Frame } from '../shell.tsx'
import { Asked } from './asked.tsx'
import { StagePart } from './stage-part.tsx'
import { Why } from './why.tsx'

type Props = { frame: Frame; house: House; concept: Concept | undefined }

/** Screen 3: what the words mean, before, during and after with the tools, and the concept in its own words. */
export function AboutPage({ frame, house, concept }: Props) {
  const { language } = frame
  const t = about[language]
  const { chairs } = house
  return (
    <EntrancePage frame={frame} house={house} title={t.title} here={urls.about()}>
      {concept && (
        <p class="eyebrow" lang="da">
          {concept.mark}
        </p>
      )}
      <Title help={t.help}>{t.title}</Title>
      {concept && <Meanings concept={concept} language={language} />}
      {chairs && concept && <InItsWords concept={concept} chairs language={language} />}
      {stages.map(stage => (
        <StagePart key={stage} {...{ stage, concept, chairs, language }} />
      ))}
      {!concept && <p>{t.none}</p>}
      {!chairs && concept && <InItsWords concept={concept} chairs={false} language={language} />}
    </EntrancePage>
  )
}

type InItsWordsProps = { concept: Concept; chairs: boolean; language: Frame['language'] }

/** What the concept asks of each, and why; a chair, who has one talk a year, is met by it. */
const InItsWords = ({ concept, chairs, language }: InItsWordsProps) => (
  <>
    <Asked forms={formsOf(concept)} chairs={chairs} language={language} />
    <Why concept={concept} chairs={chairs} language={language} />
  </>
)

/** S0-06: each abbreviation in full, before it is used. */
function Meanings({ concept, language }: { concept: Concept; language: Frame['language'] }) {
  const t = about[language]
  const rows = kinds.flatMap(kind => {
    const label = concept.kinds[kind]?.label
    const later = isHeldHere(kind) ? '' : `. ${t.notHere}`
    return label ? [{ term: label.short, text: `${longName(label, language)}${later}` }] : []
  })
  return (
    <section>
      <h2>{t.meanings}</h2>
      <DefinitionRows rows={rows} />
    </section>
  )
}
