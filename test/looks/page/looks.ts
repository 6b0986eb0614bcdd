// Runs in the browser beside the page, put there by ../look.ts.
import { rules, rulesForMore } from './axe.ts'
import { change } from './change.ts'
import { contrast } from './contrast.ts'
import { focus } from './focus.ts'
import { targets } from './targets.ts'
import { text } from './text.ts'
import { words } from './words.ts'

export type Looks = {
  change: typeof change
  contrast(): string[]
  focus(): string[]
  rules(what: { colours: boolean }): Promise<string[]>
  rulesForMore(): Promise<string[]>
  targets(): string[]
  text(): string[]
  words(given: readonly string[]): string[]
}

declare global {
  var looks: Looks
}
globalThis.looks = { change, contrast, focus, rules, rulesForMore, targets, text, words }
