// Not every browser knows where a Danish word may be parted, and a big heading on a phone must part some of them.
const joints =
  /(?<=medarbejder|udviklings?|kompetence|forventnings|arbejdsmiljø|lønforhandlings|institutions)(?=\p{L}{4})/giu

/** Long compounds get a hyphen that is seen only where the line ends in it. For our own words and the concept's. */
export function softHyphens(text: string): string {
  return text.replace(/\p{L}{17,}/gu, word => word.replace(joints, '\u00ad'))
}
