/**
 * A letter is written once, as a row of parts, and read twice: as plain text and as HTML. So the two
 * never say different things. Letters hold nothing anybody wrote, no theme and no score: only names,
 * times, and the way to the page.
 */
import { renderToString } from 'preact-render-to-string'
import { type Language, words } from '../../words/words.ts'
import { Sheet } from './sheet.tsx'

/** What a mail says. */
export type Letter = { readonly subject: string; readonly text: string; readonly html: string }

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

export type Draft = {
  readonly language: Language
  readonly subject: string
  readonly greeting: string
  readonly parts: readonly Part[]
  /** The organisation the letter is written for; none before anybody has signed in. */
  readonly house?: string | undefined
}

/** The finished letter. Spaces that hold a date together are let go in the subject, where some mailboxes show them wrong. */
export function letter(draft: Draft): Letter {
  const foot = foots[draft.language](draft.house)
  return {
    subject: draft.subject.replaceAll('\u00A0', ' '),
    text: `${[draft.greeting, ...draft.parts.map(asText), `-- \n${foot}`].join('\n\n')}\n`,
    html: `<!doctype html>${renderToString(<Sheet {...draft} foot={foot} />)}`,
  }
}

const foots = words({
  da: (house?: string) => `Sendt af Medspil${house ? ` for ${house}` : ''}. Ingen læser svar på denne mail.`,
  en: (house?: string) =>
    `Sent by Medspil${house ? ` for ${house}` : ''}. Nobody reads replies to this mail.`,
})

/** A sentence of ours. */
export function say(text: string): Part {
  return { say: { text } }
}

function asText(part: Part): string {
  if ('lead' in part) return part.lead.text
  if ('say' in part) return part.say.text
  if ('list' in part) return part.list.map(({ text }) => `- ${text}`).join('\n')
  if ('facts' in part) return part.facts.map(({ head, text }) => `${head}: ${text}`).join('\n')
  if ('code' in part) return `    ${part.code}`
  if ('link' in part) return `${part.link}:\n${part.to}`
  if ('rule' in part) return '---'
  return `${part.closing.text}\n${part.name}\n${part.title.text}`
}
