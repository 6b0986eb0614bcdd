import { isShown } from './shown.ts'

const odd = /\d:\d\d|\b\d{1,2}\/\d|\b\d{4}-\d\d-\d\d|\b\d{4,}\b(?<!20\d\d)/
const fingerprint = /(?:\b[\da-f]{4}\b ?){4}/g
const danish = /[æøå]|(?<!\p{L})(?:og|ikke|du|din|dit|jeg|samtalen?|skriv|svar)(?!\p{L})/iu
const english = /(?<!\p{L})(?:the|your|you|and|with|is|are|talk|write|answer)(?!\p{L})/iu

/** M22, M24: what is in the other language and does not say so, and times and dates as nobody says them. */
export function words(given: readonly string[]): string[] {
  const { lang } = document.documentElement
  const other = lang === 'da' ? english : danish
  const said = [...document.querySelectorAll(`body, main *, header *`)]
    .filter(
      node =>
        isShown(node) && !node.matches('textarea') && node.closest('[lang]') === document.documentElement,
    )
    .flatMap(node => [...node.childNodes])
    .filter(node => node instanceof Text)
    .map(node => withoutGiven(node.textContent?.trim() ?? '', given))
  return [
    ...said.filter(text => other.test(text)).map(text => `not in ${lang}: "${text}"`),
    ...said.filter(text => odd.test(text)).map(text => `said as nobody says it: "${text}"`),
  ]
}

/** Names, and what people themselves wrote, are in the language they are in. */
const withoutGiven = (text: string, given: readonly string[]) =>
  given.reduce((rest, each) => rest.replaceAll(each, ''), text.replaceAll(fingerprint, ''))
