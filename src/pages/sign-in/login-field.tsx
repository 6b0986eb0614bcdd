import { TextField } from '../../ui/text-field.tsx'
import { pinDoor } from '../../words/slips.ts'
import type { Language } from '../../words/words.ts'

/** The name on the slip. Not filled in by the browser: on a shared computer it would be somebody else's. */
export function LoginField({ language, value }: { language: Language; value: string | undefined }) {
  const { login: label, loginHint: hint } = pinDoor[language]
  const more = { autocomplete: 'off', maxLength: 70, required: true } as const
  return <TextField name="login" width="name" label={label} hint={hint} value={value} {...more} />
}
