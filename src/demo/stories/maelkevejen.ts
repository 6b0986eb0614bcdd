import { begin, invite, pick, sendThemes, share, write } from '../acts.ts'
import type { Story } from '../play.ts'

// Børnehuset Mælkevejen: Mette leads the house and holds the MUS of the others; Grethe chairs its board and holds Mette's.

const place = 'Kontoret'
const [mette, sara] = ['2001', '2003']
const withMette = (led: string, acts: Story['acts']): Story => ({
  house: 'maelkevejen',
  host: mette,
  led,
  acts,
})

const saras = withMette(sara, [
  ['2026-03-16 09:10', invite({ times: ['2026-04-14 10:00', '2026-04-16 13:00'], place })],
  ['2026-03-16 12:40', pick()],
  ['2026-04-07 13:05', write('led', 'kort', { q1: 'Garderoben om eftermiddagen.', q2: 'Sprog.' }, 'short')],
  [
    '2026-04-08 12:50',
    sendThemes('led', 'kort', ['#ro', 'Garderoben om eftermiddagen'], 'At vi finder én ting, vi ændrer.'),
  ],
  ['2026-04-10 13:20', share('led', ['q1', 'q2'])],
  ['2026-04-14 10:02', begin],
])

export const maelkevejen: readonly Story[] = [saras]
