/** A form is sent once: while it is on its way the button says so, keeps its width, and a second press does nothing. */
export function sendOnce(): void {
  document.addEventListener('submit', event => {
    if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return
    const form = event.target
    if (form.dataset.onItsWay !== undefined) return event.preventDefault()
    form.dataset.onItsWay = ''
    const button = event.submitter
    const words = button?.querySelector('span')
    if (button instanceof HTMLElement && button.dataset.working && words) {
      button.style.setProperty('min-width', `${button.offsetWidth}px`)
      words.textContent = button.dataset.working
    }
  })
}

/** A page from the back/forward cache may belong to somebody who has left: it is fetched anew (walls §4). */
export function neverFromCache(): void {
  window.addEventListener('pageshow', event => {
    if (event.persisted) location.reload()
  })
}
