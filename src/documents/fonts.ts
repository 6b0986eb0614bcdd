// The fonts of the papers. The packages hold web fonts, cut by script and with the weight as an axis; Typst wants
// plain TrueType files of one weight. So each is turned once, when the worker starts, and given a family name of
// ours: a page then asks for exactly these files, and never for what happens to be installed on the machine.
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'
import { builtIn, type CharacterSet } from './built-in.ts'
import { charactersIn, renamed } from './sfnt.ts'

/** `covers` is a regular expression's class: `[\u{20}-\u{7e}…]`; `null` is whatever the font has. */
export type Family = { name: string; covers: string | null }

export type Fonts = {
  files: Buffer[]
  /** In the order they are tried, each for its own characters alone. */
  sans: Family[]
  serif: Family[]
  /** One set for each family a text may be drawn with. Letters that join must be found in one and the same. */
  alphabets: CharacterSet[]
}

type Face = { family: string; file: Buffer; characters: Set<number> }

const scripts = [
  'latin',
  'latin-ext',
  'vietnamese',
  'greek',
  'greek-ext',
  'cyrillic',
  'cyrillic-ext',
  'emoji',
]

/** Reads and turns every font; some tenths of a second. Throws when a font package is not installed. */
export async function loadFonts(): Promise<Fonts> {
  const sans400 = await loadFaces('@fontsource-variable/source-sans-3', 'wght', 'Medspil Sans', 400)
  const sans600 = await loadFaces('@fontsource-variable/source-sans-3', 'wght', 'Medspil Sans', 600)
  const serif = await loadFaces('@fontsource/source-serif-4', '600', 'Medspil Serif')
  const emoji = await loadFaces('@fontsource/noto-emoji', '400', 'Medspil Emoji')
  // Asked for anything: a letter that nothing claims to cover would be left out without a word, not refused.
  const lastResort = builtIn.map(({ family }) => ({ name: family, covers: null }))
  return {
    files: [...sans400, ...sans600, ...serif, ...emoji].map(face => face.file),
    sans: [...[...sans400, ...emoji].map(familyOf), ...lastResort],
    serif: [...[...serif, ...sans400, ...emoji].map(familyOf), ...lastResort],
    alphabets: [...sans400, ...emoji, ...builtIn].map(face => face.characters),
  }
}

async function loadFaces(name: string, cut: string, family: string, weight?: number): Promise<Face[]> {
  const folder = join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'files')
  const present = new Set(await readdir(folder))
  const found = scripts
    .map(script => ({ script, path: `${name.split('/')[1]}-${script}-${cut}-normal.woff2` }))
    .filter(({ path }) => present.has(path))
  return Promise.all(
    found.map(async ({ script, path }) => {
      const file = await plainFont(await readFile(join(folder, path)), weight)
      const own = `${family} ${scripts.indexOf(script)}`
      return { family: own, file: renamed(file, own), characters: charactersIn(file) }
    }),
  )
}

function plainFont(webFont: Uint8Array, weight?: number): Promise<Uint8Array> {
  const axes = weight ? { variationAxes: { wght: weight } } : {}
  return subsetFont(webFont, '', { keepAllGlyphs: true, targetFormat: 'truetype', ...axes })
}

/**
 * A family is asked for its own characters only. Else the first would put "ć" together from a c and an accent, two
 * glyphs that copy and read aloud as "cć", though the second has the letter itself.
 */
function familyOf({ family, characters }: { family: string; characters: Set<number> }): Family {
  const ranges: [first: number, last: number][] = []
  for (const code of [...characters].toSorted((a, b) => a - b)) {
    const range = ranges.at(-1)
    if (range && range[1] === code - 1) range[1] = code
    else ranges.push([code, code])
  }
  const escaped = (code: number) => `\\u{${code.toString(16)}}`
  return {
    name: family,
    covers: `[${ranges.map(([first, last]) => `${escaped(first)}-${escaped(last)}`).join('')}]`,
  }
}
