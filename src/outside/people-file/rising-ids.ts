import { randomBytes } from 'node:crypto'

/**
 * New ids, each above the one before (RFC 9562's version 7): the time, a count, and forty-eight random bits that are this
 * file's own. `now` in milliseconds. At most 2^24 of them.
 */
export function risingIds(now: number): () => string {
  const time = now.toString(16).padStart(12, '0')
  const own = randomBytes(6).toString('hex')
  const head = `${time.slice(0, 8)}-${time.slice(8)}-7`
  let count = 0
  return () => {
    const rising = (count++).toString(16).padStart(6, '0')
    return `${head}${rising.slice(0, 3)}-8${rising.slice(3)}-${own}`
  }
}
