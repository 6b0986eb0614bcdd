import { readFileSync } from 'node:fs'
import type { Concept, Form } from '../../src/domain/concept.ts'
import { readConcept } from '../../src/outside/concept-file.ts'

export const lusFile = 'concepts/ringkoebing-skjern-lus-2019.yaml'

// From the checkout's root, where tests and measurements run.
const read = (path: string) => readFileSync(path, 'utf8')

/** The text of the concept file as it stands in the checkout. */
export const lusText = read(lusFile)

/** The source's lines, as they stand in seed-lus-2019.txt. */
export const seedLines = read('test/concept/seed-lus-2019.txt')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))

/** The concept, or a failed test that says why it cannot be read. */
export function lusConcept(): Concept {
  const result = readConcept(lusText, lusFile)
  if ('faults' in result) throw new Error(result.faults.map(({ message }) => message).join('\n'))
  return result.concept
}

export function lusForm(): Form {
  const form = lusConcept().kinds.lus
  if (!form) throw new Error('the concept has no lus')
  return form
}
