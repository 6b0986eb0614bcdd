import type { AboutMe, Happened, Kept } from '../../db/own-data.ts'
import type { Reading } from '../../db/readings.ts'
import type { AddressChange } from '../../domain/address-change.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { sayDate } from '../../domain/day-words.ts'
import type { JobVersion } from '../../domain/job-description.ts'
import type { Chapter, Row } from '../../outside/own-data-file.tsx'
import { whoSees } from '../../words/about.ts'
import { address } from '../../words/address.ts'
import { job as jobWords } from '../../words/job.ts'
import { ownData } from '../../words/own-data.ts'
import type { Language } from '../../words/words.ts'
import { sayAddress } from '../say-address.ts'
import { row, section } from './chapters.ts'
import { nameOf } from './talk-chapter.ts'

type Known = {
  me: AboutMe | undefined
  addresses: readonly AddressChange[]
  jobs: readonly JobVersion[]
}

/** What the house knows of oneself. */
export function meChapter({ me, addresses, jobs }: Known, language: Language): Chapter {
  const t = ownData[language]
  const say = (day: string) => sayDate(day, language)
  const span = ({ from, until }: { from: string; until: string | null }) =>
    t.span(say(from), until ? say(until) : undefined)
  const rows = me && [
    ...row(t.name, me.name),
    ...row(t.house, me.house),
    ...row(t.number, me.number),
    ...row(t.address, me.address ?? t.noAddress),
    ...addresses.flatMap(change => row(address[language].row, sayAddress(change, language))),
    ...row(t.language, t.languages[me.language]),
    ...me.posts.flatMap(post => row(t.post, `${post.title}, ${post.unit}. ${span(post)}`)),
    ...me.duties.flatMap(duty => row(t.duty, `${t.duties[duty.duty]}. ${span(duty)}`)),
  ]
  const written = jobs.flatMap(job => jobRow(job, language))
  return {
    title: t.me,
    sections: [...section(t.me, rows ?? []), ...section(jobWords[language].mine, written)],
  }
}

/** What stands for my post, each version from its day. */
const jobRow = ({ validFrom, words, link }: JobVersion, language: Language): Row[] =>
  row(
    jobWords[language].validFrom(sayDate(validFrom, language)),
    [words, link ?? ''].filter(Boolean).join('\n'),
  )

type Traces = {
  talks: readonly Conversation[]
  kept: readonly Kept[]
  readings: readonly Reading[]
  happened: readonly Happened[]
}

/** Who has read, what has happened, what is deleted: by day, without a word of any text. */
export function traceChapters({ talks, kept, readings, happened }: Traces, language: Language): Chapter[] {
  const t = ownData[language]
  const say = (day: string) => sayDate(day, language)
  const talkOf = (id: string | null) => talks.find(talk => talk.id === id)
  const chapter = (title: string, rows: Row[]): Chapter => ({ title, sections: section(title, rows) })
  return [
    chapter(
      t.readings,
      readings.flatMap(({ reader, kind, on }) =>
        row(say(on), whoSees[language].readLine(reader, kind.toUpperCase(), say(on))),
      ),
    ),
    chapter(
      t.happened,
      happened.flatMap(each => row(say(each.day), saidOf(each, talkOf(each.conversation), language))),
    ),
    chapter(
      t.deleted,
      kept.flatMap(({ deletedOn, layer, conversation }) => {
        const talk = talkOf(conversation)
        const what = [t.deletes[layer], talk && nameOf(talk, language)].filter(Boolean).join(', ')
        return deletedOn ? row(say(deletedOn), what) : []
      }),
    ),
  ]
}

function saidOf({ what, by, mine }: Happened, talk: Conversation | undefined, language: Language): string {
  const t = ownData[language]
  const known: Readonly<Record<string, string>> = t.events
  const parts = [known[what] ?? t.other, mine ? t.you : (by ?? t.system), talk && nameOf(talk, language)]
  return parts.filter(Boolean).join(' · ')
}
