import type { Argument, CallExpression } from 'oxc-parser'
import { type Habit, inTest } from './habit.ts'

const mocking = ['vi.mock', 'vi.doMock', 'vi.hoisted', 'vi.importMock']

/** Tests go through the front door; a test that needs a module replaced is a module in the wrong place. */
export const mocks: Habit = {
  rule: 'module mock',
  applies: inTest,
  look: ({ text }, tell) => ({
    CallExpression: ({ callee }) => {
      const name = text.slice(callee.start, callee.end)
      if (mocking.includes(name)) tell(callee, `no ${name}: go through the front door`)
    },
  }),
}

/** A test waits for the thing, never for a while. A timer that rejects is a deadline, and allowed. */
export const waiting: Habit = {
  rule: 'sleeping test',
  applies: inTest,
  look: ({ text, module }, tell) => {
    for (const { moduleRequest } of module.staticImports)
      if (/^(node:)?timers\/promises$/.test(moduleRequest.value))
        tell(moduleRequest, 'wait for the thing, not for a while')
    return {
      CallExpression: node => {
        const name = text.slice(node.callee.start, node.callee.end)
        const sleeps = /(^|\.)(sleep|waitForTimeout)$/.test(name) || (name === 'setTimeout' && goesOn(node))
        if (sleeps) tell(node, 'wait for the thing, not for a while')
      },
    }
  },
}

/** `setTimeout(resolve, …)` and `setTimeout(() => resolve(), …)` only let time pass. */
function goesOn({ arguments: [then] }: CallExpression): boolean {
  return then?.type === 'Identifier' || (then?.type === 'ArrowFunctionExpression' && callsWithNothing(then))
}

function callsWithNothing({ body }: Extract<Argument, { type: 'ArrowFunctionExpression' }>): boolean {
  return body.type === 'CallExpression' && body.callee.type === 'Identifier' && body.arguments.length === 0
}
