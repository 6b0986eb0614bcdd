import type { Function as FunctionNode } from 'oxc-parser'
import { type Habit, inSrc } from './habit.ts'

interface Promised {
  name: RegExp
  keeps: (type: string) => boolean
  says: string
}

const promised: Promised[] = [
  {
    name: /^get[A-Z]/,
    keeps: type => !/\| *(undefined|null)\b/.test(type),
    says: 'getX throws when there is none',
  },
  {
    name: /^find[A-Z]/,
    keeps: type => /\bundefined\b/.test(type),
    says: 'findX may give undefined, and says so',
  },
  { name: /^list[A-Z]/, keeps: type => /(\[\]|Array<.*>)$/s.test(type), says: 'listX gives an array' },
]

/** A function's name tells what it does when there is nothing to give. Only declared return types are read. */
export const absence: Habit = {
  rule: 'name of absence',
  applies: inSrc,
  look: ({ text }, tell) => {
    const held = ({ id, returnType }: FunctionNode) => {
      if (!id || !returnType) return
      const declared = text.slice(returnType.typeAnnotation.start, returnType.typeAnnotation.end)
      const type = /^Promise<(.*)>$/s.exec(declared)?.[1] ?? declared
      const broken = promised.find(({ name, keeps }) => name.test(id.name) && !keeps(type))
      if (broken) tell(id, `${id.name} gives ${type}: ${broken.says}`)
    }
    return { FunctionDeclaration: held }
  },
}
