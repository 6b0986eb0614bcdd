import type { Habit } from './habit.ts'

const outside = [
  'process',
  'globalThis',
  'crypto',
  'console',
  'fetch',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
]

/** A rule gives the next value or a named refusal: it does not throw, wait or reach outside. `never()` may throw. */
export const pureDomain: Habit = {
  rule: 'pure domain',
  applies: path => path.startsWith('src/domain/'),
  look: (_source, tell) => {
    const exhaustive: boolean[] = []
    const asynchronous = (node: { async: boolean; start: number }) => {
      if (node.async) tell(node, 'the rules do not wait: no async in src/domain')
    }
    const leave = () => {
      exhaustive.pop()
    }
    return {
      FunctionDeclaration: node => {
        exhaustive.push(node.id?.name === 'never')
        asynchronous(node)
      },
      'FunctionDeclaration:exit': leave,
      FunctionExpression: asynchronous,
      ArrowFunctionExpression: asynchronous,
      ThrowStatement: node => {
        if (!exhaustive.at(-1))
          tell(node, 'a rule refuses with a value: no throw in src/domain but in never()')
      },
      MemberExpression: ({ object }) => {
        if (object.type === 'Identifier' && outside.includes(object.name))
          tell(object, `no ${object.name} in src/domain`)
      },
      CallExpression: ({ callee }) => {
        if (callee.type === 'Identifier' && outside.includes(callee.name))
          tell(callee, `no ${callee.name} in src/domain`)
      },
    }
  },
}
