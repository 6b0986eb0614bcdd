// S0-06: MUS, LUS and GRUS are used a lot, and not by everybody. A page that uses one says what it stands for, under its
// title, unless its own text already does. Done on the finished page, so that no page can forget it.

import { kindNames } from '../words/kinds.ts'
import type { Language } from '../words/words.ts'

/** A line may pass between an abbreviation and its meaning: »Velkommen til lederudviklingssamtale (LUS)«. */
const near = 60

/** The page with a line of what its abbreviations mean. */
export function withNamesInFull(html: string, language: Language): string {
  const main = html.indexOf('<main')
  const missing = main < 0 ? [] : namesMissing(textOf(html.slice(main)), language)
  if (missing.length === 0) return html
  const title = html.indexOf('</h1>', main)
  const at = title < 0 ? html.indexOf('>', main) + 1 : title + '</h1>'.length
  return `${html.slice(0, at)}<p class="in-full">${missing.join(' · ')}</p>${html.slice(at)}`
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
