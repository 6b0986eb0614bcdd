// The two papers a conversation leaves behind, as plain JSON: everything is already in words for the page, in the
// order it is printed. What a person wrote, and what the concept asks, stands here verbatim; nothing here is markup.

export type Language = 'da' | 'en'

export type Labelled = { label: string; text: string }

/** A raster picture (walls.md §6: no vector logos). One that cannot be read is left out, never a reason to fail. */
export type Mark = { format: 'png' | 'jpg'; base64: string }

export type Organisation = { name: string; mark?: Mark }

/** `label` is the part somebody plays ("Leder"), `place` the house of a led person ("Kløvervangen"). */
export type Person = { label: string; name: string; place?: string }

type Sheet = {
  language: Language
  /** When the conversation was closed, ISO 8601 ("2026-04-14T12:31:00Z"). The same sheet gives the same bytes. */
  at: string
  organisation: Organisation
  title: string
  people: Person[]
  /** Who can read it and when it is deleted; printed at the foot of every page. */
  foot: string
  fingerprint?: string
}

/** Samtalearket: the form as it was talked through (S3-13). */
export type RecordSheet = Sheet & {
  /** "14. april 2026, begyndt kl. 13.05" */
  held: string
  place: string
  bands: Band[]
  /** What was left out, when both know of it: "Løn er ikke taget med i arket." */
  note?: string
}

/** A band is one table head of the concept's form, verbatim, with the sections below it (S3-25, S3-27). */
export type Band = {
  kind: 'comments' | 'scored'
  head: string
  /** Over the scores: "1-6". */
  scoreHead?: string
  /** Over the answers: "Stikord og fælles konklusioner". */
  answersHead?: string
  sections: Section[]
}

export type Section = { title?: string; rows: Row[] }

export type Row = {
  /** 0 is a theme of the two, which has none. */
  number: number
  question: string
  /** `null` was asked for and not given; `'none'` belongs to a question without numbers. */
  score: Score | null | 'none'
  /** What the two agreed on, never anybody's keywords (S3-26). */
  conclusion: string
  /** Only those their writer ticked; `by` is the writer's name. */
  keywords: { by: string; text: string }[]
}

export type Score = 1 | 2 | 3 | 4 | 5 | 6

/** Planen: the signed plan, which lives longest. */
export type PlanSheet = Sheet & {
  /** { label: "Aftalt ved LUS", text: "14. april 2026" } */
  agreed: Labelled
  /** { label: "Gælder til", text: "Foråret 2027" } */
  runsTo: Labelled
  /** The joint line on the year ahead, when there is one. */
  expectation?: Labelled
  /** What came of the job description (S0-19), where it was asked. */
  job?: Labelled
  /** What, goal, how, when: the concept's own words (S3-29). */
  heads: [what: string, goal: string, how: string, when: string]
  points: Point[]
  remarks: { label: string; none: string; items: { by: string; text: string }[] }
  /** "Jeg har læst planen. Den svarer til det, vi aftalte." (D10) */
  statement: string
  signatures: Signature[]
  /** How they signed; empty when there is nothing to say. */
  footnote: string
}

/** `support` is left out where the concept has no such field (S3-08). */
export type Point = {
  what: string
  goal: string
  /** "Kompetence: Samarbejde", under the goal, where one is chosen (S0-18). */
  competence?: string
  how: string
  when: string
  support?: Labelled
}

/** `date` is when this person signed; `unsigned` says in words that the person did not (S3-30, T14). */
export type Signature = { label: string; name: string } & ({ date: string } | { unsigned: string })
