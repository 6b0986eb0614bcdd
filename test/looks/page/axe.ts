// Axe itself stands in the page already; ../look.ts puts it there.

type Judged = { target: readonly unknown[]; any: readonly { message: string }[] }
type Finding = { id: string; nodes: readonly Judged[] }
type Found = { violations: readonly Finding[]; incomplete: readonly Finding[] }
declare const axe: { run(where: Document, options: object): Promise<Found> }

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * M11: violations of WCAG 2.2 AA, and what axe leaves to people to judge. Axe's judgement of colours takes most of its
 * time and is the same at every width; `contrast` measures them at each.
 */
export async function rules({ colours }: { colours: boolean }): Promise<string[]> {
  const options = {
    runOnly: wcag,
    resultTypes: ['violations', 'incomplete'],
    rules: { 'color-contrast': { enabled: colours } },
  }
  const { violations, incomplete } = await axe.run(document, options)
  const unjudged = incomplete.filter(({ id, nodes }) => id !== 'color-contrast' || !nodes.every(isCovered))
  return [...violations, ...unjudged].map(
    ({ id, nodes }) => `axe ${id}: ${nodes.map(node => `${node.target.join(' ')} (${messageOf(node)})`)}`,
  )
}

const messageOf = ({ any }: Judged) => any[0]?.message ?? ''

// Axe does not judge text under the open menu, nor in a dialog: it does not know what lies on top. `contrast` measures
// both by the ground they stand on.
const isCovered = (node: Judged) => /overlap/.test(messageOf(node))
