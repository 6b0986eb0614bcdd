// Every line end a person writes is one on the paper. Only where pages would pile up by the hundreds with hardly a
// letter on them, the texts that cause it run on with their line ends marked: nothing is lost, and it is drawn in time.

const mostLines = 20_000
const mostLinesOfText = 300

/** `paper` is JSON; so is what comes back, with fewer lines where it had more than 20,000. */
export function withFewLines(paper: string): string {
  if (paper.split('\\n').length <= mostLines) return paper
  return JSON.stringify(JSON.parse(paper), (_, value: unknown) =>
    typeof value === 'string' ? runOn(value) : value,
  )
}

function runOn(text: string): string {
  if (text.split('\n').length <= mostLinesOfText) return text
  return text.replace(/\n+/g, ends => ` ${'¶'.repeat(ends.length)} `)
}
