import type { ComponentChildren } from 'preact'
import { Button } from '../../../src/ui/button.tsx'
import { FieldError } from '../../../src/ui/field.tsx'
import { Question } from '../../../src/ui/question.tsx'
import { SaveState } from '../../../src/ui/save-bar.tsx'
import { ScoreLine } from '../../../src/ui/score-line.tsx'
import { ScoreRow } from '../../../src/ui/score-row.tsx'
import { ShelfField } from '../../../src/ui/shelf-field.tsx'
import { SlotList } from '../../../src/ui/slot-list.tsx'
import { type Status, StatusWord } from '../../../src/ui/status-word.tsx'
import { YearMarks } from '../../../src/ui/year-rows.tsx'
import { Entrance } from './frame.tsx'

const words: [Status, string][] = [
  ['missing-time', 'Mangler tid'],
  ['invited', 'Inviteret'],
  ['agreed', 'Aftalt'],
  ['paused', 'På pause'],
  ['postponed', 'Udskudt'],
  ['waiting', 'Venter på dig'],
  ['held', 'Holdt'],
  ['closed', 'Lukket'],
  ['deadline-near', 'Frist om to dage'],
  ['deadline-passed', 'Frist overskredet'],
]

const scoreWords = { low: 'lavest', high: 'højest', clear: 'Fjern mit svar', cleared: 'Svaret er fjernet' }

function Row({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      <div class="flow">{children}</div>
    </section>
  )
}

/** Picture 14: the parts in their states. */
export const states = (
  <Entrance title="Tilstande" actingAs="Du er her som leder">
    <h1>Tilstande</h1>
    <Row title="Knap">
      <Button>Næste</Button>
      <Button kind="secondary">Send temaer</Button>
      <Button kind="text">Ikke nu</Button>
    </Row>
    <Row title="Tal 1–6">
      <Question question="Intet valgt">
        <ScoreRow name="empty" {...scoreWords} />
      </Question>
      <Question question="Valgt">
        <ScoreRow name="chosen" chosen={4} {...scoreWords} />
      </Question>
      <ScoreLine who="participant" chosen={4} label="4 af 6" />
      <ScoreLine who="host" chosen={5} label="5 af 6" />
    </Row>
    <Row title="Felt og hylde">
      <ShelfField name="own" label="Note" shelf="own" shelfLabel="Kun for dig" value="Min egen note" />
      <ShelfField
        name="share"
        label="Stikord"
        shelf="share"
        shelfLabel="Kan deles senere"
        value="Stikord til samtalen"
      />
      <ShelfField
        name="joint"
        label="Konklusion"
        shelf="joint"
        shelfLabel="Fælles"
        value="Det bliver vi enige om"
      />
      <ShelfField
        name="date"
        label="Hvornår"
        shelf="share"
        shelfLabel="Kan deles senere"
        value="32. april"
        error="Datoen findes ikke. Skriv for eksempel 30. april."
      />
      <p class="locked">Vi holder fast i torsdagsmøderne.</p>
    </Row>
    <Row title="Gemt">
      <SaveState kind="saving" text="Gemmer …" />
      <SaveState kind="saved" text="Gemt kl. 10.42" />
      <SaveState
        kind="unsaved"
        text="Ikke gemt endnu. Der er ikke forbindelse lige nu. Vi prøver igen af os selv."
      />
    </Row>
    <SlotList
      name="slot"
      legend="Tid"
      takenLabel="Ikke ledig længere"
      days={[
        {
          date: '2026-04-14',
          weekday: 'tirsdag',
          day: '14.',
          month: 'april',
          slots: [
            { value: '1', label: 'kl. 9.30–10.45' },
            { value: '2', label: 'kl. 11.00–12.15', chosen: true },
            { value: '3', label: 'kl. 13.00–14.15', taken: true },
          ],
        },
      ]}
    />
    <FieldError id="slot" error={undefined} />
    <Row title="Statusord">
      <p class="words">
        {words.map(([status, word]) => (
          <StatusWord key={status} status={status}>
            {word}
          </StatusWord>
        ))}
      </p>
      <YearMarks
        groups={[
          { status: 'held', count: 9, label: '9 holdt' },
          { status: 'agreed', count: 3, label: '3 aftalt' },
          { status: 'missing-time', count: 2, label: '2 mangler tid' },
        ]}
      />
    </Row>
  </Entrance>
)
