// Reading a PDF as a stranger does, with the programs of poppler. They are never skipped: either they are found, or
// put in (as root, on Debian), or the run fails and says what to do.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

type Tagged = { tag: string; text: string }

/** The words as they stand on the page; with `layout` columns stay side by side. Pages end with a form feed. */
export async function textOf(pdf: Uint8Array, ...options: string[]): Promise<string> {
  return poppler('pdftotext', [...options, '-', '-'], pdf)
}

export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  return (await textOf(pdf, '-layout')).split('\f').slice(0, -1)
}

/** Every word with its width in points. */
export async function wordsIn(pdf: Uint8Array): Promise<{ word: string; width: number }[]> {
  const found = (await textOf(pdf, '-bbox')).matchAll(/<word xMin="(.+?)".* xMax="(.+?)".*>(.+)<\/word>/g)
  return Array.from(found, ([, from, to, word = '']) => ({ word, width: Number(to) - Number(from) }))
}

export async function infoOf(pdf: Uint8Array): Promise<string> {
  return poppler('pdfinfo', ['-'], pdf)
}

export async function metadataOf(pdf: Uint8Array): Promise<string> {
  return poppler('pdfinfo', ['-meta', '-'], pdf)
}

export async function fontsOf(pdf: Uint8Array): Promise<string> {
  return poppler('pdffonts', ['-'], pdf)
}

/** Every tag in reading order with the words straight inside it, as a screen reader would meet them. */
export async function tagsOf(pdf: Uint8Array): Promise<Tagged[]> {
  const found: Tagged[] = []
  for (const line of (await poppler('pdfinfo', ['-struct-text', '-'], pdf)).split('\n')) {
    const words = /^\s*"(.*)"$/.exec(line)?.[1]
    const tag = /^\s*([A-Z][A-Za-z0-9]*)\b/.exec(line)?.[1]
    const last = found.at(-1)
    if (words !== undefined && last) last.text += words
    else if (tag) found.push({ tag, text: '' })
  }
  return found
}

async function poppler(program: string, args: string[], pdf: Uint8Array): Promise<string> {
  try {
    return await feed(program, args, pdf)
  } catch (failure) {
    if (!isMissing(failure)) throw failure
    await install()
    return feed(program, args, pdf)
  }
}

async function feed(program: string, args: string[], pdf: Uint8Array): Promise<string> {
  const running = run(program, args, { maxBuffer: 64 * 1024 * 1024 })
  running.child.stdin?.end(pdf)
  return (await running).stdout
}

function isMissing(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && failure.code === 'ENOENT'
}

async function install(): Promise<void> {
  const apt = (...args: string[]) =>
    run('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  try {
    await apt('update')
    await apt('install', '--yes', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', 'poppler-utils')
  } catch {
    throw new Error('The tests read PDFs with poppler. Run as root: apt-get install poppler-utils')
  }
}
