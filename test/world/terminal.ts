/** The terminal as a test sees it: what was said, and waiting for a line. */
export function createTerminal() {
  const lines: string[] = []
  const waiting: { pattern: RegExp; found(match: RegExpMatchArray): void }[] = []
  const say = (line: string) => {
    lines.push(line)
    for (const each of [...waiting]) {
      const match = line.match(each.pattern)
      if (match) {
        waiting.splice(waiting.indexOf(each), 1)
        each.found(match)
      }
    }
  }
  /** The first line from here on that matches. */
  const next = (pattern: RegExp) =>
    new Promise<RegExpMatchArray>(found => {
      waiting.push({ pattern, found })
    })
  return { lines, say, next }
}
