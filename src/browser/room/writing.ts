const pause = 500
const atMost = 10_000

/**
 * In the room a line is saved half a second after the last key, or at once when it is finished: with the other page
 * asking every other second it stands there within three (S3-06). Somebody who writes without a pause is saved on the
 * way, which also keeps the pen. The saving itself listens for a field that is left.
 */
export function saveSoon(form: HTMLFormElement): void {
  let begun = 0
  let last = Number.NEGATIVE_INFINITY
  let timer: number | undefined
  const save = () => form.dispatchEvent(new Event('focusout'))
  form.addEventListener('input', event => {
    const at = event.timeStamp
    if (at - last > pause) begun = at
    last = at
    clearTimeout(timer)
    if (endsLine(event) || at - begun >= atMost) {
      begun = at
      save()
    } else timer = window.setTimeout(save, pause)
  })
}

const endsLine = (event: Event) => event instanceof InputEvent && event.inputType === 'insertLineBreak'

/**
 * On a phone the save state stands below all the topic's questions. What was not saved is also said under the field it
 * was typed in, where the eyes are; it is read aloud from the save state alone.
 */
export function tellAtField(form: HTMLFormElement): void {
  const state = form.querySelector<HTMLElement>('.save-state')
  if (!state) return
  const told = document.createElement('p')
  told.className = 'unsaved-here'
  form.addEventListener('input', ({ target }) => {
    if (isWritten(target) && told.previousElementSibling !== target) target.after(told)
  })
  const tell = () => {
    const words = state.dataset.state === 'unsaved' ? state.querySelector('.save-text') : null
    told.replaceChildren(...(words?.cloneNode(true).childNodes ?? []))
  }
  new MutationObserver(tell).observe(state, { attributes: true, childList: true, subtree: true })
}

const isWritten = (target: EventTarget | null): target is HTMLTextAreaElement | HTMLInputElement =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')

/** A refused line stands in its field alone: »Se begge tekster« sends the page, and the answer shows the saved one too. */
export function seeBothTexts(form: HTMLFormElement): void {
  form.addEventListener('click', event => {
    const link = event.target
    if (!(link instanceof HTMLAnchorElement) || link.target || !link.closest('.save-state, .unsaved-here'))
      return
    event.preventDefault()
    form.requestSubmit()
  })
}
