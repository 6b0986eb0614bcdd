import { ButtonLink } from '../../../src/ui/button.tsx'
import { DateList } from '../../../src/ui/dates.tsx'
import { Link, LinkLine } from '../../../src/ui/link.tsx'
import { NextStep } from '../../../src/ui/next-step.tsx'
import { WhoSees } from '../../../src/ui/who-sees.tsx'
import { Entrance } from './frame.tsx'

const foot = (
  <p>
    Du bestemmer selv, hvad du deler. HR ser kun, om samtalen er holdt.{' '}
    <Link href="/hvem">Hvem kan se hvad</Link>
  </p>
)

/** Picture 02: one next step, with the morning on it. */
export const myPage = (
  <Entrance title="Min side" foot={foot}>
    <h1>Godmorgen, Sara</h1>
    <NextStep
      eyebrow="Dit næste skridt"
      title="Forbered din samtale med Mette"
      action={<ButtonLink href="/forberedelse">Forbered dig</ButtonLink>}
      privacy={<WhoSees shelf="own">Mette kan ikke se noget endnu.</WhoSees>}
    >
      <p>Start med to spørgsmål. Resten er valgfrit. Du kan holde pause, når du vil.</p>
    </NextStep>
    <section>
      <h2>Datoer</h2>
      <DateList
        rows={[
          {
            date: '2026-04-11',
            day: '11.',
            month: 'april',
            what: 'Send dine temaer til Mette',
            detail: 'Senest, men gerne før',
          },
          {
            date: '2026-04-14',
            day: '14.',
            month: 'april',
            what: 'MUS med Mette',
            detail: 'kl. 13.00–14.15 i mødelokalet på 1. sal',
            link: { href: '/kalender', label: 'Læg den i din kalender' },
          },
        ]}
      />
    </section>
    <section>
      <h2>Din plan fra sidste år</h2>
      <p>To af tre punkter er gjort. Det sidste kan I tage op igen.</p>
      <LinkLine href="/plan">Se Min plan</LinkLine>
    </section>
  </Entrance>
)
