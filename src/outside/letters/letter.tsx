/**
 * A letter is written once, as a row of parts, and read twice: as plain text and as HTML. So the two
 * never say different things. Letters hold nothing anybody wrote, no theme and no score: only names,
 * times, and the way to the page.
 */
import { renderToString } from 'preact-render-to-string'
import { words } from '../../words/words.ts'
import type { Draft, Part } from './draft.ts'
import { Sheet } from './sheet.tsx'

/** What a mail says. */
export type Letter = { readonly subject: string; readonly text: string; readonly html: string }

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
