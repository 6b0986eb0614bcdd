import { words } from './words.ts'

/** What the abbreviations stand for (S0-06). */
export const kindNames = words({
  da: {
    MUS: 'medarbejderudviklingssamtale',
    LUS: 'lederudviklingssamtale',
    GRUS: 'gruppeudviklingssamtale',
  },
  en: {
    MUS: 'employee development talk',
    LUS: 'leader development talk',
    GRUS: 'group development talk',
  },
})
