/** The two languages of the screen. Concept texts stay Danish; English screens add a gloss. */
export type Language = 'da' | 'en'

/** One area's texts, both languages side by side: a key missing in English does not compile. */
export const words = <T extends object>(both: { da: T; en: NoInfer<T> }): Readonly<Record<Language, T>> =>
  both
