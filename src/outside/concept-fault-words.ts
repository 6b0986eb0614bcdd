// What is said about a concept file that cannot be used. Whoever edits one reads Danish.

import type { Caution, Rule } from '../domain/concept-faults.ts'

/** A rule's name and what it says to the editor. */
export type Refusal = { readonly rule: string; readonly says: string }

export const ruleWords: Readonly<Record<Rule | Caution, string>> = {
  'some-kind': 'Der skal være mindst ét skema: mus, lus eller grus.',
  'host-fits-kind':
    'Den, der holder samtalen, passer ikke til slagsen. LUS har nearest-leader eller board-chair.',
  'usual-length-is-offered': 'Den sædvanlige længde skal være en af dem, man kan vælge.',
  'numbered-in-order': 'Spørgsmålene skal have numrene 1, 2, 3 … i den rækkefølge, de står.',
  'one-name-once': 'Navnet er brugt før.',
  'every-question-in-a-step': 'Spørgsmålet står ikke i noget trin.',
  'in-one-step-only': 'Spørgsmålet står allerede i et trin.',
  'step-asks-known-question': 'Trinet spørger om noget, der ikke findes i skemaet.',
  'step-has-one-to-three': 'Et trin skal have et, to eller tre spørgsmål.',
  'comments-before-scores': 'Afsnit med kommentarer skal stå før afsnit med tal.',
  'score-stands-in-scored-band': 'Et spørgsmål med tal kan ikke stå i et afsnit, der kun har kommentarer.',
  'scored-band-has-scale': 'Et afsnit med tal kræver, at skemaet har en skala (scale).',
  'pay-has-no-score': 'Spørgsmålet om løn kan ikke have tal.',
  'reader-is-named':
    'Feltet readerWord skal være det ord i spørgsmålet, der betyder læseren. Andre spørgsmål har det ikke.',
  'rest-of-topics-named': 'Skemaet spørger om mere, end brevet nævner. Skriv en linje i otherTopics.',
  'topics-have-a-head':
    'Emnerne i brevet skal have en overskrift (topicsHead), og uden emner står den der ikke.',
  'short-step-asks-two': 'Den korte forberedelse skal være et trin i skemaet med to spørgsmål.',
  'job-description-is-asked':
    'Skemaet skal spørge til stillingsbeskrivelsen uden tal, i et afsnit om stillingen (position).',
  'same-questions': 'Skemaet skal stille de samme spørgsmål som det, det bygger på: samme id, type og orden.',
  'tool-once': 'Værktøjets navn er brugt før.',
  'carries-the-person':
    'Skemaet skal have afsnit om indsats, stilling og udvikling (effort, position, development).',
  'carries-the-institution': 'Skemaet skal have et afsnit om institutionens udvikling (institution).',
  'carries-the-leading':
    'Skemaet skal have afsnit om ledelsesopgaver, ansvar, indsats, stilling og udvikling (leadership-tasks, responsibilities, effort, position, development).',
  'carries-wellbeing': 'Skemaet skal have et afsnit om trivsel (wellbeing).',
  'carries-tasks-and-competences':
    'Skemaet skal have afsnit om opgaver nu, opgaver fremover og kompetencer (tasks-now, tasks-ahead, competences).',
  'carries-expectations': 'Skemaet skal spørge til forventningerne til den kommende tid (expectations).',
  'carries-the-cooperation': 'Skemaet skal have et afsnit om samarbejdet (cooperation).',
  'carries-the-children': 'Skemaet skal have et afsnit om børnene (children).',
  'guide-fills-the-talk': 'Minutterne i guiden skal tilsammen give den sædvanlige længde.',
  'look-back-is-short': 'Højst 10 minutter må se tilbage.',
  'mostly-ahead': 'Mindst 60 % af tiden skal se fremad.',
  'every-step-in-a-stretch': 'Trinet står ikke i nogen del af guiden (steps).',
  'in-one-stretch-only': 'Trinet står allerede i en del af guiden.',
  'stretch-takes-known-step': 'Guiden nævner et trin, der ikke findes.',
  'topic-without-section': 'Brevet nævner et emne, som intet afsnit i skemaet handler om.',
  'section-without-topic': 'Brevets emner nævner ikke dette afsnit.',
}

/** What stands in the way of reading the file at all. */
export const textRefusals = {
  'not-too-large': { rule: 'not-too-large', says: 'Filen er for stor. Højst 200 KB.' },
  'utf-8': { rule: 'utf-8', says: 'Filen skal være gemt som UTF-8.' },
  'no-alias': { rule: 'no-alias', says: 'Henvisninger som *navn kan ikke bruges. Skriv teksten igen.' },
  'id-is-file-name': { rule: 'id-is-file-name', says: 'Konceptets id skal være filens navn uden .yaml.' },
} as const satisfies Record<string, Refusal>

const yamlRefusals: Readonly<Record<string, Refusal>> = {
  DUPLICATE_KEY: { rule: 'one-field-once', says: 'Feltet står her for anden gang.' },
  NON_STRING_KEY: { rule: 'plain-fields', says: 'Et felt skal hedde et enkelt ord.' },
  MULTIPLE_DOCS: { rule: 'one-document', says: 'Filen må kun rumme ét koncept.' },
  TAG_RESOLVE_FAILED: { rule: 'no-tags', says: 'Mærker som !navn kan ikke bruges.' },
  RESOURCE_EXHAUSTION: { rule: 'not-too-deep', says: 'Filen er for dybt indlejret.' },
  TAB_AS_INDENT: { rule: 'no-tabs', says: 'Ryk ind med mellemrum, ikke med tabulator.' },
}

/** What the YAML reader refuses, by its own code. */
export function yamlRefusal(code: string): Refusal {
  const says = 'Linjen er ikke gyldig YAML. Se efter indrykning, kolon og anførselstegn.'
  return yamlRefusals[code] ?? { rule: 'yaml', says }
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'tekst',
  int: 'et helt tal',
  number: 'et tal',
  boolean: 'true eller false',
  array: 'en liste',
  object: 'felter under sig',
  record: 'felter under sig',
}

/** What is wrong with one field's shape. */
export const shapeRefusals = {
  'missing-field': (field: string) => ({ rule: 'missing-field', says: `Feltet »${field}« mangler.` }),
  'unknown-field': (field: string) => ({
    rule: 'unknown-field',
    says: `Feltet »${field}« findes ikke. Ret det, eller slet det.`,
  }),
  'wrong-type': (field: string, expected: string) => ({
    rule: 'wrong-type',
    says: `Feltet »${field}« skal være ${typeWords[expected] ?? 'noget andet'}.`,
  }),
  'not-a-choice': (field: string, choices: string) => ({
    rule: 'not-a-choice',
    says: `Feltet »${field}« skal være en af: ${choices}.`,
  }),
  'out-of-bounds': (field: string) => ({
    rule: 'out-of-bounds',
    says: `Feltet »${field}« er for kort, for langt, for lille eller for stort.`,
  }),
  'short-name': (field: string) => ({
    rule: 'short-name',
    says: `Feltet »${field}« må kun have a-z, tal og bindestreg, højst 40 tegn.`,
  }),
  'plain-text': (field: string) => ({
    rule: 'plain-text',
    says: `Feltet »${field}« har tegn, der ikke kan trykkes.`,
  }),
} as const
