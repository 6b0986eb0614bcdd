import type { ComponentChildren } from 'preact'
import { urls } from '../../urls.ts'
import { themes } from '../../words/themes.ts'
import { autosaveWords } from '../autosave-words.ts'
import type { StepShown } from './step-shown.ts'

type Props = Pick<StepShown, 'frame' | 'talk' | 'step'> & { children: ComponentChildren }

/** What one writes on a step, sent by its buttons and saved by the script; `turn` counts the script's saves. */
export const StepForm = ({ frame, talk, step, children }: Props) => (
  <form
    method="post"
    action={urls.step({ id: talk.id, step: step.slug })}
    autocomplete="off"
    {...autosaveWords(frame.language)}
    data-to-add={themes[frame.language].toAdd}
  >
    <input type="hidden" name="key" value={frame.key} />
    <input type="hidden" name="turn" value="0" />
    {children}
  </form>
)
