import { sayDayAndMonth } from '../../domain/day-words.ts'
import type { Asking } from '../../domain/follow-up.ts'
import { Button, ButtonStack } from '../../ui/button.tsx'
import { followUp as texts } from '../../words/follow-up.ts'
import type { Language } from '../../words/words.ts'
import { sayWeeks } from './weeks.ts'

type Props = { asking: Asking; language: Language }

/** »Huset har lukket i uge 29–30. Vil du have samtalen før eller efter?« Each answer is a button that sends the form. */
export function WeeksAnswer({ asking: { closed, before, after }, language }: Props) {
  const t = texts[language]
  if (!closed) return null
  return (
    <>
      <p>{t.weeks(sayWeeks(closed, language))}</p>
      <ButtonStack>
        {before && (
          <Button kind="secondary" name="weeks" value="before">
            {t.before(sayDayAndMonth(before, language))}
          </Button>
        )}
        <Button kind="secondary" name="weeks" value="after">
          {t.after(sayDayAndMonth(after, language))}
        </Button>
      </ButtonStack>
    </>
  )
}
