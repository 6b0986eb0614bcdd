import { restSaved } from '../saving/before-leaving.ts'

const givenUp = 15_000

/** A form is sent once: while it is on its way the button says so, keeps its width, and a second press does nothing. */
export function sendOnce(): void {
  const onTheirWay = new Set<() => void>()
  // Whoever goes back may send it again.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) for (const free of onTheirWay) free()
  })
  document.addEventListener('submit', event => {
    if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return
    const form = event.target
    if (form.dataset.onItsWay !== undefined) return event.preventDefault()
    form.dataset.onItsWay = ''
    const still = event.submitter instanceof HTMLElement ? sayWorking(event.submitter) : undefined
    const free = () => {
      delete form.dataset.onItsWay
      still?.()
      onTheirWay.delete(free)
    }
    onTheirWay.add(free)
    // The server knows a form by its key, so one that never arrived may be sent again.
    window.setTimeout(free, givenUp)
  })
}

/** Whether a form is on its way: its answer leads on, and a page that comes anew by itself meanwhile would take that away. */
export const isSending = (): boolean => document.querySelector('form[data-on-its-way]') !== null

/** Signing out ends the session that the last save needs: it waits for the answer. */
export function leaveOnceSaved(): void {
  document.addEventListener('submit', event => {
    if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return
    const form = event.target
    if (form.dataset.leave === undefined) return
    event.preventDefault()
    void restSaved().then(() => form.submit())
  })
}

/** Puts in the working words; gives the way back. */
function sayWorking(button: HTMLElement): (() => void) | undefined {
  const words = button.querySelector('span')
  if (!button.dataset.working || !words) return undefined
  const before = words.textContent
  button.style.setProperty('min-width', `${button.offsetWidth}px`)
  words.textContent = button.dataset.working
  return () => {
    words.textContent = before
  }
}

/** A page from the back/forward cache may belong to somebody who has left: it is fetched anew (walls §4). */
export function neverFromCache(): void {
  window.addEventListener('pageshow', event => {
    if (event.persisted) location.reload()
  })
}

/** A paper's own button; without script there is the browser's menu. */
export function printOnPress(): void {
  document.getElementById('print')?.addEventListener('click', () => window.print())
}
