import type { House } from '../../db/house.ts'
import type { Form, Shape } from '../../domain/concept.ts'
import { Fold } from '../../ui/fold.tsx'
import { invitation, planning } from '../../words/invitation.ts'
import type { Language } from '../../words/words.ts'
import { letterBody } from '../invitation/letter-body.ts'
import { inWords } from '../quote.ts'

type Props = {
  house: House
  form: Form
  shape: Shape
  /** The first name it is written to; none where it goes to several. */
  to?: string
  language: Language
}

/** The letter as it will read, for whoever puts their name under it. */
export function LetterFirst({ house, form, shape, to = '…', language }: Props) {
  const t = planning[language]
  const say = inWords(language)
  return (
    <Fold label={t.letterFirst}>
      <p>{invitation[language].dear(to)}</p>
      <p>{say(form.letter.title)}</p>
      {letterBody(form, shape, language).map(text => (
        <p key={text}>{text}</p>
      ))}
      <p class="hint">{t.yourLine}</p>
      <p>{say(form.letter.greeting)}</p>
      <p>
        {house.name}
        <br />
        {`${say(form.letter.signedAs)}, ${house.organisation}`}
      </p>
    </Fold>
  )
}
