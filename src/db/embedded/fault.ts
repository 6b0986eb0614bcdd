/** Why the system cannot start and what to do about it: a plain text for the terminal, Danish then English. */
export class StartFault extends Error {
  override name = 'StartFault'
}

/** A fault in both languages, each one line. */
export function fault(danish: string, english: string): StartFault {
  return new StartFault(`${danish}\n${english}`)
}
