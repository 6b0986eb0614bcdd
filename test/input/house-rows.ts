import { urls } from '../../src/urls.ts'
import { give } from '../address/giving.ts'
import { done } from '../walls/thread.ts'
import { type Cells, choice, day, free, goodOf, id, optional, version, words } from './cells.ts'
import type { Place } from './place.ts'
import { type Rows, type Setting, times } from './row.ts'

// The forms of the house: setting up, signing in, one's own data, the administrator's, and inviting.

/** Nothing is asked for but the press of a button: nothing is read. */
const unread = { '5 MB': 303, 'malformed UTF-8': 303, 'the same field twice': 303, JSON: 303 }
/** Told beside the field. */
const noFile = { '5 MB': 422, 'malformed UTF-8': 422, 'the same field twice': 422, JSON: 422 }
const newAddress = ({ world, senders }: Setting) =>
  give(world, senders.administrator, world.people.lone, 'ny.lone@lyngsoe.example')

export const houseRows: Rows = {
  language: { by: 'nobody', cells: () => ({ language: free('en') }), good: 303 },
  setupCode: { by: 'nobody', cells: () => ({ code: words('e691-1d0e-e7c4-47cd') }), good: 422 },
  setupPreview: { by: 'setup', cells: previewCells, good: 200, bodies: { '5 MB': 422 } },
  setupOrganisation: { by: 'setup', cells: setupCells, good: 303, bodies: { '5 MB': 422 } },
  signIn: { by: 'nobody', cells: () => ({ address: words('lone@lyngsoe.example') }), good: 303 },
  signInCode: {
    by: 'nobody',
    before: ({ senders }) => done(senders.nobody, urls.signIn(), { address: 'birthe@lyngsoe.example' }),
    cells: () => ({ code: words('1'), remember: free('yes') }),
    good: 422,
  },
  signInPin: { by: 'nobody', cells: () => ({ login: words('abc-def'), pin: words('481516') }), good: 422 },
  signInSlip: {
    by: 'nobody',
    cells: () => ({
      login: words('abc-def'),
      code: words('ABCDE23456'),
      pin: words('481516'),
      again: words('481516'),
    }),
    good: 422,
  },
  signOut: { by: 'nobody', good: 303, bodies: unread },

  ownData: {
    by: 'participant',
    cells: () => ({ as: free('json') }),
    good: 200,
    keeps: 'each reading of it is written down',
  },
  ownDataCode: { by: 'participant', good: 303, bodies: unread },
  helper: { by: 'participant', cells: ({ birthe }) => ({ helper: optional(id(birthe)) }), good: 303 },
  newAddress: {
    by: 'participant',
    before: newAddress,
    cells: () => ({ address: free('ny.lone@lyngsoe.example') }),
    good: 303,
  },
  newAddressCode: { by: 'participant', before: newAddress, good: 303, bodies: unread },
  newAddressRefusal: {
    by: 'participant',
    before: newAddress,
    cells: () => ({ address: free('ny.lone@lyngsoe.example') }),
    good: 303,
  },
  slipFor: {
    by: 'administrator',
    good: 200,
    passes: { 'a second time': 'the slip is shown once, and then that it is made' },
  },
  roleEnd: { by: 'administrator', cells: () => ({ last: optional(day('2026-12-31')) }), good: 303 },
  closedWeeks: {
    by: 'administrator',
    cells: ({ unit }) => ({ from: day('2026-07-06'), to: day('2026-07-19'), unit: id(unit) }),
    good: 303,
  },
  intake: { by: 'administrator', cells: () => ({ file: words('nummer;navn') }), good: 422, bodies: noFile },
  intakeHeads: {
    by: 'administrator',
    cells: () => ({ 'head-0': free('number') }),
    good: 303,
    keeps: 'what was said last of a head is remembered',
  },
  intakePlacing: {
    by: 'administrator',
    cells: ({ birthe }) => ({ 'ends-on': free('2026-05-01'), [`end-${birthe}`]: free('yes') }),
    good: 303,
  },
  jobVersions: {
    by: 'host',
    cells: () => ({
      seen: version('1'),
      words: words('Leder huset.'),
      link: free(''),
      from: day('2026-05-01'),
    }),
    good: 303,
  },
  queue: {
    by: 'host',
    cells: ({ talk }) => ({ words: words('Ro'), [`to.${talk}`]: free('yes') }),
    good: 303,
  },

  planning: {
    by: 'host',
    parts: ({ karimPost }) => ({ post: karimPost }),
    cells: () => ({
      ...times,
      length: free('75'),
      otherLength: free(''),
      where: free('here'),
      place: words('Lokale 4'),
      greeting: optional(words('Kom')),
    }),
    good: 303,
  },
  planningSeveral: {
    by: 'host',
    cells: ({ karimPost }) => ({
      [`p.${karimPost}`]: free('yes'),
      length: choice('75'),
      from: day('2026-04-20'),
      to: optional(day('2026-05-01')),
      opens: words('08:00'),
      closes: words('15:00'),
      pause: words('15'),
      'w.1': free('yes'),
      where: free('here'),
      place: optional(words('Lokale 4')),
      greeting: optional(words('Kom')),
    }),
    good: 200,
    passes: { 'too long': 'the first press only looks for times' },
  },
}

/** Judged as when it is made, which has every field wrong below. */
function previewCells(place: Place): Cells {
  const good = Object.entries(goodOf(setupCells(place))).map(([name, value]) => [name, free(value)])
  return { ...Object.fromEntries(good), rows: words(place.people) }
}

function setupCells({ people }: Place): Cells {
  return {
    name: words('Søbyen'),
    language: free('da'),
    concept: choice('ringkoebing-skjern-lus-2019'),
    'your-name': words('Ida Holm'),
    address: words('ida@soebyen.example'),
    rows: words(people),
  }
}
