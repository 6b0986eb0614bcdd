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

/** A refused line stands in its field alone: »Se begge tekster« sends the page, and the answer shows the saved one too. */
export function seeBothTexts(form: HTMLFormElement): void {
  form.querySelector('.save-state')?.addEventListener('click', event => {
    if (!(event.target instanceof HTMLAnchorElement) || event.target.target) return
    event.preventDefault()
    form.requestSubmit()
  })
}
