import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'

// One page in one state, looked at in every way a script can: the measures of experience.md §8 that hold everywhere.

/** The names on the pages, longest first, and what people wrote there themselves. */
export type Given = { names: readonly string[]; texts: readonly string[] }

/** Puts what looks beside every page that is opened here: sent once, where a page at a time costs more than the look. */
export async function bringLooks(page: Page): Promise<void> {
  await page.addInitScript(await looksSource())
}

/**
 * What is amiss on the page as it stands, at 320 and at 1280 (M11, M13, M14, M15, M17, M22, M24). The second language has
 * the same markup and style in shorter words, so it is looked at where there is least room.
 */
export async function lookAt(page: Page, given: Given, language: 'da' | 'en'): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready.then(() => looks.change.open()))
  const narrow = await atWidth(page, 320, given, language === 'da' ? 'rules and colours' : 'rules')
  if (language === 'en') return [...new Set(narrow)]
  const wide = await atWidth(page, 1280, given, 'rules for more')
  await page.setViewportSize({ width: 320, height: 800 })
  return [...new Set([...wide, ...narrow, ...(await onSmallPhone(page, given))])]
}

/** The same at 768, M11's third width, with the menu folded and wider forms: looked at where pictures are made. */
export async function lookBetween(page: Page, given: Given): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready.then(() => looks.change.open()))
  return atWidth(page, 768, given, 'rules and colours')
}

type Asked = 'rules and colours' | 'rules' | 'rules for more'

async function atWidth(page: Page, width: number, { names, texts }: Given, asked: Asked) {
  await page.setViewportSize({ width, height: 800 })
  const found = await page.evaluate(
    async ({ known, asked }) => {
      const { change, contrast, focus, rules, rulesForMore, targets, text, words } = looks
      change.settle()
      const more = asked === 'rules for more'
      const ruled = await (more ? rulesForMore() : rules({ colours: asked === 'rules and colours' }))
      change.undo()
      return [ruled, text(), targets(), focus(), contrast(), words(known)].flat()
    },
    { known: [...texts, ...names], asked },
  )
  return found.map(each => `${width}: ${each}`)
}

/** Text twice as large, text spaced out, and long names: nothing runs out, is cut, or lies over something else. */
async function onSmallPhone(page: Page, { names }: Given): Promise<string[]> {
  const found = await page.evaluate(people => {
    const { change, text } = looks
    const tell = (what: string) => text().map(each => `${what}: ${each}`)
    change.enlarge()
    const enlarged = tell('text twice as large')
    change.undo()
    change.space()
    const spaced = tell('text spaced out')
    change.undo()
    change.lengthen(people)
    return [...enlarged, ...spaced, ...tell('long names')]
  }, names)
  return found
}

let source: Promise<string> | undefined
const looksSource = () => {
  source ??= bundle()
  return source
}

/** Axe, as its Playwright package brings it, and the looks of ours. */
async function bundle(): Promise<string> {
  const require = createRequire(import.meta.url)
  const axe = createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js')
  const entry = new URL('page/looks.ts', import.meta.url).pathname
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife' })
  return `${await readFile(axe, 'utf8')};${outputFiles[0]?.text}`
}
