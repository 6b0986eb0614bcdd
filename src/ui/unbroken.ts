const months =
  'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|January|February|March|April|May|June|July|August|September|October|November|December'
const dayAndMonth = new RegExp(`(\\d{1,2}\\.?) (?=(?:${months})\\b)`, 'g')
const clock = /\b(kl\.) (?=\d)/g

/** A date stays with its month and "kl." with its time at the end of a line. For our own words, never a person's text. */
export function unbroken(text: string): string {
  return text.replace(dayAndMonth, '$1\u00a0').replace(clock, '$1\u00a0')
}
