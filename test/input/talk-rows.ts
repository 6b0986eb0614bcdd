import { urls } from '../../src/urls.ts'
import { done } from '../walls/thread.ts'
import { type Cells, choice, day, free, goodOf, id, optional, version, words } from './cells.ts'
import type { Place } from './place.ts'
import { type Row, type Rows, type Setting, times } from './row.ts'

// The forms of one conversation, from the letter to the follow-up, each in the state in which it is open.

const calendar = () => ({ file: words('BEGIN:VCALENDAR') })

const standing = 'it says what stands there already'
const sameText = { 'a stale version': standing, 'a version to come': standing }
/** The plan goes along with every button of its page. */
const ofPlan: Row = {
  by: 'participant',
  at: 'talking',
  cells: planCells,
  good: 303,
  keeps: 'the fields of the plan that are right are saved, the others shown again',
  passes: sameText,
}

export const talkRows: Rows = {
  time: { by: 'participant', cells: ({ slot }) => ({ slot: id(slot) }), good: 303 },
  otherTimes: { by: 'participant', good: 303 },
  times: { by: 'host', cells: () => times, good: 303 },
  newTime: { by: 'participant', cells: () => times, good: 303 },
  timeAnswer: {
    by: 'host',
    before: ({ id, senders }) => done(senders.participant, urls.newTime({ id }), goodOf(times)),
    cells: ({ proposed }) => ({ time: id(proposed) }),
    good: 303,
  },
  postponement: {
    by: 'host',
    at: 'agreed',
    cells: () => ({ until: optional(day('2026-04-30')) }),
    good: 303,
  },
  declining: { by: 'participant', good: 303 },
  takingUp: { by: 'participant', good: 303 },
  callingOff: { by: 'host', cells: () => ({ cause: choice('mistake') }), good: 303 },
  calendarReply: { by: 'host', at: 'agreed', cells: calendar, good: 422 },
  place: { by: 'host', cells: () => ({ place: words('Lokale 5') }), good: 303 },
  step: {
    by: 'participant',
    cells: () => ({
      'q3.keywords': optional(words('Børnene')),
      'q3.note': optional(words('Husk')),
      'q3.version': version('1'),
      'q4.keywords': optional(words('')),
      'q4.note': optional(words('')),
      'q4.version': version('0'),
    }),
    good: 303,
    keeps: 'what was written on an old page is kept beside what stands',
    passes: sameText,
  },
  documentSlot: {
    by: 'host',
    cells: () => ({
      version: optional(version('0')),
      link: words('https://lyngsoe.example/x'),
      title: optional(words('Strategi')),
      dated: optional(day('2026-01-01')),
      opens: free('both'),
      do: free('save'),
    }),
    good: 303,
  },
  sharing: {
    by: 'participant',
    cells: () => ({ do: free('share'), 'share.q3': choice('yes'), 'q3.version': version('1') }),
    good: 303,
  },
  unsharing: { by: 'participant', at: 'agreed', good: 303 },
  talk: { by: 'host', at: 'agreed', good: 303 },
  topic: {
    by: 'participant',
    at: 'talking',
    parts: () => ({ step: 'indledning' }),
    cells: ({ topic }) => ({
      ...Object.fromEntries(Object.entries(topic).map(([name, value]) => [name, free(value)])),
      'q1.text': optional(words('Det virker i dag')),
      'q1.version': optional(version(topic['q1.version'] ?? '')),
      'q1.tick.version': free(topic['q1.tick.version'] ?? ''),
    }),
    good: 303,
    passes: { 'a version to come': standing },
    keeps: 'a conclusion that is right is saved',
  },
  pen: { by: 'host', at: 'talking', cells: () => ({ place: free('topic') }), good: 303 },
  planDraft: ofPlan,
  points: ofPlan,
  point: { ...ofPlan, passes: { ...sameText, 'another point': 'the plan is saved, and the point is gone' } },
  pointRemoval: {
    by: 'participant',
    at: 'talking',
    cells: ({ plan, point }) => ({ version: version(plan[`p.${point}.version`] ?? '') }),
    good: 303,
    passes: { 'another point': 'it is gone already: led to the plan' },
  },
  ending: { by: 'host', at: 'talking', cells: () => ({ do: free('held') }), good: 303 },
  meetAgain: {
    by: 'host',
    at: 'talking',
    cells: () => ({ day: day('2026-05-12'), time: words('13:00') }),
    good: 303,
  },
  freezing: {
    by: 'host',
    at: 'held',
    cells: () => ({ gaps: choice('seen'), job: free('change'), proposal: optional(words('Mere børnetid')) }),
    good: 303,
  },
  correction: { by: 'host', at: 'closing', cells: () => ({ version: version('1') }), good: 303 },
  freshCode: {
    by: 'host',
    at: 'closing',
    cells: () => ({ version: version('1'), choice: free('signed') }),
    good: 303,
  },
  signatures: {
    by: 'participant',
    at: 'closing',
    cells: () => ({ version: version('1'), choice: choice('signed-with-remark'), remark: words('Tak') }),
    good: 303,
  },
  unanswered: { by: 'host', at: 'closing', cells: () => ({ version: version('1') }), good: 303 },
  jobProposal: { by: 'host', at: 'closed', good: 303 },
  pointMarks: {
    by: 'participant',
    at: 'closed',
    cells: () => ({ point: free('0'), state: free('done'), version: optional(version('0')) }),
    good: 303,
  },
  promiseMarks: {
    by: 'host',
    at: 'closed',
    cells: () => ({
      point: free('0'),
      state: free('done'),
      version: optional(version('0')),
      back: free('year'),
    }),
    good: 303,
  },
  followUp: {
    by: 'participant',
    at: 'closed',
    before: ({ world }) => world.superuser.query('delete from follow_up_line; delete from follow_up'),
    cells: () => ({ line: optional(words('Hvordan går det?')) }),
    good: 303,
  },
  followUpTimes: { by: 'host', at: 'closed', cells: () => times, good: 303 },
  followUpTime: {
    by: 'participant',
    at: 'closed',
    before: offered,
    cells: ({ followUpTime }) => ({ time: id(followUpTime) }),
    good: 303,
  },
  followUpLater: { by: 'participant', at: 'closed', cells: () => ({ days: choice('7') }), good: 303 },
  followUpHeld: { by: 'host', at: 'closed', cells: () => ({ do: free('held') }), good: 303 },
  followUpOtherTime: { by: 'host', at: 'closed', good: 303 },
  followUpCalendarReply: {
    by: 'host',
    at: 'closed',
    before: async setting => {
      await offered(setting)
      const { rows } = await setting.world.superuser.query('select id from follow_up_time limit 1')
      await done(setting.senders.participant, urls.followUpTime({ id: setting.id }), { time: rows[0].id })
    },
    cells: calendar,
    good: 422,
  },
}

function offered({ id, senders }: Setting) {
  return done(senders.host, urls.followUpTimes({ id }), goodOf(times))
}

/** The plan as its page sends it, with the point and the year written anew. */
function planCells({ plan, point }: Place): Cells {
  return {
    ...Object.fromEntries(Object.entries(plan).map(([name, value]) => [name, free(value)])),
    'year.text': optional(words('Et godt år')),
    'year.version': optional(version(plan['year.version'] ?? '')),
    [`p.${point}.what`]: optional(words('Begynde forfra')),
    [`p.${point}.until`]: optional(day('2026-09-01')),
    [`p.${point}.version`]: optional(version(plan[`p.${point}.version`] ?? '')),
  }
}
