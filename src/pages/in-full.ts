// S0-06: MUS, LUS and GRUS are used a lot, and not by everybody. A page that uses one says what it stands for, under its
// title, unless its own text already does. Done on the finished page, so that no page can forget it.

import { kindNames } from '../words/kinds.ts'
import type { Language } from '../words/words.ts'

/** A line may pass between an abbreviation and its meaning: »Velkommen til lederudviklingssamtale (LUS)«. */
const near = 60

/** The page with a line of what its abbreviations mean. What stands in a fold alone is told in the fold. */
export function withNamesInFull(page: string, language: Language): string {
  const main = page.indexOf('<main')
  if (main < 0) return page
  const missing = namesMissing(textOf(page.slice(main).replaceAll(folds, '')), language)
  const html = page.slice(0, main) + withFoldsInFull(page.slice(main), missing, language)
  if (missing.length === 0) return html
  const title = html.indexOf('</h1>', main)
  const at = title < 0 ? html.indexOf('>', main) + 1 : title + '</h1>'.length
  return `${html.slice(0, at)}${lineOf(missing)}${html.slice(at)}`
}

const folds = /<details class="fold">[\s\S]*?<\/details>/g
const lineOf = (names: readonly string[]) => `<p class="in-full">${names.join(', ')}</p>`

function withFoldsInFull(html: string, told: readonly string[], language: Language): string {
  const outside = textOf(html.replaceAll(folds, ''))
  return html.replaceAll(folds, fold => {
    const missing = namesMissing(textOf(fold), language).filter(
      name => !told.includes(name) && !saysIn(outside, name.replace(/^.*:\u00A0/, '')),
    )
    if (missing.length === 0) return fold
    return fold.replace('<div class="fold-body flow">', body => `${body}${lineOf(missing)}`)
  })
}

function namesMissing(text: string, language: Language): readonly string[] {
  return Object.entries(kindNames[language]).flatMap(([short, long]) => {
    const at = text.search(new RegExp(`\\b${short}\\b`))
    return at < 0 || saysIn(text.slice(0, at + near), long)
      ? []
      : [`${short}:\u00A0${long.replaceAll(' ', '\u00A0')}`]
  })
}

// The source of 2019 writes »leder udviklingssamtale«.
const saysIn = (text: string, long: string) => unspaced(text).includes(unspaced(long))

const unspaced = (text: string) => text.toLowerCase().replaceAll(/\s/g, '')

const textOf = (html: string) => html.replaceAll(/<[^>]*>/g, ' ')
