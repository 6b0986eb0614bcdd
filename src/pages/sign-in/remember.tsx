import { Checkbox } from '../../ui/choices.tsx'
import { signIn } from '../../words/sign-in.ts'
import type { Frame } from '../shell.tsx'

/** Whether it is one's own device. Where several have signed in, nobody is asked, and one line says why (§4b). */
export function Remember({ frame, shared }: { frame: Frame; shared: boolean }) {
  const t = signIn[frame.language]
  if (shared) return <p class="hint">{t.shared}</p>
  return <Checkbox name="remember" label={t.remember} hint={t.rememberHint} />
}
