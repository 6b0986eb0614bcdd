// Axe itself stands in the page already; ../look.ts puts it there.

type Judged = { target: readonly unknown[]; any: readonly { message: string }[] }
type Finding = { id: string; nodes: readonly Judged[] }
type Found = { violations: readonly Finding[]; incomplete: readonly Finding[] }
type Where = Document | { include: readonly Element[] }
declare const axe: { run(where: Where, options: object): Promise<Found> }

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

let judged: ReadonlySet<Element> = new Set()

/**
 * M11: violations of WCAG 2.2 AA, and what axe leaves to people to judge, on the whole page. Axe's judgement of colours
 * takes most of its time and is the same in both languages; `contrast` measures them at each width.
 */
export async function rules({ colours }: { colours: boolean }): Promise<string[]> {
  judged = new Set(listShown())
  return judge(document, colours)
}

/**
 * The same for what was not shown when the page was last judged. Of the rest nothing that axe asks about depends on the
 * width but the sizes of targets, which `targets` measures more strictly, and colours.
 */
export async function rulesForMore(): Promise<string[]> {
  const more = listShown().filter(node => !judged.has(node))
  const roots = more.filter(node => !node.parentElement || !more.includes(node.parentElement))
  return roots.length > 0 ? judge({ include: roots }, false) : []
}

const listShown = () => [...document.querySelectorAll('body *')].filter(node => node.checkVisibility())

async function judge(where: Where, colours: boolean): Promise<string[]> {
  const options = {
    runOnly: wcag,
    resultTypes: ['violations', 'incomplete'],
    rules: { 'color-contrast': { enabled: colours } },
    preload: false,
  }
  const { violations, incomplete } = await axe.run(where, options)
  const unjudged = incomplete.filter(({ id, nodes }) => id !== 'color-contrast' || !nodes.every(isCovered))
  return [...violations, ...unjudged].map(
    ({ id, nodes }) => `axe ${id}: ${nodes.map(node => `${node.target.join(' ')} (${messageOf(node)})`)}`,
  )
}

const messageOf = ({ any }: Judged) => any[0]?.message ?? ''

// Axe does not judge text under the open menu, nor in a dialog: it does not know what lies on top. `contrast` measures
// both by the ground they stand on.
const isCovered = (node: Judged) => /overlap/.test(messageOf(node))
