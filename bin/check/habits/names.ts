import { type Habit, top } from './habit.ts'

const vague = /^(utils?|helpers?|common|services?|lib|shared|managers?|misc)$/i
const afterPattern = /(^|-)(utils?|helpers?|services?|managers?|mappers?|handlers?|dtos?)$/i
const patternTypes = /(Dto|DTO|Mapper|ViewModel|Service|Manager|Helper|Utils?)$/

/** The field's noun, not the pattern's: a file, a folder or a type says what it is about. */
export const names: Habit = {
  rule: 'name',
  applies: () => true,
  look: ({ path }, tell) => {
    const parts = path.split('/').map(part => part.split('.')[0] ?? '')
    const empty = parts.find(part => vague.test(part) || afterPattern.test(part))
    if (empty) tell(top, `"${empty}" says nothing: name it after what it holds, and keep it with its owner`)
    const named = (node: { id: { name: string; start: number } | null }) => {
      if (node.id && patternTypes.test(node.id.name))
        tell(node.id, `${node.id.name} is named after a pattern`)
    }
    return { TSInterfaceDeclaration: named, TSTypeAliasDeclaration: named, ClassDeclaration: named }
  },
}
