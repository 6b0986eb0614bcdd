import { type Habit, top } from './habit.ts'

const vague = /^(utils?|helpers?|common|services?|lib|shared|managers?|mappers?|misc|dtos?)$/i
const patterns = /(Dto|DTO|Mapper|ViewModel|Service|Manager|Helper|Utils?)$/

/** The field's noun, not the pattern's: a file or type says what it is about. */
export const names: Habit = {
  rule: 'name',
  applies: () => true,
  look: ({ path }, tell) => {
    const word = path.split(/[/.-]/).find(part => vague.test(part))
    if (word) tell(top, `"${word}" says nothing: name it after what it holds, and keep it with its owner`)
    const named = (node: { id: { name: string; start: number } | null }) => {
      if (node.id && patterns.test(node.id.name)) tell(node.id, `${node.id.name} is named after a pattern`)
    }
    return { TSInterfaceDeclaration: named, TSTypeAliasDeclaration: named, ClassDeclaration: named }
  },
}
