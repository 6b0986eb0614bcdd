import type { Form, Shape } from '../../domain/concept.ts'
import { shapesOf } from '../../domain/sitting.ts'
import { invitation } from '../../words/invitation.ts'
import { shapeWords } from '../../words/shapes.ts'
import type { Language } from '../../words/words.ts'
import { inWords } from '../quote.ts'

/** What an invitation's letter says, a paragraph each, from the concept's first sentence to where the host's own line stands. */
export function letterBody(form: Form, shape: Shape, language: Language): readonly string[] {
  const { letter } = form
  const say = inWords(language)
  return [
    say(letter.lead),
    ...letter.opening.map(say),
    ...(letter.topicsHead
      ? [`${say(letter.topicsHead)} ${topicsIn(letter.topics.map(say), language)}.`]
      : []),
    ...(letter.otherTopics ? [letter.otherTopics[language]] : []),
    ...letter.ending.map(say),
    ...(shapesOf(form).length > 0 ? [shapeWords[language].inLetter[shape]] : []),
    invitation[language].preparing,
  ]
}

// No bullet lists in a letter: the topics stand as a sentence, in the concept's order and spelling (S3-04).
const topicsIn = (topics: readonly string[], language: Language) =>
  new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).format(topics)
