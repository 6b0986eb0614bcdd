import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Link, safeHref } from '../../src/ui/link.tsx'
import { renderPage } from '../../src/ui/render.ts'
import { ScoreLine } from '../../src/ui/score-line.tsx'
import { TextArea } from '../../src/ui/text-area.tsx'
import { unbroken } from '../../src/ui/unbroken.ts'

test.each([
  '/min-side',
  '?side=2',
  '#email',
  'https://medspil.example/a',
  'http://localhost:4000',
  'mailto:tr@hus.example',
])('a link to %s stands', href => {
  expect(safeHref(href)).toBe(href)
})

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'blob:https://a/b',
  'https://',
])('%j is refused, and its words stay', href => {
  const drawn = renderToString(<Link href={href}>Mødet</Link>)
  expect(drawn).toBe('<span>Mødet</span>')
})

test.each(['\nanden linje', '\r\nanden linje', '\n\n'])(
  'a text that begins with a line break, %j, is given one more',
  value => {
    expect(renderToString(<TextArea id="a" name="a" value={value} />)).toContain(`>\n${value}</textarea>`)
  },
)

test('a text that ends the textarea itself cannot get out of it', () => {
  expect(renderToString(<TextArea id="a" name="a" value={'</textarea><script>'} />)).not.toContain('<script>')
})

test('S0-10 a score looks the same whatever it is: no part and no style is named after its value', () => {
  const partsOf = (chosen: number) =>
    renderToString(<ScoreLine who="participant" chosen={chosen} label="" />)
      .match(/<\w+ class="[^"]*"| r="\d[^"]*"/g)
      ?.toSorted()
  for (const chosen of [2, 3, 4, 5, 6]) expect(partsOf(chosen)).toEqual(partsOf(1))
  const styles = readdirSync('src/ui/styles').map(name => readFileSync(join('src/ui/styles', name), 'utf8'))
  expect(styles.join('\n')).not.toMatch(/\.score[^{]*\[value|\.score[^{]*:nth/)
})

test('every page begins with the doctype', () => {
  expect(renderPage(<html lang="da" />)).toMatch(/^<!doctype html><html lang="da">/)
})

test('a date keeps its month and a clock its time; other words are free', () => {
  expect(unbroken('tirsdag den 14. april kl. 13.00')).toBe('tirsdag den 14.\u00a0april kl.\u00a013.00')
  expect(unbroken('14 April, uge 16')).toBe('14\u00a0April, uge 16')
})

const allowed = ['link.tsx', 'text-area.tsx', 'layout.tsx', 'error-summary.tsx'].map(name =>
  join('src/ui', name),
)
// Mails are pages to another program, with rules of their own.
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.tsx') && !name.startsWith('outside'))
  .map(name => ({ path: join('src', name), text: readFileSync(join('src', name), 'utf8') }))

test('every class a page names is known to the stylesheet', () => {
  const styles = readdirSync('src/ui/styles').map(name => readFileSync(join('src/ui/styles', name), 'utf8'))
  const known = new Set(styles.flatMap(text => [...text.matchAll(/\.([a-z][\w-]*)/g)].map(match => match[1])))
  const named = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/\sclass="([^"]+)"/g)].flatMap(match =>
      (match[1] ?? '').split(' ').map(name => ({ path, name })),
    ),
  )
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter(({ name }) => !known.has(name))).toEqual([])
})

test('links and textareas are drawn by the parts that guard them, and nothing has a style of its own', () => {
  expect(sources.length).toBeGreaterThan(30)
  const unguarded = sources.filter(
    ({ path, text }) => !allowed.includes(path) && /<(a|textarea)[\s>]/.test(text),
  )
  const styled = sources.filter(({ text }) => /\sstyle=|dangerouslySetInnerHTML|<style/.test(text))
  expect([...unguarded, ...styled].map(source => source.path)).toEqual([])
})
