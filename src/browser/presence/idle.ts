// Somebody may have walked away. On a shared computer the page asks after ten minutes and after two more signs out and
// lets go of the text; on one's own device it is covered after thirty and lifted for the same person (walls §4).

const minute = 60_000
const after = { shared: 10 * minute, own: 30 * minute }
const answerWithin = 2 * minute

/** Watches over a signed-in page; the words and the device stand in its `#idle` dialog. */
export function watchIdle(): void {
  const found = document.getElementById('idle')
  if (!(found instanceof HTMLDialogElement)) return
  const dialog = found
  const device = dialog.dataset.device === 'own' ? 'own' : 'shared'
  let last = Date.now()
  const alive = () => {
    if (!dialog.open) last = Date.now()
  }
  for (const kind of ['pointerdown', 'keydown', 'input', 'scroll'])
    document.addEventListener(kind, alive, { passive: true, capture: true })
  dialog.addEventListener('cancel', event => event.preventDefault())
  dialog.querySelector('button')?.addEventListener('click', stay)
  window.addEventListener('focus', check)
  window.setInterval(check, 5000)

  function check() {
    const idle = Date.now() - last
    if (!dialog.open && idle >= after[device]) ask()
    if (dialog.open && device === 'shared' && idle >= after.shared + answerWithin) leave()
  }

  function ask() {
    const unsaved = document.querySelector('.save-state[data-state=unsaved]') !== null
    for (const line of dialog.querySelectorAll<HTMLElement>('.idle-unsaved')) line.hidden = !unsaved
    dialog.showModal()
  }

  // Asking the page itself whether it is still ours keeps the session alive, and for another person answers 404.
  async function stay() {
    const answer = await fetch(location.href, { method: 'HEAD', redirect: 'manual' }).catch(() => undefined)
    if (answer === undefined) return
    if (!answer.ok) return leave()
    dialog.close()
    last = Date.now()
  }

  function leave() {
    document.querySelector('main')?.replaceChildren()
    const out = document.querySelector<HTMLFormElement>('form[data-sign-out]')
    if (out && device === 'shared') out.submit()
    else location.replace(dialog.dataset.signIn ?? '/')
  }
}
