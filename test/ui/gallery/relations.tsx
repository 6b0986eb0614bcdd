import { Button } from '../../../src/ui/button.tsx'
import { LinkLine } from '../../../src/ui/link.tsx'
import { Notice } from '../../../src/ui/notice.tsx'
import { PrivateNote } from '../../../src/ui/private-note.tsx'
import { Question } from '../../../src/ui/question.tsx'
import { SaveBar } from '../../../src/ui/save-bar.tsx'
import { ScoreRow } from '../../../src/ui/score-row.tsx'
import { ShelfField } from '../../../src/ui/shelf-field.tsx'
import { Title } from '../../../src/ui/title.tsx'
import { WhoSees } from '../../../src/ui/who-sees.tsx'
import { Step } from './frame.tsx'

type Asked = { n: number; question: string; score?: number; keywords?: string; note?: string }

const asked: Asked[] = [
  {
    n: 7,
    question: 'Hvor tilfreds er du med vores dialog og samarbejde?',
    score: 5,
    keywords: 'Vi får talt om det svære i tide. Torsdagsmøderne virker.',
  },
  {
    n: 8,
    question: 'Hvordan fungerer dit samarbejde med MED og arbejdsmiljø organisationen?',
    score: 3,
    keywords: 'Jeg mangler en fast sparring med Jonas, AMR.',
    note: 'Spørg, om der kan komme vikar på.',
  },
  { n: 9, question: 'Hvor tilfreds er du med min feedback til dig?' },
]

function Answer({ n, question, score, keywords, note }: Asked) {
  return (
    <Question eyebrow={`Spørgsmål ${n}`} question={question}>
      <ScoreRow
        name={`score-${n}`}
        chosen={score}
        low="lavest"
        high="højest"
        clear="Fjern mit svar"
        cleared="Svaret er fjernet"
      />
      <ShelfField
        name={`keywords-${n}`}
        label="Stikord"
        shelf="share"
        shelfLabel="Kan deles senere"
        value={keywords}
      />
      <PrivateNote
        name={`note-${n}`}
        label="Note kun for dig"
        count={note && '1 note'}
        value={note}
        open={n === 8}
      />
    </Question>
  )
}

/** Picture 03: three questions of the LUS, scored, on two shelves. */
export const relations = (
  <Step back="Forberedelse" title="Forberedelse">
    <Title>Relationer</Title>
    <WhoSees shelf="own">Anders kan ikke se noget endnu.</WhoSees>
    <Notice kind="info">
      <p>
        Her handler <b>»vores«</b> og <b>»min«</b> om Anders, din nærmeste leder. Du kan dele dette afsnit til
        sidst, eller sige det i stedet.
      </p>
    </Notice>
    <p class="hint">1 er lavest, og 6 er højest. Du må gerne springe over.</p>
    <form method="post">
      {asked.map(question => (
        <Answer key={question.n} {...question} />
      ))}
      <LinkLine href="/tale">Jeg vil hellere tale end skrive</LinkLine>
      <SaveBar state={{ kind: 'saved', text: 'Gemt kl. 10.42' }}>
        <Button>Næste: Samarbejde</Button>
      </SaveBar>
    </form>
  </Step>
)
