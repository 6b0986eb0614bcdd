import type { ComponentChildren } from 'preact'

type QuestionProps = {
  /** The concept's own words, as written there. */
  question: string
  /** "Spørgsmål 7" */
  eyebrow?: string | undefined
  hint?: ComponentChildren
  id?: string | undefined
  /** The concept's language, where the page has another. */
  lang?: string | undefined
  /** `ScoreRow`, `ShelfField`, `PrivateNote`: all of them are heard as belonging to the question. */
  children: ComponentChildren
}

/** A question asked, and everything that answers it. A hairline comes between two of them. */
export function Question({ question, eyebrow, hint, id, lang, children }: QuestionProps) {
  return (
    <div class="question" id={id}>
      <fieldset>
        <legend>
          {eyebrow && <span class="eyebrow">{eyebrow} </span>}
          <h2 class="question-text" lang={lang}>
            {question}
          </h2>
        </legend>
        {hint && <p class="hint question-hint">{hint}</p>}
        {children}
      </fieldset>
    </div>
  )
}
