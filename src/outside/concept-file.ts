// A concept comes as a YAML file that people edit. Whatever is wrong with it is told by file, line and rule.

import { isUtf8 } from 'node:buffer'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Concept } from '../domain/concept.ts'
import { type Caution, conceptFaults, conceptWarnings, type Rule } from '../domain/concept-faults.ts'
import type { Path } from '../domain/concept-rules.ts'
import { type Refusal, ruleWords, textRefusals } from './concept-fault-words.ts'
import { conceptSchema } from './concept-schema.ts'
import { shapeFaults } from './concept-shape.ts'
import { mostBytes, type RefusalAt, readYaml } from './yaml-text.ts'

/** `message` is the whole line to show: »concepts/x.yaml, linje 42: … (regel: step-has-one-to-three)«. */
export type Remark = { readonly line: number; readonly rule: string; readonly message: string }

export type ReadConcept =
  | { readonly concept: Concept; readonly warnings: readonly Remark[] }
  | { readonly faults: readonly Remark[] }

/** A file with a fault gives no concept. */
export type LoadedConcepts = {
  readonly concepts: readonly Concept[]
  readonly faults: readonly Remark[]
  readonly warnings: readonly Remark[]
}

/**
 * Reads a concept from the text of its file. `fileName` says where a fault is, as in `concepts/x.yaml`; without its
 * folder and `.yaml` it must be the concept's id. Never throws.
 */
export function readConcept(text: string, fileName: string): ReadConcept {
  const yaml = readYaml(text)
  if ('refusals' in yaml) return { faults: yaml.refusals.map(remarkIn(fileName)) }

  const at = ({ path, rule, says }: { path: Path; rule: string; says: string }) =>
    remarkIn(fileName)({ line: yaml.lineOf(path), rule, says })
  const shape = conceptSchema.safeParse(yaml.value)
  if (!shape.success) return { faults: shapeFaults(shape.error.issues, yaml.has).map(at) }

  const concept = shape.data
  const told = ({ path, rule }: { path: Path; rule: Rule | Caution }) =>
    at({ path, rule, says: ruleWords[rule] })
  const faults = [
    ...conceptFaults(concept).map(told),
    ...(basename(fileName, '.yaml') === concept.id
      ? []
      : [at({ path: ['id'], ...textRefusals['id-is-file-name'] })]),
  ]
  return faults.length > 0 ? { faults } : { concept, warnings: conceptWarnings(concept).map(told) }
}

/** Reads every `.yaml` file of a folder, by name. A faulty one is left out, and every fault is listed. */
export async function loadConcepts(folder: string): Promise<LoadedConcepts> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.yaml')).sort()
  const read = await Promise.all(names.map(name => readConceptFile(folder, name)))
  const faults = read.flatMap(file => ('faults' in file ? file.faults : []))
  const good = read.flatMap(file => ('concept' in file ? file : []))
  return {
    concepts: good.map(({ concept }) => concept),
    faults,
    warnings: good.flatMap(({ warnings }) => warnings),
  }
}

async function readConceptFile(folder: string, name: string): Promise<ReadConcept> {
  const path = join(folder, name)
  const shown = join(basename(folder), name)
  const refuse = (refusal: Refusal) => ({ faults: [remarkIn(shown)({ line: 1, ...refusal })] })
  if ((await stat(path)).size > mostBytes) return refuse(textRefusals['not-too-large'])
  const bytes = await readFile(path)
  return isUtf8(bytes) ? readOnce(path, bytes.toString('utf8'), shown) : refuse(textRefusals['utf-8'])
}

const read = new Map<string, { text: string; as: ReadConcept }>()

/** To judge a concept takes a fifth of a second, and every page of the setup asks: the same text is judged once. */
function readOnce(path: string, text: string, shown: string): ReadConcept {
  const before = read.get(path)
  if (before?.text === text) return before.as
  const as = readConcept(text, shown)
  read.set(path, { text, as })
  return as
}

function remarkIn(fileName: string): (refusal: RefusalAt) => Remark {
  return ({ line, rule, says }) => ({
    line,
    rule,
    message: `${fileName}, linje ${line}: ${says} (regel: ${rule})`,
  })
}
