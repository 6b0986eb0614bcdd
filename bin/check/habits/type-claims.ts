import type { Habit } from './habit.ts'

const everywhere = () => true

/** Types are earned, not claimed: parse or narrow. (`any` and `!` are Biome's to find; see `suppressions`.) */
export const typeClaims: Habit = {
  rule: 'type claim',
  applies: everywhere,
  look: (_source, tell) => ({
    TSAsExpression: ({ typeAnnotation: type, ...node }) => {
      const isConst =
        type.type === 'TSTypeReference' &&
        type.typeName.type === 'Identifier' &&
        type.typeName.name === 'const'
      if (!isConst) tell(node, 'no `as` but `as const`: parse the value, or narrow its type')
    },
    TSTypeAssertion: node => tell(node, 'no type assertion: parse the value, or narrow its type'),
    VariableDeclarator: node => {
      if (node.definite) tell(node, 'no `!` on a declaration: give it a value')
    },
    PropertyDefinition: node => {
      if (node.definite) tell(node, 'no `!` on a property: give it a value')
    },
  }),
}

const silenced =
  /@ts-(ignore|expect-error|nocheck)|biome-ignore.*(noExplicitAny|noNonNullAssertion|noConsole)/

/** The rules without exceptions may not be switched off from a comment. */
export const suppressions: Habit = {
  rule: 'suppression',
  applies: everywhere,
  look: ({ comments }, tell) => {
    for (const comment of comments) {
      const found = silenced.exec(comment.value)?.[0]
      if (found) tell(comment, `${found}: this rule has no exceptions`)
    }
    return {}
  },
}
