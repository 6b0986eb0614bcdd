import { saveBeforeLeaving } from './before-leaving.ts'
import { isControl, isForAdding, isTyped, waitsToBeAdded } from './fields.ts'
import { type Heard, send } from './send.ts'
import { stateOf } from './state.ts'

// Saves a form while somebody writes: a second after the last key, at the latest every five while the keys go on, on
// leaving a field, and when the page is hidden.
// What says saved has been answered by the server. Nothing is kept in the browser's storage.

const pause = 1000
const longest = 5000
const retryAfter = 5000

/** Begins to save `form`; its words are in its data attributes, so that the script has no language of its own. */
export function autosave(form: HTMLFormElement): void {
  const say = stateOf(form)
  // How often something was typed, how much of that the server has, and what it answered last.
  let typed = 0
  let kept = 0
  let last: Heard | undefined
  let flight: Promise<Heard> | undefined
  let timer: number | undefined
  // When the first key came that no save has been asked to take along yet.
  let since: number | undefined

  const isUnsaved = () => kept < typed
  const saveRest = () => void (isUnsaved() && save())
  const later = (wait: number) => {
    clearTimeout(timer)
    timer = window.setTimeout(saveRest, wait)
  }
  form.addEventListener('input', ({ target }) => {
    if (isChoice(target)) return
    if (isForAdding(target)) return isUnsaved() ? undefined : sayKept()
    typed++
    if (!last || last.kind === 'saved') say('saving', form.dataset.saving ?? '')
    since ??= performance.now()
    later(Math.min(pause, since + longest - performance.now()))
  })
  // A link that is pressed would be gone before the press is over, if the state it stands in were said anew.
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof HTMLAnchorElement)) saveRest()
  })
  for (const kind of ['online', 'focus']) window.addEventListener(kind, saveRest)
  document.addEventListener('visibilitychange', saveAtOnce)
  window.addEventListener('pagehide', saveAtOnce)
  saveBeforeLeaving(async () => void (isUnsaved() && (await save())))
  window.addEventListener('beforeunload', event => {
    const isLost = isUnsaved() && (hasFailed(last) || !navigator.onLine)
    if ((isLost || waitsToBeAdded(form)) && form.dataset.sent === undefined) event.preventDefault()
  })
  form.addEventListener('submit', event => {
    if (isUnsaved()) void saveThenSend(event)
    else form.dataset.sent = ''
  })

  // On a slow line somebody may have written before this script came.
  if ([...form.elements].some(field => isControl(field) && !isChoice(field) && isTyped(field))) {
    typed++
    later(pause)
  }

  // A page that goes cannot wait for the answer to its last save.
  function saveAtOnce() {
    if (isUnsaved()) void save({ wait: false })
  }

  // A page that is sent without a connection would be lost with what stands in it, so what is typed is saved first.
  async function saveThenSend(event: SubmitEvent) {
    event.preventDefault()
    const { kind } = await save()
    if (kind === 'unreached' || kind === 'signed-out') return
    kept = typed
    form.requestSubmit(event.submitter)
  }

  async function save({ wait } = { wait: true }): Promise<Heard> {
    clearTimeout(timer)
    since = undefined
    while (flight && wait) await flight
    if (last && !isUnsaved()) return last
    const upTo = typed
    say('saving', form.dataset.saving ?? '')
    const own = send(form).then(heard => {
      if (flight === own) flight = undefined
      take(heard, upTo)
      return heard
    })
    flight = own
    return own
  }

  // Of two saves on their way the later one's answer counts.
  function take(heard: Heard, upTo: number) {
    if (last && heard.turn < last.turn) return
    last = heard
    if (!hasFailed(heard)) kept = Math.max(kept, upTo)
    if (heard.kind === 'unreached') later(retryAfter)
    form.toggleAttribute('data-waiting', heard.kind === 'waiting')
    if (heard.kind !== 'saved') say('unsaved', heard.said, heard.link)
    else if (!isUnsaved()) sayKept()
  }

  function sayKept() {
    if (waitsToBeAdded(form)) say('unsaved', form.dataset.toAdd ?? '')
    else if (last) say(last.kind === 'saved' ? 'saved' : 'unsaved', last.said, last.link)
    else say('none', '')
  }
}

const hasFailed = (heard: Heard | undefined) =>
  heard !== undefined && heard.kind !== 'saved' && heard.kind !== 'beside'

// Which of two texts is to stand is decided by a button, not while one looks at them.
const isChoice = (target: EventTarget | null) =>
  target instanceof HTMLInputElement && target.name.endsWith('.pick')
