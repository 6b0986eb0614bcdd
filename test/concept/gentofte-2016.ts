import { readFileSync } from 'node:fs'
import type { Concept, Form, Kind } from '../../src/domain/concept.ts'
import { readConcept } from '../../src/outside/concept-file.ts'

const file = 'concepts/gentofte-boernevenner-2016.yaml'
const text = readFileSync(file, 'utf8')

/** The concept, or a failed test that says why it cannot be read. */
export function gentofteConcept(): Concept {
  const result = readConcept(text, file)
  if ('faults' in result) throw new Error(result.faults.map(({ message }) => message).join('\n'))
  return result.concept
}

export function gentofteForm(kind: Kind): Form {
  const form = gentofteConcept().kinds[kind]
  if (!form) throw new Error(`the concept has no ${kind}`)
  return form
}
