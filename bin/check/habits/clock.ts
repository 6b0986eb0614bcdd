import { type Habit, inSrc, inTest } from './habit.ts'

// In the browser nobody passes the time in; whether somebody walked away is told by the wall clock, also asleep.
const clocks = ['src/clock.ts', 'src/browser/presence/idle.ts']
const asked = ['Date.now', 'Math.random', 'Temporal.Now']

/** Time and chance are passed in, so that every rule can be tried on any day. */
export const clock: Habit = {
  rule: 'clock',
  applies: path => (inSrc(path) || inTest(path)) && !clocks.includes(path),
  look: ({ text }, tell) => ({
    NewExpression: node => {
      const isDate = node.callee.type === 'Identifier' && node.callee.name === 'Date'
      if (isDate && node.arguments.length === 0)
        tell(node, 'new Date() without a value stands in src/clock.ts alone')
    },
    MemberExpression: node => {
      const name = text.slice(node.start, node.end)
      if (asked.includes(name)) tell(node, `${name} stands in src/clock.ts alone: take it as an argument`)
    },
  }),
}
