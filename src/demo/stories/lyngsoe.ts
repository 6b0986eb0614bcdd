import { answer, begin, conclude, invite, lock, plan, press, share, write } from '../acts.ts'
import type { Story } from '../story.ts'
import { agreed, closed, held } from './course.ts'

// Lyngsø Kommune: Anders is the chief and holds the LUS of the houses' leaders.

const place = 'Rådhuset, lokale 4'

const withAnders = (led: string, ...acts: readonly Story['acts'][]): Story => ({
  house: 'lyngsoe',
  host: '1001',
  led,
  acts: acts.flat(),
})

const loneLastYear = withAnders(
  '1101',
  agreed('2025-04-10', '10:30', place),
  held('2025-04-10', '10:30', {
    points: [
      {
        what: 'En rolig formiddag om ugen',
        goal: 'Tid til at lede uden telefon.',
        how: 'Birthe tager døren om onsdagen.',
        when: 'Fra maj',
        until: '2025-05-31',
        support: 'Anders ringer ikke om onsdagen.',
      },
      {
        what: 'Fælles mål med Engvejen',
        goal: 'To huse lærer af hinanden.',
        when: 'Inden jul',
        until: '2025-12-15',
        support: 'Anders finder en dag til os.',
      },
    ],
    year: 'Et hus, hvor alle kender retningen.',
    said: [conclude('host', 'indledning', { 'q1.text': 'At se personalet lykkes.' })],
  }),
  closed('2025-04-10', '10:30', 'signed'),
  [['2025-06-04 09:10', press('led', 'plan', 'En rolig formiddag')]],
)

/** Lone's talk is on: scores, keywords and what the two agree on. */
const lone = withAnders(
  '1101',
  agreed('2026-04-14', '09:30', place, 'Jeg vil især gerne høre om året med de to nye stuer.'),
  [
    [
      '2026-04-06 20:10',
      write('led', 'indledning', {
        q1: 'Når et barn griner over middag, og personalet griner med.',
        q2: 'Vikarer, og de mange små afbrydelser.',
        'q2.note': 'Nævn ugerne i januar.',
      }),
    ],
    [
      '2026-04-07 19:30',
      write('led', 'strategi', {
        'q3.score': '4',
        q3: 'Målene giver mening, når vi oversætter dem sammen.',
        'q4.score': '3',
        q4: 'Svært i de travle uger.',
      }),
    ],
    [
      '2026-04-08 20:00',
      write('led', 'relationer', {
        'q7.score': '5',
        q7: 'Torsdagsmøderne virker. I travle uger hører jeg tingene for sent.',
        'q8.score': '3',
        q8: 'Jeg mangler en fast sparring med AMR.',
        'q8.note': 'Det tager jeg selv med Søren først.',
        'q9.score': '4',
        q9: 'Jeg vil gerne have den lidt oftere.',
      }),
    ],
    [
      '2026-04-09 20:15',
      write('led', 'selvledelse', {
        'q15.score': '4',
        q15: 'Jeg mangler økonomi.',
        'q16.score': '3',
        q16: 'Bedre end sidste år.',
        'q17.score': '5',
        q17: 'Netværket med Rikke er guld værd.',
      }),
    ],
    ['2026-04-09 20:25', write('led', 'loen', { q18: 'Jeg håber, at vi taler om de nye stuer.' })],
    ['2026-04-12 19:00', share('led', ['q1', 'q2', 'q3', 'q7', 'q8', 'q16', 'q17', 'q18'])],
    [
      '2026-04-13 15:10',
      write('host', 'indledning', {
        q1: 'Du har fået et helt hus med på de nye stuer.',
        q2: 'Vikardækningen deler du med de andre.',
      }),
    ],
    [
      '2026-04-13 15:25',
      write('host', 'relationer', {
        q7: 'Du siger tingene, som de er. Det er jeg glad for.',
        'q7.note': 'Spørg, hvad der kom for sent.',
      }),
    ],
    ['2026-04-13 15:40', share('host', ['q1', 'q7'])],
    ['2026-04-14 09:32', begin],
    [
      '2026-04-14 09:45',
      conclude('host', 'indledning', { 'q1.text': 'Lone vil være mere på stuerne. Det giver mest glæde.' }),
    ],
    [
      '2026-04-14 10:05',
      conclude('host', 'relationer', {
        'q7.text': 'Torsdagsmøderne bliver. I travle uger skriver Anders en linje om fredagen.',
      }),
    ],
    [
      '2026-04-14 10:12',
      plan([
        {
          what: 'Økonomi for ledere',
          goal: 'Lone kan selv følge budgettet.',
          how: 'Kommunens kursus i september.',
          when: 'Efter sommerferien',
          until: '2026-11-01',
          support: 'Anders betaler kurset og følger op i oktober.',
        },
      ]),
    ],
  ],
)

/** Rikke has signed; Anders has not. */
const rikke = withAnders(
  '1201',
  agreed('2026-04-10', '10:30', place),
  [
    [
      '2026-04-07 12:00',
      write('led', 'indledning', {
        q1: 'Når forældre siger, at de er trygge.',
        q2: 'At holde fast i de gode rutiner.',
      }),
    ],
    [
      '2026-04-08 12:00',
      write('led', 'samarbejde', {
        'q10.score': '5',
        q10: 'Netværket med Kløvervangen.',
        'q11.score': '5',
        'q12.score': '2',
        q12: 'Her kan vi meget mere.',
      }),
    ],
    ['2026-04-09 12:00', share('led', ['q1', 'q2', 'q10', 'q11', 'q12'])],
  ],
  held('2026-04-10', '10:30', {
    points: [
      {
        what: 'Frivillige i huset',
        goal: 'Fem faste bedsteforældre.',
        how: 'Et opslag og en kaffe.',
        when: 'Inden september',
        until: '2026-09-01',
        support: 'Anders finder ud af forsikringen.',
      },
      { what: 'Tydelige møder', goal: 'Alle ved, hvad vi har besluttet.', alone: 'yes' },
    ],
    year: 'Et hus med åbne døre.',
    said: [
      conclude('host', 'indledning', { 'q1.text': 'Trygge forældre er Rikkes bedste mål.' }),
      conclude('host', 'samarbejde', { 'q12.text': 'Borgerne skal ind i huset. Det bliver årets punkt.' }),
    ],
  }),
  [
    ['2026-04-10 15:05', lock],
    ['2026-04-13 08:40', answer('led', 'signed')],
  ],
)

const camilla = withAnders(
  '1401',
  agreed('2026-03-12', '10:30', place),
  [
    [
      '2026-03-06 12:00',
      write('led', 'indledning', {
        q1: 'De dage, hvor alle stuer synger.',
        q2: 'Vi mangler folk om eftermiddagen.',
      }),
    ],
    ['2026-03-09 12:00', share('led', ['q1', 'q2'])],
  ],
  held('2026-03-12', '10:30', {
    points: [
      {
        what: 'Rekruttering',
        goal: 'To nye pædagoger.',
        how: 'Besøg på seminariet.',
        when: 'Inden sommer',
        until: '2026-06-20',
        support: 'Anders skaffer en annonce.',
      },
    ],
    said: [
      conclude('host', 'indledning', {
        'q2.text': 'Eftermiddagene er det sværeste. Vi ser på timerne i maj.',
      }),
    ],
  }),
  closed(
    '2026-03-12',
    '10:30',
    'signed-with-remark',
    'Jeg mener, at timerne til eftermiddagen bør afgøres før maj.',
    'signed',
  ),
)

/** Peter did not sign. The talk has been held, and it is documented all the same. */
const peter = withAnders(
  '1301',
  agreed('2026-03-19', '10:30', place),
  held('2026-03-19', '10:30', {
    points: [
      {
        what: 'Sygefravær',
        goal: 'Færre korte perioder.',
        how: 'En samtale efter tredje gang.',
        when: 'I år',
        until: '2026-12-31',
        support: 'Anders deltager i den første.',
      },
    ],
  }),
  closed('2026-03-19', '10:30', 'refused', '', 'signed'),
)

const aase = withAnders(
  '1501',
  agreed('2026-01-22', '10:30', place),
  held('2026-01-22', '10:30', {
    points: [
      {
        what: 'Strandlyst udenfor',
        goal: 'En stue, der er ude hele dagen.',
        how: 'Besøg i en skovbørnehave.',
        when: 'Inden april',
        until: '2026-03-31',
        support: 'Anders betaler turen.',
      },
      {
        what: 'Lederuddannelse',
        goal: 'Første modul bestået.',
        when: 'December',
        until: '2026-12-15',
        support: 'Anders giver to fridage.',
      },
    ],
    year: 'Et hus med sand i skoene.',
    said: [conclude('host', 'selvledelse', { 'q15.text': 'Åse begynder på lederuddannelsen.' })],
  }),
  closed('2026-01-22', '10:30', 'signed'),
  [
    ['2026-03-18 10:00', press('host', 'promises', 'Anders betaler turen')],
    ['2026-03-20 09:00', press('led', 'plan', 'Strandlyst udenfor')],
  ],
)

const hanne = withAnders('1002', [
  [
    '2026-04-13 10:10',
    invite({
      times: ['2026-04-27 09:00', '2026-04-29 13:00'],
      place,
      greeting: 'Kære Hanne. Vælg den tid, der passer dig bedst.',
    }),
  ],
])

const jakob = withAnders('1003', agreed('2026-04-20', '13:00', place), [
  ['2026-04-13 12:00', write('led', 'indledning', { q1: 'At hjælpe husene videre.' })],
])

export const lyngsoe: readonly Story[] = [loneLastYear, lone, rikke, camilla, peter, aase, hanne, jakob]
