// What a form must hold to besides its shape. A rule lists the places that break it; an empty list is a pass.

import { type Form, type Kind, type Question, questionsOf, type Section, type Stretch } from './concept.ts'

/** Where in a form, or a concept: keys and positions from the outside in. */
export type Path = readonly (string | number)[]

export type Check<Name> = {
  readonly rule: Name
  readonly broken: (form: Form, kind: Kind) => readonly Path[]
}

const questionsInStepAtMost = 3
const questionsInShortStep = 2
const lookBackAtMost = 10
const shareAheadAtLeast = 0.6

export const rules = [
  {
    rule: 'host-fits-kind',
    broken: ({ host }, kind) => unless((host === 'leader') !== (kind === 'lus'), 'host'),
  },
  {
    rule: 'usual-length-is-offered',
    broken: ({ durationMinutes: length }) =>
      unless(length.offered.includes(length.usual), 'durationMinutes', 'usual'),
  },
  {
    rule: 'numbered-in-order',
    broken: form => questionsWhere(form, 'number', ({ number }, at) => number !== at + 1),
  },
  { rule: 'one-name-once', broken: form => namedPlaces(form).flatMap(repeated) },
  {
    rule: 'every-question-in-a-step',
    broken: form => {
      const asked = new Set(askedPlaces(form).map(([id]) => id))
      return questionsWhere(form, 'id', ({ id }) => !asked.has(id))
    },
  },
  { rule: 'in-one-step-only', broken: form => repeated(askedPlaces(form)) },
  {
    rule: 'step-asks-known-question',
    broken: form => {
      const known = new Set(questionsOf(form).map(({ id }) => id))
      return askedPlaces(form).flatMap(([id, path]) => (known.has(id) ? [] : [path]))
    },
  },
  {
    rule: 'step-has-one-to-three',
    broken: form =>
      form.steps.flatMap(({ questions }, at) =>
        unless(questions.length >= 1 && questions.length <= questionsInStepAtMost, 'steps', at, 'questions'),
      ),
  },
  {
    rule: 'comments-before-scores',
    broken: form =>
      sectionsWhere(
        form,
        'band',
        ({ band }, at) => band === 'scored' && form.sections[at + 1]?.band === 'comments',
      ),
  },
  {
    rule: 'score-stands-in-scored-band',
    broken: form =>
      questionsWhere(form, 'type', ({ type }, _, { band }) => type === 'score' && band === 'comments'),
  },
  {
    rule: 'scored-band-has-scale',
    broken: form => sectionsWhere(form, 'band', ({ band }) => band === 'scored' && form.scale === undefined),
  },
  {
    rule: 'pay-has-no-score',
    broken: form => questionsWhere(form, 'type', ({ about, type }) => about === 'pay' && type === 'score'),
  },
  {
    rule: 'reader-is-named',
    broken: form => questionsWhere(form, 'about', question => !namesReader(question)),
  },
  {
    rule: 'rest-of-topics-named',
    broken: form =>
      unless(form.letter.otherTopics !== undefined || unannounced(form).length === 0, 'letter', 'topics'),
  },
  {
    rule: 'topics-have-a-head',
    broken: ({ letter }) =>
      unless((letter.topicsHead !== undefined) === letter.topics.length > 0, 'letter', 'topics'),
  },
  {
    // S0-41: »I hverdagen« and »På længere sigt«.
    rule: 'short-step-asks-two',
    broken: form =>
      unless(form.short === undefined || shortQuestions(form) === questionsInShortStep, 'short', 'step'),
  },
  {
    // S0-19: an open question, no number.
    rule: 'job-description-is-asked',
    broken: form => unless(form.jobDescription === undefined || asksOfPosition(form), 'jobDescription'),
  },
  {
    rule: 'guide-fills-the-talk',
    broken: form => unless(minutesOf(form, () => true) === form.durationMinutes.usual, 'guide'),
  },
  {
    rule: 'look-back-is-short',
    broken: form => unless(minutesOf(form, ({ looks }) => looks === 'back') <= lookBackAtMost, 'guide'),
  },
  {
    rule: 'mostly-ahead',
    broken: form =>
      unless(
        minutesOf(form, ({ looks }) => looks === 'ahead') >= shareAheadAtLeast * form.durationMinutes.usual,
        'guide',
      ),
  },
  {
    rule: 'every-step-in-a-stretch',
    broken: form => {
      const taken = new Set(takenPlaces(form).map(([slug]) => slug))
      return form.steps.flatMap(({ slug }, at) => unless(taken.has(slug), 'steps', at, 'slug'))
    },
  },
  { rule: 'in-one-stretch-only', broken: form => repeated(takenPlaces(form)) },
  {
    rule: 'stretch-takes-known-step',
    broken: form => {
      const known = new Set(form.steps.map(({ slug }) => slug))
      return takenPlaces(form).flatMap(([slug, path]) => (known.has(slug) ? [] : [path]))
    },
  },
] as const satisfies readonly Check<string>[]

// S3-04: the seed's own topics and sections differ, so this is told and never refused.
export const cautions = [
  {
    rule: 'topic-without-section',
    broken: form =>
      form.letter.topics.flatMap((topic, at) =>
        unless(
          form.sections.some(section => says(section.title.da, topic.da)),
          'letter',
          'topics',
          at,
        ),
      ),
  },
  {
    rule: 'section-without-topic',
    broken: form => (form.letter.topicsHead === undefined ? [] : unannounced(form)),
  },
] as const satisfies readonly Check<string>[]

function unless(holds: boolean, ...path: Path): readonly Path[] {
  return holds ? [] : [path]
}

/** The given field of each question of which this is true. */
function questionsWhere(
  form: Form,
  field: keyof Question,
  isWrong: (question: Question, at: number, section: Section) => boolean,
): readonly Path[] {
  const numbered = questionsOf(form)
  return form.sections.flatMap((section, s) =>
    section.questions.flatMap((question, q) =>
      unless(!isWrong(question, numbered.indexOf(question), section), 'sections', s, 'questions', q, field),
    ),
  )
}

/** The given field of each section of which this is true. */
function sectionsWhere(
  form: Form,
  field: keyof Section,
  isWrong: (section: Section, at: number) => boolean,
): readonly Path[] {
  return form.sections.flatMap((section, at) => unless(!isWrong(section, at), 'sections', at, field))
}

type Named = readonly [name: string, path: Path]

/** All names that must differ, one list for each kind of thing. */
function namedPlaces(form: Form): readonly (readonly Named[])[] {
  return [
    form.sections.flatMap(({ questions }, s) =>
      questions.map(({ id }, q): Named => [id, ['sections', s, 'questions', q, 'id']]),
    ),
    form.sections.map(({ id }, at) => [id, ['sections', at, 'id']]),
    form.steps.map(({ slug }, at) => [slug, ['steps', at, 'slug']]),
    form.documents.map(({ id }, at) => [id, ['documents', at, 'id']]),
    form.guide.map(({ id }, at) => [id, ['guide', at, 'id']]),
    (form.themes?.chips ?? []).map(({ id }, at) => [id, ['themes', 'chips', at, 'id']]),
    (form.competences ?? []).map(({ id }, at) => [id, ['competences', at, 'id']]),
  ]
}

/** Each question a step asks, with where the step says so. */
function askedPlaces(form: Form): readonly Named[] {
  return form.steps.flatMap(({ questions }, s) =>
    questions.map((id, q): Named => [id, ['steps', s, 'questions', q]]),
  )
}

/** Each step a stretch takes, with where the stretch says so. */
function takenPlaces(form: Form): readonly Named[] {
  return form.guide.flatMap(({ steps }, g) =>
    steps.map((slug, at): Named => [slug, ['guide', g, 'steps', at]]),
  )
}

/** Where a name stands that has stood before. */
function repeated(places: readonly Named[]): readonly Path[] {
  const isSecond = ([name]: Named, at: number) => places.findIndex(([earlier]) => earlier === name) < at
  return places.filter(isSecond).map(([, path]) => path)
}

function namesReader({ about, readerWord, text }: Question): boolean {
  if (about !== 'reader') return readerWord === undefined
  return readerWord !== undefined && text.da.includes(readerWord.da)
}

const shortQuestions = (form: Form) =>
  form.steps.find(({ slug }) => slug === form.short?.step)?.questions.length ?? 0

const asksOfPosition = (form: Form) =>
  form.sections.some(
    ({ aims, questions }) => aims?.includes('position') && questions.some(({ type }) => type === 'comment'),
  )

function minutesOf(form: Form, counts: (stretch: Stretch) => boolean): number {
  return form.guide.filter(counts).reduce((sum, { minutes }) => sum + minutes, 0)
}

/** The titles of sections that none of the letter's topics announces. */
function unannounced(form: Form): readonly Path[] {
  return sectionsWhere(
    form,
    'title',
    ({ title }) => !form.letter.topics.some(topic => says(title.da, topic.da)),
  )
}

/** »Resultater og effekt« says »Effekt«. */
function says(title: string, topic: string): boolean {
  return title.toLowerCase().includes(topic.toLowerCase())
}
