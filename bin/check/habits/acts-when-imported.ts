import { type Habit, inSrc } from './habit.ts'

const actors = [
  /^src\/server\.ts$/,
  /^src\/(documents|outside\/people-file)\/(organisation-)?worker\.ts$/,
  /^src\/browser\//,
]

/** Importing a file does nothing: only the process's own beginnings act. */
export const actsWhenImported: Habit = {
  rule: 'acts when imported',
  applies: path => inSrc(path) && !actors.some(actor => actor.test(path)),
  look: ({ program }, tell) => {
    for (const node of program.body) {
      const isLoop = /^(For|While|DoWhile|If|Try|Switch)/.test(node.type)
      if (isLoop || node.type === 'ExpressionStatement')
        tell(node, 'this runs on import: put it in a function')
    }
    return {}
  },
}
