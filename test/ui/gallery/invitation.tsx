import { Button, ButtonLink, ButtonStack } from '../../../src/ui/button.tsx'
import { Letter, LetterAndAnswer } from '../../../src/ui/letter.tsx'
import { Notice } from '../../../src/ui/notice.tsx'
import { type SlotDay, SlotList } from '../../../src/ui/slot-list.tsx'
import { Entrance } from './frame.tsx'

const days: SlotDay[] = [
  {
    date: '2026-04-14',
    weekday: 'tirsdag',
    day: '14.',
    month: 'april',
    slots: [
      { value: '1', label: 'kl. 9.30–10.45', taken: true },
      { value: '2', label: 'kl. 13.00–14.15', chosen: true, buttonLabel: 'Vælg den 14. april kl. 13.00' },
    ],
  },
  {
    date: '2026-04-16',
    weekday: 'torsdag',
    day: '16.',
    month: 'april',
    slots: [{ value: '3', label: 'kl. 9.30–10.45' }],
  },
  {
    date: '2026-04-20',
    weekday: 'mandag',
    day: '20.',
    month: 'april',
    slots: [
      { value: '4', label: 'kl. 9.30–10.45' },
      { value: '5', label: 'kl. 14.30–15.45' },
    ],
  },
]

const letter = (
  <Letter
    date="Den 2. april 2026"
    greeting="Kære Sara"
    lead="Du er inviteret til MUS. Det er en samtale om dig, dit arbejde og det, du gerne vil lære."
    paragraphs={[
      'I din medarbejderudviklingssamtale bruger vi fem kvarter på det, der fylder for dig. Målet er, at du trives, og at hverdagen er tryg for både børn og voksne.',
      'Vi kan tale om trivsel, dine opgaver, vores samarbejde, din stillingsbeskrivelse og det, du vil lære. Til sidst skriver vi en plan sammen.',
      'Du forbereder dig i arbejdstiden. 20 minutter er nok, og du behøver ikke skrive noget.',
    ]}
    name="Mette"
    position="Din leder i Børnehuset Mælkevejen"
  />
)

/** Picture 01: the letter, with one time taken a moment ago. */
export const invitation = (
  <Entrance title="Invitation">
    <LetterAndAnswer letter={letter}>
      <form method="post" class="flow">
        <SlotList
          name="slot"
          legend="Vælg en tid, der passer dig"
          help="Mødelokalet på 1. sal. Ali dækker på Rød stue imens."
          days={days}
          takenLabel="Ikke ledig længere"
        />
        <ButtonStack>
          <Button>Vælg den 14. april kl. 13.00</Button>
          <ButtonLink kind="text" href="/anden-tid">
            Foreslå en anden tid
          </ButtonLink>
        </ButtonStack>
        <Notice kind="private" title="Hvem kan se hvad?">
          <p>Det, du skriver, er dit, indtil du deler det. HR ser kun, om samtalen er holdt.</p>
        </Notice>
      </form>
    </LetterAndAnswer>
  </Entrance>
)
