const few = {
  da: ['ingen', 'ét', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
}

/** Small numbers in words, as they stand before a noun of neuter gender: »ét punkt«, »to punkter«. */
export const countDa = (n: number) => few.da[n] ?? String(n)
export const countEn = (n: number) => few.en[n] ?? String(n)

/** The same of common gender: »én samtale«. */
export const countTalksDa = (n: number) => (n === 1 ? 'én' : countDa(n))

/** A count that opens a sentence: »To punkter«. */
export const opening = (count: string) => count.charAt(0).toUpperCase() + count.slice(1)
