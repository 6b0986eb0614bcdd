import type { CastName } from '../demo/cast.ts'
import { words } from './words.ts'

/** What somebody of the demo is, and in a sentence or two what is theirs to see. */
export type CastWords = { role: string; sees: string }

const da: Record<CastName, CastWords> = {
  mette: {
    role: 'Leder, institutionsleder',
    sees: 'Holder 21 samtaler. Én er i gang nu, og én opfølgning er for sent ude. Hendes egen er i næste uge.',
  },
  sara: {
    role: 'Medarbejder, pædagog og AMR',
    sees: 'Er midt i sin samtale. Ser sine egne noter og det, de deler.',
  },
  emma: {
    role: 'Medarbejder, pædagog',
    sees: 'Har delt sin forberedelse på engelsk. Samtalen er på torsdag.',
  },
  thea: { role: 'Medarbejder, pædagog', sees: 'Er lige inviteret. Læser sit brev og vælger en tid.' },
  mikkel: {
    role: 'Medarbejder, pædagog',
    sees: 'Har sin plan og har bedt om en opfølgning. Uret tæller fjorten dage.',
  },
  grethe: { role: 'Bestyrelsesformand', sees: 'Holder én samtale om året, med Mette. Ser kun den.' },
  karen: {
    role: 'Administrator',
    sees: 'Ser, hvem der har fået brev, og hvem der logger ind hvordan. Aldrig en samtale.',
  },
  zeynep: { role: 'Medarbejder, pædagog', sees: 'Forbereder sig. Mette kan ikke se et ord endnu.' },
  jonas: { role: 'Souschef', sees: 'Har foreslået en anden tid og venter på svar.' },
  henrik: { role: 'Medarbejder, pædagog', sees: 'Har udskudt sin samtale. De finder en ny tid.' },
  tobias: {
    role: 'Medarbejder, pædagogmedhjælper',
    sees: 'Havde en tid i sidste uge. Samtalen blev ikke holdt.',
  },
  line: {
    role: 'Medarbejder, pædagog',
    sees: 'Har holdt sin samtale. Planen venter på et ja fra dem begge.',
  },
  nanna: {
    role: 'Medarbejder, pædagogisk assistent',
    sees: 'Har lukket sin samtale med en bemærkning, der følger planen.',
  },
  amina: {
    role: 'Medarbejder, pædagog og TR',
    sees: 'Har en plan i gang. Mettes løfte er over tid, og hendes egne noter slettes snart.',
  },
  ditte: { role: 'Medarbejder, pædagog', sees: 'Har en aftalt tid til sin opfølgning på fredag.' },
  rasmus: {
    role: 'Medarbejder, pædagog',
    sees: 'Bad om en opfølgning, der ikke blev til noget. Fristen er gået.',
  },
  oskar: { role: 'Medarbejder, pædagogisk assistent', sees: 'Har valgt samtalen fra i år og kan fortryde.' },
  birgitte: {
    role: 'Medarbejder, pædagogisk assistent',
    sees: 'Hendes samtale er aflyst, fordi hun stopper.',
  },
  anders: {
    role: 'Chef for børn og familie',
    sees: 'Holder samtale med sine ledere. Én er i gang nu, og én venter på hans underskrift.',
  },
  lone: {
    role: 'Leder',
    sees: 'Er midt i sin samtale med Anders, med tal og fælles konklusioner.',
  },
  rikke: { role: 'Leder', sees: 'Har skrevet under. Anders mangler.' },
  camilla: { role: 'Leder', sees: 'Har skrevet under med en bemærkning. Planen lever.' },
  hanne: {
    role: 'HR-konsulent og administrator',
    sees: 'Er inviteret til sin egen samtale. Af de andres ser hun kun brevenes gang.',
  },
  peter: { role: 'Leder', sees: 'Skrev ikke under, og det er i orden. Samtalen er dokumenteret.' },
  aase: { role: 'Leder', sees: 'Har skrevet under og er godt i gang med sin plan.' },
  jakob: {
    role: 'Medarbejder, udviklingskonsulent',
    sees: 'Har en aftalt tid i næste uge og begynder at forberede sig.',
  },
}

const en: Record<CastName, CastWords> = {
  mette: {
    role: 'Leader of the institution',
    sees: 'Holds 21 talks. One is on now, and one follow-up is late. Her own is next week.',
  },
  sara: {
    role: 'Employee, early-years teacher and AMR',
    sees: 'Is in the middle of her talk. Sees her own notes, and what they share.',
  },
  emma: {
    role: 'Employee, early-years teacher',
    sees: 'Has shared her preparation, in English. The talk is on Thursday.',
  },
  thea: {
    role: 'Employee, early-years teacher',
    sees: 'Has just been invited. Reads her letter and picks a time.',
  },
  mikkel: {
    role: 'Employee, early-years teacher',
    sees: 'Has his plan and has asked for a follow-up. The clock counts fourteen days.',
  },
  grethe: { role: 'Chair of the board', sees: 'Holds one talk a year, with Mette. Sees that one only.' },
  karen: { role: 'Administrator', sees: 'Sees who has had letters, and who signs in how. Never a talk.' },
  zeynep: { role: 'Employee, early-years teacher', sees: 'Is preparing. Mette cannot see a word yet.' },
  jonas: { role: 'Deputy leader', sees: 'Has suggested another time and waits for an answer.' },
  henrik: { role: 'Employee, early-years teacher', sees: 'Has put off his talk. They find a new time.' },
  tobias: { role: 'Employee, assistant', sees: 'Had a time last week. The talk was not held.' },
  line: {
    role: 'Employee, early-years teacher',
    sees: 'Has had her talk. The plan waits for a yes from both.',
  },
  nanna: { role: 'Employee, assistant', sees: 'Has closed her talk with a remark that stays with the plan.' },
  amina: {
    role: 'Employee, early-years teacher and TR',
    sees: 'Has a plan under way. Mette’s promise is late, and her own notes are deleted soon.',
  },
  ditte: { role: 'Employee, early-years teacher', sees: 'Has an agreed time for her follow-up on Friday.' },
  rasmus: {
    role: 'Employee, early-years teacher',
    sees: 'Asked for a follow-up that was not held. The deadline has passed.',
  },
  oskar: {
    role: 'Employee, assistant',
    sees: 'Has chosen not to have the talk this year and can change his mind.',
  },
  birgitte: { role: 'Employee, assistant', sees: 'Her talk is called off because she is leaving.' },
  anders: {
    role: 'Chief of children and families',
    sees: 'Holds talks with his leaders. One is on now, and one waits for his signature.',
  },
  lone: {
    role: 'Leader',
    sees: 'Is in the middle of her talk with Anders, with scores and joint conclusions.',
  },
  rikke: { role: 'Leader', sees: 'Has signed. Anders has not yet.' },
  camilla: { role: 'Leader', sees: 'Has signed with a remark. The plan is under way.' },
  hanne: {
    role: 'HR consultant and administrator',
    sees: 'Is invited to her own talk. Of the others she sees only how the letters went.',
  },
  peter: { role: 'Leader', sees: 'Did not sign, and that is all right. The talk is documented.' },
  aase: { role: 'Leader', sees: 'Has signed and is well under way with her plan.' },
  jakob: {
    role: 'Employee, development consultant',
    sees: 'Has an agreed time next week and begins to prepare.',
  },
}

export const demoPeople = words({ da, en })
