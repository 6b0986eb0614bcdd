import { ButtonLink, ButtonStack } from '../../../src/ui/button.tsx'
import { Notebook } from '../../../src/ui/drawings/notebook.tsx'
import { LinkLine } from '../../../src/ui/link.tsx'
import { PlanTable } from '../../../src/ui/plan-table.tsx'
import { SignatureList } from '../../../src/ui/signature-list.tsx'
import { ThreeChoices } from '../../../src/ui/three-choices.tsx'
import { Title } from '../../../src/ui/title.tsx'
import { WhoSees } from '../../../src/ui/who-sees.tsx'
import { Entrance, Step } from './frame.tsx'

const points = [
  {
    key: '1',
    what: 'At lede gennem forandring',
    goal: 'Alle ved, hvorfor vi ændrer på stuerne.',
    how: 'Lederforløb og fast sparring.',
    when: 'Senest den 1. november 2026.',
    support: 'Han holder fri til sparring hver anden torsdag.',
  },
  {
    key: '2',
    what: 'Tid til egen ledelse',
    goal: 'En rolig formiddag om ugen.',
    how: 'Birthe tager telefonen.',
    when: 'Fra den 1. maj 2026.',
    support: 'Du klarer det selv.',
  },
]

/** Picture 06: the plan to read, and three choices that are equally good. */
export const close = (
  <Step back="LUS med Anders" title="Luk samtalen">
    <Title>Læs planen, og luk samtalen med Anders</Title>
    <WhoSees shelf="joint">Fælles. Anders ser den samme side.</WhoSees>
    <PlanTable
      heads={{
        what: 'Hvad skal udvikles?',
        goal: 'Målet for udviklingen?',
        how: 'Hvordan?',
        when: 'Hvornår?',
      }}
      supportLabel="Sådan støtter Anders dig"
      points={points}
      open="Ikke aftalt"
    >
      <LinkLine href="/ret">Ret planen først</LinkLine>
    </PlanTable>
    <form method="post">
      <ThreeChoices
        name="closing"
        legend="Hvordan vil du lukke samtalen?"
        help="De tre valg er lige gode. Anders får besked om dit valg, ikke om hvorfor."
        choices={[
          {
            value: 'sign',
            title: 'Skriv under',
            lines: ['Jeg har læst planen.', 'Den svarer til det, vi aftalte.'],
          },
          {
            value: 'remark',
            title: 'Skriv under med en bemærkning',
            lines: ['Bemærkningen følger med planen.', 'Kun du kan rette den.'],
          },
          {
            value: 'none',
            title: 'Jeg skriver ikke under',
            lines: ['Du behøver ikke sige hvorfor.', 'Samtalen er stadig holdt.'],
          },
        ]}
      />
    </form>
    <p class="hint">Du kan også vente. Svar gerne senest den 21. april.</p>
  </Step>
)

/** Picture 06, when both have signed. */
export const closed = (
  <Entrance house="Lyngsø Kommune" title="I er færdige">
    <Notebook />
    <h1>I er færdige</h1>
    <p>Planen ligger på Min side. Kun du og Anders kan læse den.</p>
    <SignatureList
      signatures={[
        { name: 'Lone', when: '14. april 2026 kl. 14.31', at: '2026-04-14T14:31:00+02:00' },
        { name: 'Anders', when: '14. april 2026 kl. 14.28', at: '2026-04-14T14:28:00+02:00' },
      ]}
    />
    <ButtonStack>
      <ButtonLink href="/plan">Se Min plan</ButtonLink>
      <ButtonLink kind="text" href="/plan.pdf" download>
        Hent planen som PDF
      </ButtonLink>
    </ButtonStack>
    <p class="hint part">Planen slettes den 14. april 2029. Samtalearket slettes, når næste plan er klar.</p>
  </Entrance>
)
