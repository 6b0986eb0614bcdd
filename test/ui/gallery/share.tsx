import { Button, ButtonLink, ButtonStack } from '../../../src/ui/button.tsx'
import { DateList } from '../../../src/ui/dates.tsx'
import { Boots } from '../../../src/ui/drawings/boots.tsx'
import { Preview } from '../../../src/ui/preview.tsx'
import { Title } from '../../../src/ui/title.tsx'
import { Entrance, Step } from './frame.tsx'

/** Picture 05, before Del: an exact frame, and what stays outside it. */
export const share = (
  <Step back="Forberedelse" title="Se og del">
    <Title help="Det er dit, indtil du deler det. Mette ser det først, når du trykker på Del.">
      Se, hvad Mette kan se
    </Title>
    <form method="post">
      <Preview
        name="share"
        heading="Sådan ser det ud hos Mette"
        emptyLabel="Du kan også bare tale ud fra dine noter."
        shared={[
          {
            value: 'daily',
            title: 'I hverdagen',
            body: 'Garderoben om eftermiddagen. Vi står i vejen for hinanden, og børnene mærker det.',
          },
          {
            value: 'later',
            title: 'På længere sigt',
            body: 'Mere natur i hverdagen. Måske et forløb som naturvejleder.',
          },
          {
            value: 'hope',
            title: 'Det håber jeg, at samtalen giver mig',
            body: 'Ro til at tænke et år frem.',
          },
        ]}
        keptHeading="Bliver hos dig"
        kept={[
          {
            value: 'work',
            title: 'Vores samarbejde',
            body: 'Jeg vil gerne have svar hurtigere, når jeg har bedt om noget.',
          },
        ]}
        keptNote={<p>Din note er heller ikke med. Den kan kun du se.</p>}
      />
      <ButtonStack>
        <Button working="Deler …">Del 3 svar med Mette</Button>
        <ButtonLink kind="text" href="/min-side">
          Ikke nu
        </ButtonLink>
      </ButtonStack>
    </form>
  </Step>
)

/** Picture 05, after Del. */
export const shared = (
  <Entrance title="Delt">
    <Boots />
    <h1>Så er du klar</h1>
    <p>
      Mette kan nu se dine tre svar. Du kan tage dem tilbage, indtil I starter. Mette kan dog nå at læse dem
      inden.
    </p>
    <DateList
      rows={[
        {
          date: '2026-04-14',
          day: '14.',
          month: 'april',
          what: 'MUS med Mette',
          detail: 'kl. 13.00–14.15 i mødelokalet på 1. sal',
        },
      ]}
    />
    <form method="post">
      <ButtonStack>
        <ButtonLink href="/min-side">Til Min side</ButtonLink>
        <Button kind="text">Tag mine svar tilbage</Button>
      </ButtonStack>
    </form>
  </Entrance>
)
