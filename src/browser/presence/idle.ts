// Somebody may have walked away. On a shared computer the page asks after ten minutes and after two more signs out and
// lets go of the text; on one's own device it is covered after thirty and lifted for the same person (walls §4).

import { restSaved } from '../saving/before-leaving.ts'

const minute = 60_000
const after = { shared: 10 * minute, own: 30 * minute }
const answerWithin = 2 * minute
const tellEvery = 10_000

/** Watches over a signed-in page; the words, the device and whose page it is stand in its `#idle` dialog. */
export function watchIdle(): void {
  const found = document.getElementById('idle')
  if (!(found instanceof HTMLDialogElement)) return
  const dialog = found
  const { reader, home = '/', signIn = '/' } = dialog.dataset
  const device = dialog.dataset.device === 'own' ? 'own' : 'shared'
  const otherTabs = new BroadcastChannel('medspil')
  let last = Date.now()
  let told = last
  let lifted = false
  for (const kind of ['pointerdown', 'keydown', 'input', 'scroll'])
    document.addEventListener(kind, alive, { passive: true, capture: true })
  otherTabs.onmessage = lift
  dialog.addEventListener('cancel', event => event.preventDefault())
  dialog.addEventListener('close', () => void (lifted || dialog.showModal()))
  dialog.querySelector('button')?.addEventListener('click', stay)
  window.addEventListener('focus', check)
  const checking = window.setInterval(check, 5000)

  // Whoever is busy in another tab has not walked away.
  function alive() {
    if (dialog.open) return
    last = Date.now()
    if (last - told < tellEvery) return
    told = last
    otherTabs.postMessage('')
  }

  function check() {
    const idle = Date.now() - last
    if (!dialog.open && idle >= after[device]) ask()
    if (dialog.open && device === 'shared' && idle >= after.shared + answerWithin) void leave()
  }

  function ask() {
    lifted = false
    const unsaved = document.querySelector('.save-state[data-state=unsaved]') !== null
    show('unsaved', unsaved)
    dialog.showModal()
  }

  // To ask the server is a sign of life, and it tells who is signed in here by now.
  async function stay() {
    const answer = await fetch(home, { method: 'HEAD' }).catch(() => undefined)
    if (answer === undefined) return
    if (answer.headers.get('Medspil-Reader') === reader) return lift()
    if (device === 'shared') return leave()
    show('signed-out', true)
  }

  function show(when: string, shown: boolean) {
    for (const line of dialog.querySelectorAll<HTMLElement>(`[data-when=${when}]`)) line.hidden = !shown
  }

  function lift() {
    last = Date.now()
    lifted = true
    dialog.close()
  }

  // The text goes at once; the session is ended when the last save has been answered.
  async function leave() {
    window.clearInterval(checking)
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]'))
      form.dataset.sent = ''
    document.querySelector('main')?.replaceChildren()
    await restSaved()
    const out = document.querySelector<HTMLFormElement>('form[data-sign-out]')
    const why = out?.elements.namedItem('why')
    if (why instanceof HTMLInputElement) why.value = 'tid'
    if (out) out.submit()
    else location.replace(signIn)
  }
}
