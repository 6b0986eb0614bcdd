// Two voices, two small files: the sans (variable, 400 to 600) for the system, the serif (600) for a person.
// Both are cut down to Danish, English and the rest of Latin-1, so that a phone on a slow line reads at once.
// What a name may need beyond that (Łukasz, Gülşen) stands in a third file, fetched only by a page that has it.
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

type Font = { name: string; source: string; text: string; weights?: { min: number; max: number } }

const ascii = range(0x20, 0x7e)
const latin1Letters = range(0xc0, 0xff)
const marks = '–—…‘’“”«»·•½§°×\u00a0\u202f\u00ad'
const everyday = ascii + latin1Letters + marks
const otherLatinLetters = `${range(0x100, 0x17f)}ȘșȚțẞ`

const sans = '@fontsource-variable/source-sans-3/files/source-sans-3'
const serif = '@fontsource/source-serif-4/files/source-serif-4'
const weights = { min: 400, max: 600 }
const fonts: Font[] = [
  { name: 'sans', source: `${sans}-latin-wght-normal.woff2`, text: everyday, weights },
  { name: 'serif', source: `${serif}-latin-600-normal.woff2`, text: everyday },
  { name: 'sans-more', source: `${sans}-latin-ext-wght-normal.woff2`, text: otherLatinLetters, weights },
]

// Kerning, ligatures and the lining figures that keep scores and times in column. The rest is weight.
const keepFeatures = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'tnum', 'lnum']
// Copyright, licence and its address travel inside the file, as the Open Font License asks.
const preserveNameIds = [0, 13, 14]

/** Cuts the fonts into `<root>/build/fonts/<name>.woff2`; a font already cut from the same source is left alone. */
export async function cutFonts(root: string): Promise<void> {
  const folder = join(root, 'build/fonts')
  await mkdir(folder, { recursive: true })
  await Promise.all(fonts.map(font => cutFont(root, folder, font)))
}

async function cutFont(root: string, folder: string, font: Font): Promise<void> {
  const source = await readFile(join(root, 'node_modules', font.source))
  const recipe = JSON.stringify([font, keepFeatures, preserveNameIds])
  const key = createHash('sha256').update(source).update(recipe).digest('hex')
  const target = join(folder, `${font.name}.woff2`)
  if ((await readKey(`${target}.key`)) === key) return
  // Loaded only here: the cutter brings a WebAssembly build that a warm start has no use for.
  const { default: subsetFont } = await import('subset-font')
  const axes = font.weights ? { variationAxes: { wght: font.weights } } : {}
  const options = { targetFormat: 'woff2', noHinting: true, keepFeatures, preserveNameIds, ...axes } as const
  await replaceFile(target, await subsetFont(source, font.text, options))
  await replaceFile(`${target}.key`, key)
}

async function readKey(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}

/** Writes beside and renames, so that two builds at once never show a reader half a file. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.draft`
  await writeFile(draft, content)
  await rename(draft, path)
}

function range(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')
}
