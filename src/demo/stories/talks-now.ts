import {
  begin,
  callOff,
  conclude,
  decline,
  describeJob,
  invite,
  plan,
  postpone,
  press,
  propose,
  sendThemes,
  share,
  write,
} from '../acts.ts'
import type { Story } from '../story.ts'
import { agreed, closed, held } from './course.ts'
import { place, withMette } from './with-mette.ts'

// The talks of spring that are still to come, or on.

/** Sara, pædagog: her talk is on. Last year's plan came along. */
const saraLastYear = withMette(
  '2003',
  agreed('2025-04-03', '10:30', place),
  held('2025-04-03', '10:30', {
    points: [
      {
        what: 'Faste skift mellem legeplads og stue',
        goal: 'Børnene ved, hvad der skal ske.',
        how: 'Vi prøver billedkort ved døren.',
        when: 'Inden sommer',
        until: '2025-06-20',
        support: 'Mette bestiller kortene.',
      },
      {
        what: 'Kursus i tidlig sprogstart',
        goal: 'Nye lege med sprog.',
        when: 'I løbet af året',
        until: '2026-03-01',
      },
    ],
    year: 'Flere rolige overgange i løbet af dagen.',
  }),
  closed('2025-04-03', '10:30', 'confirmed'),
  [['2025-06-12 13:10', press('led', 'plan', 'Faste skift')]],
)

const sara = withMette(
  '2003',
  agreed('2026-04-14', '10:00', place, 'Jeg glæder mig til at høre, hvordan året har været for dig.'),
  [
    [
      '2026-04-07 13:05',
      write(
        'led',
        'kort',
        {
          q1: 'Garderoben om eftermiddagen. Der bliver råbt, og jeg mister overblikket.',
          'q1.note': 'Sig det roligt. Det handler ikke om Tobias.',
          q2: 'Jeg vil gerne blive bedre til at støtte børn med få ord.',
        },
        'short',
      ),
    ],
    [
      '2026-04-07 13:22',
      write('led', 'trivsel', {
        q8: 'Jeg er glad for at være her. Jeg er træt om fredagen.',
        'q8.note': 'Søvnen er bedre nu.',
        q9: 'Når vi er to på stuen til frokost.',
      }),
    ],
    [
      '2026-04-08 12:50',
      sendThemes(
        'led',
        'kort',
        ['#ro', 'Garderoben om eftermiddagen'],
        'At vi finder én ting, vi ændrer nu.',
      ),
    ],
    ['2026-04-10 13:20', share('led', ['q1', 'q2', 'q9'])],
    [
      '2026-04-13 09:10',
      write(
        'host',
        'kort',
        {
          q1: 'Sara holder roen, når der er mest larm. Det smitter.',
          q2: 'Sprogarbejdet på stuen. Måske som vejleder for de nye.',
          'acknowledge.keywords': 'Modtagelsen af de tre nye børn i januar.',
        },
        'short',
      ),
    ],
    [
      '2026-04-13 09:20',
      sendThemes('host', 'kort', ['#laering', 'Vejledning af nye kolleger'], 'At Sara går glad herfra.'),
    ],
    ['2026-04-13 09:25', share('host', ['q1', 'q2'])],
    ['2026-04-14 10:02', begin],
    [
      '2026-04-14 10:09',
      conclude('host', 'kort', {
        'q1.text': 'Vi prøver to hold i garderoben fra uge 18. Sara står for det første.',
      }),
    ],
    [
      '2026-04-14 10:14',
      plan([
        {
          what: 'To hold i garderoben',
          goal: 'Roligere eftermiddage for børn og voksne.',
          competence: 'samarbejde',
          how: 'Vi prøver i fire uger og taler om det på personalemødet.',
        },
      ]),
    ],
  ],
)

/** Emma writes in English: the talk is on Thursday, and both have shared. */
const emma = withMette(
  '2013',
  agreed('2026-04-16', '13:00', 'gåtur', 'Vi går en tur om søen, hvis vejret er til det.'),
  [
    [
      '2026-04-08 10:40',
      write(
        'led',
        'kort',
        {
          q1: 'The morning circle works well now that I know the songs.',
          'q1.note': 'Ask about the Danish course.',
          q2: 'I would like to read aloud for the oldest children.',
        },
        'short',
      ),
    ],
    [
      '2026-04-09 11:30',
      sendThemes('led', 'kort', ['#leg', 'Reading aloud'], 'That I dare to say what is hard.'),
    ],
    ['2026-04-13 12:45', share('led', ['q1', 'q2'])],
    ['2026-04-13 13:05', sendThemes('host', 'kort', ['#samarbejde'], 'At vi griner lidt undervejs.')],
  ],
)

const thea = withMette('2010', [
  [
    '2026-04-13 09:30',
    invite({
      times: ['2026-04-22 09:00', '2026-04-23 13:00', '2026-04-28 10:00'],
      place,
      greeting: 'Kære Thea. Det er din første MUS her i huset. Du kan kun gøre det rigtigt.',
    }),
  ],
])

/** Zeynep prepares. She has sent her themes and shared nothing yet. */
const zeynep = withMette('2012', agreed('2026-04-21', '10:00', place), [
  ['2026-04-09 13:00', sendThemes('led', 'kort', ['#fordybelse', '#sociale-kompetencer'])],
  [
    '2026-04-13 13:10',
    write(
      'led',
      'kort',
      {
        q1: 'Fordybelse. Vi bliver afbrudt, når legen er bedst.',
        'q1.note': 'Nævn ikke sommerferien endnu.',
      },
      'short',
    ),
  ],
])

const jonas = withMette('2002', [
  ['2026-04-10 09:00', invite({ times: ['2026-04-23 09:00', '2026-04-24 09:00'], place })],
  ['2026-04-13 11:15', propose('led', ['2026-04-27 09:00', '2026-04-28 13:00'])],
])

const henrik = withMette('2011', agreed('2026-04-09', '13:00', place), [
  ['2026-04-07 08:20', postpone('led', '2026-04-30')],
])

/** Tobias' time came and went. */
const tobias = withMette('2017', agreed('2026-04-08', '13:00', place))

const oskar = withMette('2014', [
  ['2026-03-16 09:20', invite({ times: ['2026-04-17 09:00', '2026-04-20 13:00'], place })],
  ['2026-03-18 10:00', decline],
])

const birgitte = withMette('2015', agreed('2026-04-24', '13:00', place), [
  ['2026-04-10 13:30', callOff('left')],
])

/** What stands for Sara's post, so that they have it at hand. */
const jobs = withMette('2003', [
  [
    '2025-01-08 10:00',
    describeJob(
      'Pædagog på Månestuen.\n\nDu skaber trygge overgange, planlægger forløb om sprog og leg, og samarbejder med forældrene om hvert barn.',
      '2025-01-01',
    ),
  ],
])

export const talksNow: readonly Story[] = [
  jobs,
  saraLastYear,
  sara,
  emma,
  thea,
  zeynep,
  jonas,
  henrik,
  tobias,
  oskar,
  birgitte,
]
