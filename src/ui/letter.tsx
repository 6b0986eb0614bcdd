import type { ComponentChildren } from 'preact'
import { LetterScene } from './drawings/letter-scene.tsx'
import { Link } from './link.tsx'

type LetterProps = {
  /** "Den 2. april 2026" */
  date: string
  /** "Kære Sara": the page's h1. */
  greeting: string
  /** What it is, in one or two sentences, in the writer's own voice. */
  lead: string
  /** Past the letter to what it asks for, where the one stands under the other: "Vælg tid". */
  jump?: { href: string; label: string } | false | undefined
  /** Two or three short paragraphs; no lists in a letter. */
  paragraphs: readonly string[]
  name: string
  /** "Din leder i Børnehuset Mælkevejen" */
  position: string
  lang?: 'da' | 'en' | undefined
}

/** An invitation: morning light, then a letter on white. What to do with it begins below, on paper. */
export function Letter({ date, greeting, lead, jump, paragraphs, name, position, lang }: LetterProps) {
  return (
    <article class="letter" lang={lang}>
      <LetterScene />
      <div class="letter-sheet">
        <p class="letter-date">{date}</p>
        <h1>{greeting}</h1>
        <p class="letter-lead">{lead}</p>
        {jump && (
          <p class="letter-jump">
            <Link class="alone" href={jump.href}>
              {jump.label}
            </Link>
          </p>
        )}
        {paragraphs.map(text => (
          <p key={text}>{text}</p>
        ))}
        <p class="letter-name">{name}</p>
        <p class="letter-position">{position}</p>
      </div>
    </article>
  )
}

/** The letter and its answer: under each other, and from 1280 beside each other. */
export function LetterAndAnswer({
  letter,
  children,
}: {
  letter: ComponentChildren
  children: ComponentChildren
}) {
  return (
    <div class="letter-and-answer">
      <div>{letter}</div>
      <div class="letter-answer">{children}</div>
    </div>
  )
}
