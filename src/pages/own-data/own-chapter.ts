import type { OwnPreparation } from '../../db/preparations.ts'
import type { SentThemes } from '../../db/themes.ts'
import type { Answer, SharedAnswer } from '../../domain/answer.ts'
import { findQuestion } from '../../domain/concept.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { acknowledgeQuestion, type Chosen, hopeQuestion, wordsOf } from '../../domain/themes.ts'
import type { Row, Section } from '../../outside/own-data-file.tsx'
import { questionTypes } from '../../questions/all.ts'
import { ownData } from '../../words/own-data.ts'
import { themes } from '../../words/themes.ts'
import type { Language } from '../../words/words.ts'
import { inWords } from '../quote.ts'
import { row, section } from './chapters.ts'

/** What one has written alone in one talk, as it lies on one's own shelf and as it was given to the other. */
export type Mine = {
  preparation: OwnPreparation | undefined
  themes: Chosen
  sent: SentThemes | undefined
  shared: ReadonlyMap<string, SharedAnswer>
  greeting: string | undefined
  /** The lines one has written along with a wish for a follow-up. */
  asked: readonly string[]
}

export function ownSections(talk: Conversation, mine: Mine, language: Language): Section[] {
  const t = ownData[language]
  const written = [...(mine.preparation?.written ?? [])]
  return [
    ...section(
      t.own,
      written.flatMap(([id, { answer, others }]) => [
        ...answered(talk, id, answer, language),
        ...others.flatMap(other => [
          ...row(`${asked(talk, id, language)} (${t.earlier})`, words(talk, id, other.answer, language)),
          ...row(`${t.note} (${t.earlier})`, other.answer.note),
        ]),
      ]),
    ),
    ...section(t.themes, themeRows(talk, mine.themes, language)),
    ...section(
      t.sentThemes,
      mine.sent ? [...themeRows(talk, mine.sent.themes, language), ...row(t.hope, mine.sent.hope)] : [],
    ),
    ...section(
      t.sharedByMe,
      [...mine.shared].flatMap(([id, answer]) =>
        row(asked(talk, id, language), words(talk, id, answer, language)),
      ),
    ),
    ...section(t.letter, row(t.letter, mine.greeting)),
    ...section(
      t.askedFor,
      mine.asked.flatMap(line => row(t.askedFor, line)),
    ),
  ]
}

function answered(talk: Conversation, id: string, answer: Answer, language: Language): Row[] {
  return [
    ...row(asked(talk, id, language), words(talk, id, answer, language)),
    ...row(`${ownData[language].note}: ${asked(talk, id, language)}`, answer.note),
  ]
}

/** The question in the concept's words, or the theme in its chooser's; a theme one cannot read any more has no name. */
export function asked({ form }: Conversation, id: string, language: Language): string {
  const beside = [hopeQuestion(form), acknowledgeQuestion(form)].find(each => each?.id === id)
  const question = findQuestion(form, id) ?? beside
  return question ? inWords(language)(question.text) : themes[language].unnamed
}

function words({ form }: Conversation, id: string, answer: SharedAnswer, language: Language): string {
  const type = findQuestion(form, id)?.type ?? 'comment'
  const { score, keywords } = questionTypes[type].read(answer, language)
  return [answer.score === null ? '' : score, keywords].filter(Boolean).join('\n')
}

const themeRows = ({ form }: Conversation, themes: Chosen, language: Language): Row[] =>
  themes.flatMap(theme => row(ownData[language].theme, wordsOf(form, theme)?.[language]))
