/** Reads each text the first time alone: a unit, a title or a day stands in thousands of rows. */
export function once<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    const now = read(text)
    known.set(text, now)
    return now
  }
}

/** Makes it when it is first asked for, and not before. */
export function later<T>(make: () => T): () => T {
  const made = once(make)
  return () => made('')
}
