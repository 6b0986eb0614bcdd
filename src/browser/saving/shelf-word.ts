/** What was shared or sent and is changed says so at the first key; a note was never shared. */
export function tellChanged(form: HTMLFormElement): void {
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
    if (target.name.endsWith('.note')) return
    for (const news of target.closest('.themes')?.querySelectorAll<HTMLElement>('[data-when-changed]') ?? [])
      news.hidden = false
    const word = target.closest('.question')?.querySelector<HTMLElement>('[data-changed]')
    if (word) word.textContent = word.dataset.changed ?? ''
  })
}
