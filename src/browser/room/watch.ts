import { isSending } from '../presence/forms.ts'
import { isAtRest } from '../saving/fields.ts'
import { showTime } from './time.ts'

// A page that waits for the other asks at its own address how things stand, and comes anew when that has changed.

// Soon at first, for what is done in a moment, as a small file is; then every two seconds.
const first = 250
const every = 2000

export function watch(): void {
  const place = document.querySelector<HTMLElement>('[data-standpoint]')
  const address = place?.dataset.address
  if (!place || !address) return
  let wait = first
  const again = () => {
    window.setTimeout(ask, wait)
    wait = Math.min(every, wait * 2)
  }

  async function ask(): Promise<unknown> {
    if (document.visibilityState !== 'visible') return again()
    const asked = { headers: { accept: 'application/json' }, redirect: 'manual' } as const
    const answer = await fetch(address ?? '', asked).catch(() => undefined)
    // Signed out, or no longer ours to see.
    if (answer?.type === 'opaqueredirect' || answer?.status === 404) return
    if (answer?.ok && isAnother(await answer.json()) && !isSending()) return location.replace(address ?? '')
    return again()
  }

  function isAnother({ state, time }: { state: string; time?: string }): boolean {
    showTime(time ?? '')
    return (
      state !== place?.dataset.standpoint && isAtRest(document.querySelectorAll('main input, main textarea'))
    )
  }

  again()
}
