import { askFollowUp, conclude, lock, offerFollowUp, pickFollowUp, press, share, write } from '../acts.ts'
import type { Story } from '../story.ts'
import { agreed, closed, held } from './course.ts'
import { place, withMette } from './with-mette.ts'

// The talks of the winter: their plans run, and some have asked for a follow-up.

/** Mikkel asked for a follow-up on 8 April: it must be held by the 22nd. */
const mikkel = withMette(
  '2006',
  agreed('2026-01-20', '10:30', place),
  held('2026-01-20', '10:30', {
    points: [
      {
        what: 'Ture ud af huset hver uge',
        goal: 'De store børn kender skoven.',
        how: 'Fast tirsdag med Rasmus.',
        when: 'Fra februar',
        until: '2026-06-01',
        support: 'Mette sørger for en vikar om tirsdagen.',
      },
      {
        what: 'Førstehjælp',
        goal: 'Et nyt bevis.',
        how: 'Kursus i marts.',
        when: 'Marts',
        until: '2026-03-31',
      },
    ],
    year: 'Mere tid ude end inde.',
    said: [conclude('host', 'kort', { 'q2.text': 'Mikkel vil gerne stå for huset ude.' })],
  }),
  closed('2026-01-20', '10:30', 'confirmed'),
  [
    ['2026-03-27 14:00', press('led', 'plan', 'Førstehjælp')],
    ['2026-04-08 12:10', askFollowUp('Det er om tirsdagene. Vikaren kommer ikke altid.')],
  ],
)

const ditte = withMette(
  '2007',
  agreed('2026-01-27', '10:30', place),
  held('2026-01-27', '10:30', {
    points: [
      {
        what: 'Forældresamtaler, der bliver til noget',
        goal: 'Alle går hjem med én aftale.',
        competence: 'kommunikation',
        until: '2026-08-31',
        when: 'Inden efteråret',
        support: 'Mette er med til den første.',
      },
    ],
  }),
  closed('2026-01-27', '10:30', 'confirmed'),
  [
    ['2026-04-07 08:50', askFollowUp()],
    ['2026-04-08 09:30', offerFollowUp(['2026-04-17 13:00', '2026-04-20 09:00'])],
    ['2026-04-08 15:10', pickFollowUp],
  ],
)

/** Rasmus asked on 27 March, and nobody found a time. */
const rasmus = withMette(
  '2008',
  agreed('2026-01-29', '10:30', place),
  held('2026-01-29', '10:30', {
    points: [
      {
        what: 'Musik på stuen',
        goal: 'Sang hver dag efter frokost.',
        when: 'Inden sommer',
        until: '2026-06-15',
        support: 'Mette finder penge til to trommer.',
      },
    ],
  }),
  closed('2026-01-29', '10:30', 'confirmed'),
  [['2026-03-27 12:30', askFollowUp()]],
)

/** Line's talk was held yesterday; the text is locked and waits for both. */
const line = withMette(
  '2009',
  agreed('2026-04-13', '14:30', place),
  held('2026-04-13', '14:30', {
    points: [
      {
        what: 'Vejleder for de studerende',
        goal: 'Freja får en god start.',
        how: 'En halv time hver torsdag.',
        when: 'Fra maj',
        until: '2026-12-18',
        support: 'Mette lægger timen i vagtplanen.',
      },
      { what: 'Natur med de mindste', goal: 'Ud hver dag, også når det regner.', alone: 'yes' },
    ],
    year: 'At de nye bliver glade for at være her.',
    said: [conclude('host', 'opgaver', { 'q4.text': 'Line får de nye til at føle sig set.' })],
  }),
  [['2026-04-13 15:20', lock]],
)

const nanna = withMette(
  '2016',
  agreed('2026-03-10', '10:30', place),
  held('2026-03-10', '10:30', {
    points: [
      {
        what: 'Pædagogisk grunduddannelse',
        goal: 'Afklaring inden sommer.',
        how: 'Et besøg på skolen.',
        when: 'Juni',
        until: '2026-06-30',
        support: 'Mette taler med kommunen om orlov.',
      },
    ],
  }),
  closed('2026-03-10', '10:30', 'confirmed', 'Jeg ville gerne have haft mere om vikarerne med.', 'confirmed'),
)

/** Amina's plan runs. Mette owes her something, and her own notes go soon. */
const amina = withMette(
  '2004',
  agreed('2026-03-17', '10:30', place),
  [
    [
      '2026-03-09 12:30',
      write(
        'led',
        'kort',
        {
          q1: 'Jeg vil gerne tale om modtagelsen af nye familier.',
          'q1.note': 'Husk at sige tak for sidste år.',
          q2: 'En dag om ugen med de tosprogede børn.',
        },
        'short',
      ),
    ],
    ['2026-03-12 12:40', share('led', ['q1', 'q2'])],
  ],
  held('2026-03-17', '10:30', {
    points: [
      {
        what: 'En velkomst på flere sprog',
        goal: 'Nye familier føler sig ventet.',
        how: 'En folder og en samtale.',
        when: 'April',
        until: '2026-04-10',
        support: 'Mette skaffer oversættelser.',
      },
      {
        what: 'Sproggruppe om onsdagen',
        goal: 'Fem børn får mere tid til ord.',
        when: 'Fra maj',
        until: '2026-09-30',
        support: 'Mette finder et rum.',
      },
    ],
    year: 'Et hus, hvor alle kan sige godmorgen.',
    said: [conclude('host', 'kort', { 'q1.text': 'Amina tager imod de nye familier i august.' })],
  }),
  closed('2026-03-17', '10:30', 'confirmed'),
)

export const plansRunning: readonly Story[] = [mikkel, ditte, rasmus, line, nanna, amina]
