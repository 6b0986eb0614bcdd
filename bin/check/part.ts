// The check is a row of parts. Each says how many files it saw and is held to it, because a part that saw nothing
// and reports nothing looks exactly like a clean house.

import type { Checkout } from './checkout.ts'

/** One place that breaks one rule. `line` counts from 1; 0 means the file as a whole. */
export interface Fault {
  path: string
  line: number
  rule: string
  message: string
}

/** What a part found. `table` is printed under the summary, faults or not. */
export interface Finding {
  seen: number
  faults: Fault[]
  table?: string
}

/** `minds` lists the files the part must have seen; unless told, every TypeScript file. */
export interface Part {
  name: string
  minds?: (checkout: Checkout) => string[]
  run: (checkout: Checkout) => Promise<Finding>
}

/** A finding with the part's name and the seconds it took. */
export interface Outcome extends Finding {
  name: string
  seconds: number
}

/** Runs one part and times it. A part that overlooked files, or broke down, is a fault of its own. */
export async function examine(part: Part, checkout: Checkout): Promise<Outcome> {
  const began = performance.now()
  const there = (part.minds ?? listSources)(checkout).length
  const { seen, faults, ...rest } = await part.run(checkout).catch(brokenDown)
  const seconds = (performance.now() - began) / 1000
  return { name: part.name, seen, faults: [...faults, ...overlooked(seen, there)], seconds, ...rest }
}

function listSources(checkout: Checkout): string[] {
  return checkout.list('{src,bin,test}/**/*.{ts,tsx}')
}

function overlooked(seen: number, there: number): Fault[] {
  if (there === 0) return [faultOfPart('there are no files to look at')]
  return seen < there ? [faultOfPart(`saw ${seen} of ${there} files`)] : []
}

function brokenDown(error: unknown): Finding {
  return { seen: 0, faults: [faultOfPart(error instanceof Error ? error.message : String(error))] }
}

function faultOfPart(message: string): Fault {
  return { path: 'bin/check', line: 0, rule: 'part', message }
}
