import { bringDocument, conclude, press, sendThemes, share, write } from '../acts.ts'
import type { Story } from '../story.ts'
import { agreed, closed, held } from './course.ts'

// Mette's own LUS, which Grethe holds as chair of the board: last year's, and the one next week.

const withGrethe = (...acts: readonly Story['acts'][]): Story => ({
  house: 'maelkevejen',
  host: '2000',
  led: '2001',
  acts: acts.flat(),
})

const lastYear = withGrethe(
  agreed('2025-04-08', '16:30', 'Mødelokalet'),
  held('2025-04-08', '16:30', {
    points: [
      {
        what: 'Uddelegere vagtplanen',
        goal: 'Mere tid på stuerne.',
        competence: 'ledelse',
        how: 'Jonas tager den fra august.',
        when: 'August',
        until: '2025-08-15',
        support: 'Grethe bakker op over for forældrene.',
      },
      {
        what: 'Et netværk med andre ledere',
        goal: 'Nogen at spørge.',
        when: 'I løbet af året',
        until: '2026-03-31',
      },
    ],
    year: 'En leder, der er på stuerne hver dag.',
    said: [conclude('host', 'kort', { 'q1.text': 'Mette vil være mere på stuerne.' })],
  }),
  closed('2025-04-08', '16:30', 'confirmed'),
  [['2025-09-02 09:00', press('led', 'plan', 'Uddelegere')]],
)

const thisYear = withGrethe(
  agreed('2026-04-21', '16:00', 'Mødelokalet', 'Tak for et godt år. Jeg kommer med kage.'),
  [
    [
      '2026-04-09 15:30',
      write(
        'led',
        'kort',
        {
          q1: 'At vi er fuldtallige igen, og at roen holder.',
          'q1.note': 'Sig noget om sygefraværet uden navne.',
          q2: 'At lede gennem Jonas og stuerne, og ikke selv slukke alle brande.',
        },
        'short',
      ),
    ],
    [
      '2026-04-10 15:10',
      write('led', 'indsats-og-trivsel', { q9: 'Godt. Der er langt mellem de svære dage.' }),
    ],
    [
      '2026-04-13 15:00',
      sendThemes(
        'led',
        'kort',
        ['#ledelse', 'Åbningstiden om fredagen'],
        'At bestyrelsen ved, hvad der er svært.',
      ),
    ],
    ['2026-04-13 15:20', share('led', ['q1', 'q2'])],
    ['2026-04-13 19:40', sendThemes('host', 'kort', ['#trivsel'], 'At Mette siger, hvad hun har brug for.')],
    [
      '2026-04-13 15:35',
      bringDocument(
        'host',
        'kvalitetsrapport',
        'Kommunens kvalitetsrapport 2025',
        'https://maelkevejen.example/kvalitetsrapport-2025',
      ),
    ],
  ],
)

export const mette: readonly Story[] = [lastYear, thisYear]
