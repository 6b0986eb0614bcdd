// How easily a letter reads (M16). On pages test/words/said.ts says it; a letter has lines and lists besides sentences.

/** The sentences as rows of words. A line ends a sentence; a date's or a time's own dots do not, as their space holds. */
const sentencesOf = (text: string): readonly (readonly string[])[] =>
  text
    .replaceAll(/https?:\/\/\S+/g, '')
    .split(/[.?:](?=[ \n])|\r?\n/)
    .map(sentence => sentence.match(/[\p{L}\p{N}]+(?:[.–-][\p{L}\p{N}]+)*/gu) ?? [])
    .filter(words => words.length > 0)

/** Words in the longest sentence. */
export const longestIn = (text: string): number =>
  Math.max(...sentencesOf(text).map(sentence => sentence.length))

/** Words a sentence, plus the percentage of words longer than six letters. */
export function lixOf(text: string): number {
  const sentences = sentencesOf(text)
  const words = sentences.flat()
  return words.length / sentences.length + (100 * words.filter(word => word.length > 6).length) / words.length
}
