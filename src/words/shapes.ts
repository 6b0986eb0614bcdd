import type { Shape } from '../domain/concept.ts'
import { words } from './words.ts'

const namesDa: Record<Shape, string> = {
  one: 'Én samtale',
  'one-and-follow-up': 'Én og en opfølgning',
  'one-and-several': 'Én og flere små',
  several: 'Flere små',
}
const namesEn: Record<Shape, string> = {
  one: 'One talk',
  'one-and-follow-up': 'One and a follow-up',
  'one-and-several': 'One and several small',
  several: 'Several small',
}
const held = (who: string, shapes: Record<Shape, string>): Record<Shape, string> => ({
  one: `${who} ${shapes.one}.`,
  'one-and-follow-up': `${who} ${shapes['one-and-follow-up']}.`,
  'one-and-several': `${who} ${shapes['one-and-several']}.`,
  several: `${who} ${shapes.several}.`,
})
const heldDa: Record<Shape, string> = {
  one: 'én samtale',
  'one-and-follow-up': 'én samtale og en mindre opfølgning',
  'one-and-several': 'én samtale og flere små, med én plan',
  several: 'flere små samtaler med én plan',
}
const heldEn: Record<Shape, string> = {
  one: 'one talk',
  'one-and-follow-up': 'one talk and a smaller follow-up',
  'one-and-several': 'one talk and several small ones, with one plan',
  several: 'several small talks with one plan',
}

/** How a talk may be held (S0-22). */
export const shapeWords = words({
  da: {
    title: 'Samtalens form',
    legend: 'Hvordan holder I samtalen?',
    hint: 'I kan stadig aftale noget andet undervejs.',
    names: namesDa,
    /** As the letter says it, and as a page does. */
    inLetter: held('Vi holder', heldDa),
    held: held('I holder', heldDa),
  },
  en: {
    title: 'The form of the talk',
    legend: 'How do you hold the talk?',
    hint: 'You can still agree on something else on the way.',
    names: namesEn,
    inLetter: held('We hold', heldEn),
    held: held('You hold', heldEn),
  },
})
