import type { DemoLetter } from '../../db/demo/letters.ts'
import { cast } from '../../demo/cast.ts'
import { firstName } from '../../domain/conversation.ts'
import { localDateOf, localTimeOf } from '../../domain/day.ts'
import { sayDayAndMonth, sayTime } from '../../domain/day-words.ts'
import { Button } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Title } from '../../ui/title.tsx'
import { demoUrls } from '../../urls.ts'
import { demo } from '../../words/demo.ts'
import type { Language } from '../../words/words.ts'
import type { Frame } from '../shell.tsx'
import { DemoStep } from './demo-step.tsx'

type Props = { frame: Frame; letters: readonly DemoLetter[]; origin: string; most: number }

/** What would have been mailed, the newest first; each opens as the one it was for. */
export function LettersPage({ frame, letters, origin, most }: Props) {
  const t = demo[frame.language]
  return (
    <DemoStep frame={frame} title={t.lettersTitle}>
      <Title help={t.lettersHelp}>{t.lettersTitle}</Title>
      {letters.length === 0 && <p>{t.noLetters}</p>}
      <div class="letters">
        {letters.map((letter, at) => (
          <Fold key={`${at}`} label={letter.subject} note={sayLetter(letter, frame.language)}>
            <LetterBody frame={frame} letter={letter} origin={origin} />
          </Fold>
        ))}
      </div>
      {letters.length === most && <p class="hint">{t.lettersNewest(most)}</p>}
    </DemoStep>
  )
}

const sayLetter = ({ name, at }: DemoLetter, language: Language) =>
  `${name}, ${sayDayAndMonth(localDateOf(at), language)} ${sayTime(localTimeOf(at), language)}`

type BodyProps = { frame: Frame; letter: DemoLetter; origin: string }

function LetterBody({ frame, letter, origin }: BodyProps) {
  const reader = cast.find(({ name }) => name === letter.name)
  const path = linkIn(letter.body, origin)
  return (
    <>
      <p class="written">{letter.body.trim()}</p>
      {reader && path && (
        <form method="post" action={demoUrls.demoPerson({ person: reader.id })}>
          <input type="hidden" name="to" value={path} />
          <Button kind="secondary">{demo[frame.language].openAs(firstName(reader.name))}</Button>
        </form>
      )}
    </>
  )
}

/** The page a letter leads to. */
function linkIn(body: string, origin: string): string | undefined {
  const found = body.split(/\s+/).find(word => word.startsWith(`${origin}/`))
  return found?.slice(origin.length)
}
