import type { ComponentChildren } from 'preact'
import { Button, ButtonStack } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { PinField } from '../../ui/pin-field.tsx'
import { closing } from '../../words/closing.ts'
import { signIn } from '../../words/sign-in.ts'
import { pinDoor } from '../../words/slips.ts'
import type { Frame } from '../shell.tsx'
import type { Proof } from './fresh-code.ts'

type Props = {
  frame: Frame
  proof: Proof
  /** What was wrong with the code. */
  error?: string | undefined
  /** The button that the code is for. */
  button: ComponentChildren
  /** Where another code is asked for. */
  askAt: string
}

/** The code, and the button it belongs to. Without a code on its way there is only one thing to do: ask for one. */
export function Proved(props: Props) {
  const { frame, proof, error, button, askAt } = props
  const t = closing[frame.language].answer
  if (proof.state === 'fresh') return <>{button}</>
  if (proof.state === 'pin') return <Pin {...props} />
  if (proof.state !== 'asked') return <NoCode {...props} state={proof.state} />
  return (
    <>
      <p>{t.code(proof.address)}</p>
      {frame.installation === 'trial' && <p class="hint">{signIn[frame.language].codeTrial}</p>}
      <CodeField
        name="code"
        label={t.codeLabel}
        hint={t.codeHint}
        length={proof.long ? 10 : 6}
        error={error}
      />
      <ButtonStack>
        {button}
        <Send askAt={askAt} label={t.sendAgain} />
      </ButtonStack>
    </>
  )
}

/** For whoever came in without mail: the same PIN again. */
function Pin({ frame, error, button }: Props) {
  const t = pinDoor[frame.language]
  return (
    <>
      <p>{t.again}</p>
      <PinField name="code" label={t.pin} error={error} />
      {button}
    </>
  )
}

function NoCode({ frame, state, askAt }: Props & { state: 'none' | 'no-address' | 'too-many' }) {
  const t = closing[frame.language].answer
  const texts = { none: t.noCode, 'no-address': t.noAddress, 'too-many': t.tooMany }
  return (
    <>
      <p id="code">{texts[state]}</p>
      {state === 'none' && <Send askAt={askAt} label={t.send} primary />}
    </>
  )
}

function Send({ askAt, label, primary }: { askAt: string; label: string; primary?: boolean }) {
  return (
    <Button kind={primary ? 'primary' : 'text'} name="again" value="yes" formAction={askAt} formNoValidate>
      {label}
    </Button>
  )
}
