import { chipsOfAll } from '../../domain/themes.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Fold } from '../../ui/fold.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { urls } from '../../urls.ts'
import { queue as texts } from '../../words/host-queue.ts'
import { oneHouse } from './one-house.ts'
import type { QueueShown } from './queue-shown.ts'

export const chipField = (id: string) => `chip.${id}`
export const toField = (id: string) => `to.${id}`

/** The same themes to everybody on a room: chosen once (experience.md §3b). */
export function SameThemes(props: QueueShown) {
  const { frame, queue, tried } = props
  const t = texts[frame.language]
  const people = queue.filter(({ talk }) => talk.form.themes)
  if (people.length < 2) return null
  const only = oneHouse(people.map(({ talk }) => talk))
  return (
    <Fold label={t.same} open={tried !== undefined}>
      <form method="post" action={urls.queue()}>
        <input type="hidden" name="key" value={frame.key} />
        <p class="hint">{t.sameHelp}</p>
        <Chips {...props} />
        <TextField name="words" label={t.own} value={tried?.words} error={tried?.error.text} />
        <fieldset>
          <legend>{t.to}</legend>
          <div class="tick-columns">
            {people.map(({ talk }) => (
              <Checkbox
                key={talk.id}
                name={toField(talk.id)}
                label={only ? talk.participant.name : `${talk.participant.name}, ${talk.unit}`}
                checked={tried?.to.includes(talk.id)}
              />
            ))}
          </div>
        </fieldset>
        <Button kind="secondary">{t.send}</Button>
      </form>
    </Fold>
  )
}

function Chips({ frame, queue, tried }: QueueShown) {
  const { language } = frame
  const chips = chipsOfAll(queue.map(({ talk }) => talk.form))
  return (
    <fieldset>
      <legend>{texts[language].chips}</legend>
      <div class="tick-columns">
        {chips.map(({ id, words }) => (
          <Checkbox
            key={id}
            name={chipField(id)}
            label={words[language]}
            checked={tried?.chips.includes(id)}
          />
        ))}
      </div>
    </fieldset>
  )
}
