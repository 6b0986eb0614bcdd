import type { Language } from '../../words/words.ts'

/** `lang` marks words that stay in the concept's Danish within an English letter. */
export type Line = { readonly text: string; readonly lang?: 'da' | undefined }

/** One part of a letter. `facts` are a time and a place; `link` is the button. */
export type Part =
  | { readonly lead: Line }
  | { readonly say: Line }
  | { readonly list: readonly Line[] }
  | { readonly facts: readonly { readonly head: string; readonly text: string }[] }
  | { readonly code: string }
  | { readonly link: string; readonly to: string }
  | { readonly closing: Line; readonly name: string; readonly title: Line }
  | { readonly rule: true }

/** Whom a letter greets, the other of the two, the organisation it is written for, and where its button leads. */
export type Addressed = {
  readonly language: Language
  readonly reader: string
  readonly other: string
  readonly house: string
  readonly link: string
}

export type Draft = {
  readonly language: Language
  readonly subject: string
  readonly greeting: string
  readonly parts: readonly Part[]
  /** The organisation the letter is written for; none before anybody has signed in. */
  readonly house?: string | undefined
}
