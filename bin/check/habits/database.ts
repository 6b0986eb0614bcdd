import { type Habit, inSrc } from './habit.ts'

const statement =
  /^\s*(select\s[\s\S]*\sfrom\s|select\s+\w+(\.\w+)?\(|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s*\(|(create|alter|drop)\s+(table|role|index|policy|schema|function|database)\s|set\s+(local\s|role\s))/i

/** SQL stands in src/db, one file per noun. */
export const sql: Habit = {
  rule: 'sql',
  // The words on screen may well begin with "Select … from".
  applies: path => inSrc(path) && !/^src\/(db|words)\//.test(path),
  look: (_source, tell) => ({
    TemplateLiteral: node => {
      if (statement.test(node.quasis.map(quasi => quasi.value.raw).join('?')))
        tell(node, 'SQL stands in src/db')
    },
    Literal: node => {
      if (typeof node.value === 'string' && statement.test(node.value)) tell(node, 'SQL stands in src/db')
    },
  }),
}

const writesEvent = /insert\s+into\s+(\w+\.)?events?\b/i

/** The event is written with the change it tells of, by the one function that writes both. */
export const events: Habit = {
  rule: 'event',
  applies: path => inSrc(path) && path !== 'src/db/save.ts',
  look: (_source, tell) => ({
    TemplateLiteral: node => {
      if (node.quasis.some(quasi => writesEvent.test(quasi.value.raw)))
        tell(node, 'events are written by src/db/save.ts')
    },
    CallExpression: ({ callee, arguments: [table] }) => {
      const inserts =
        callee.type === 'MemberExpression' &&
        callee.property.type === 'Identifier' &&
        callee.property.name === 'insertInto'
      const isEvent = table?.type === 'Literal' && /^(\w+\.)?events?$/.test(String(table.value))
      if (inserts && isEvent) tell(callee, 'events are written by src/db/save.ts')
    },
  }),
}
