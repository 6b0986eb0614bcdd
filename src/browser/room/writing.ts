const pause = 1000
const atMost = 10_000

/**
 * Somebody who writes without a pause keeps the pen by being saved on the way, and a finished line is saved at once, so
 * that the other sees it (S3-06). The saving itself listens for a field that is left.
 */
export function keepThePen(form: HTMLFormElement): void {
  let begun = 0
  let last = Number.NEGATIVE_INFINITY
  form.addEventListener('input', event => {
    const at = event.timeStamp
    if (at - last > pause) begun = at
    last = at
    if (!endsLine(event) && at - begun < atMost) return
    begun = at
    form.dispatchEvent(new Event('focusout'))
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
