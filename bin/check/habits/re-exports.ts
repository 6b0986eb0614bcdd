import type { Habit } from './habit.ts'

/** Nothing is passed on: a reader finds a name in the file it is imported from. */
export const reExports: Habit = {
  rule: 're-export',
  applies: () => true,
  look: ({ module }, tell) => {
    const imported = new Set(
      module.staticImports.flatMap(({ entries }) => entries.map(entry => entry.localName.value)),
    )
    return {
      ExportAllDeclaration: node => tell(node, 'no barrels: import from where it stands'),
      ExportNamedDeclaration: node => {
        const passesOn = node.specifiers.some(
          ({ local }) => local.type === 'Identifier' && imported.has(local.name),
        )
        if (node.source || passesOn) tell(node, 'no re-exports: import from where it stands')
      },
    }
  },
}
