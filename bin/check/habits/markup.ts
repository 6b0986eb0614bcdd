import { type Habit, inSrc } from './habit.ts'

const letters = 'src/outside/letters'
const rawMarkup = 'src/outside/letters/sheet.tsx'

/** A page's policy forbids inline styles, and only a letter's style sheet goes out unescaped: mail needs both. */
export const markup: Habit = {
  rule: 'markup',
  applies: path => inSrc(path) && path.endsWith('.tsx'),
  look: ({ path }, tell) => ({
    JSXAttribute: node => {
      const name = node.name.type === 'JSXIdentifier' ? node.name.name : ''
      if (name === 'style' && !path.startsWith(letters)) tell(node, 'no inline style: give it a class')
      if (name === 'dangerouslySetInnerHTML' && path !== rawMarkup)
        tell(node, `unescaped markup stands in ${rawMarkup} alone`)
    },
  }),
}

const viewFolders = /^src\/(pages|ui|documents|outside)\//

/** What a kind of conversation does stands in src/domain/kinds.ts; a view reads it and never asks which kind it is. */
export const kinds: Habit = {
  rule: 'kind in a view',
  applies: path => viewFolders.test(path),
  look: (_source, tell) => ({
    BinaryExpression: node => {
      const isKind = [node.left, node.right].some(
        side => side.type === 'Literal' && ['mus', 'lus', 'grus'].includes(String(side.value)),
      )
      if (isKind) tell(node, 'asks for a kind: let src/domain/kinds.ts say what differs')
    },
  }),
}
