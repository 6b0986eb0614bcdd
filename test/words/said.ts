import { readdirSync } from 'node:fs'
import { join } from 'node:path'

// Every text on screen, as it is said: texts that take names and numbers are called with some.

export type Said = { file: string; key: string; text: string }

const folder = join(import.meta.dirname, '../../src/words')

/** Everything a text may name, for those that take it by name. A new name is added here. */
const named = {
  ...{ first: 'Anders', all: 'Anders og Lone', name: 'Anders', host: 'Lone', head: 'Mail', kinds: '' },
  ...{ row: 3, limit: 40, questions: 21, minutes: [60, 75], yearly: true, closing: 'sign' },
  ...{ units: 3, people: 24, posts: 24, hosts: 5 },
}

/** What the texts are called with, one after the other, until one fits. */
const samples = ['Anders', 3, new Date('2026-04-14T11:00:00Z'), true, ['Anders', 'Lone'], named, [named]]

/** All texts of one language; one that no sample fits says so, and fails whatever reads it. */
export async function allSaid(language: 'da' | 'en'): Promise<Said[]> {
  const files = readdirSync(folder).filter(name => name.endsWith('.ts'))
  const found = await Promise.all(
    files.map(async file => {
      const module: Record<string, unknown> = await import(join(folder, file))
      return Object.entries(module).flatMap(([name, both]) => {
        const texts = isRecord(both) && 'da' in both && 'en' in both ? both[language] : undefined
        return walk(texts, name).map(each => ({ file, ...each }))
      })
    }),
  )
  return found.flat()
}

type Keyed = { key: string; text: string }

function walk(value: unknown, key: string): Keyed[] {
  if (typeof value === 'string') return [{ key, text: value }]
  if (typeof value === 'function')
    return walk(called((...args) => value(...args), value.length) ?? 'cannot be said!', key)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, each]) => walk(each, `${key}.${name}`))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

type Text = (...args: unknown[]) => unknown

// Most texts fit one kind for all their arguments; for the others each is tried with each.
function called(text: Text, arity: number): unknown {
  const alike = samples.map(sample => Array.from({ length: arity }, () => sample))
  for (const args of [...alike, ...combined(arity)]) {
    const said = attempt(text, args)
    if (said !== undefined) return said
  }
  return undefined
}

const combined = (arity: number): unknown[][] =>
  arity === 0 ? [[]] : combined(arity - 1).flatMap(args => samples.map(sample => [...args, sample]))

function attempt(text: Text, args: readonly unknown[]): unknown {
  try {
    const said = text(...args)
    return /undefined|NaN|\[object|null/.test(JSON.stringify(said) ?? 'undefined') ? undefined : said
  } catch {
    return undefined
  }
}

/** The sentences of a text. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.?!…:])\s+/)
    .map(sentence => sentence.trim())
    .filter(Boolean)

export const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:[-’'.][\p{L}\p{N}]+)*/gu) ?? []

/** Words a sentence and long words in a hundred, together: up to 24 is very easy, up to 34 easy. */
export function lixOf(texts: readonly string[]): number {
  const words = texts.flatMap(wordsIn)
  const sentences = texts.flatMap(sentencesOf)
  const long = words.filter(word => word.replaceAll(/[^\p{L}]/gu, '').length > 6)
  return words.length / sentences.length + (100 * long.length) / words.length
}
