import { type Say, stateOf } from './state.ts'

// Saves a form while somebody writes: a second after the last key, on leaving a field, and when the page is hidden.
// What says saved has been answered by the server. Nothing is kept in the browser's storage.

const pause = 1000
const retryAfter = 5000

type Answered = { said: string; versions?: Record<string, number> }

/** Begins to save `form`; its words are in its data attributes, so that the script has no language of its own. */
export function autosave(form: HTMLFormElement): void {
  const say = stateOf(form)
  let unsaved = false
  let timer: number | undefined
  let flight: Promise<void> | undefined

  const later = (wait: number) => {
    clearTimeout(timer)
    timer = window.setTimeout(save, wait)
  }
  form.addEventListener('input', () => {
    unsaved = true
    // "Gemt" must not stand beside a word that is not.
    say('saving', form.dataset.saving ?? '')
    later(pause)
  })
  form.addEventListener('focusout', () => unsaved && save())
  document.addEventListener('visibilitychange', () => unsaved && save())
  window.addEventListener('online', () => unsaved && save())
  window.addEventListener('focus', () => unsaved && save())
  window.addEventListener('pagehide', () => unsaved && save())
  window.addEventListener('beforeunload', event => {
    if (unsaved && form.dataset.sent === undefined) event.preventDefault()
  })
  form.addEventListener('submit', event => {
    if (flight) waitForFlight(event)
    else form.dataset.sent = ''
  })

  // A page sent while a save is on its way would carry versions that are about to be old.
  function waitForFlight(event: SubmitEvent) {
    event.preventDefault()
    void flight?.finally(() => form.requestSubmit(event.submitter))
  }

  function save(): void {
    clearTimeout(timer)
    if (flight) {
      later(pause)
      return
    }
    unsaved = false
    say('saving', form.dataset.saving ?? '')
    flight = send(form)
      .then(answer => heard(answer, say))
      .catch(() => failed(form.dataset.unsaved ?? ''))
      .finally(() => {
        flight = undefined
      })
  }

  function failed(text: string) {
    unsaved = true
    say('unsaved', text)
    later(retryAfter)
  }

  async function heard(response: Response, say: Say) {
    if (response.type === 'opaqueredirect') return signedOut()
    if (response.status >= 500) return failed(form.dataset.unsaved ?? '')
    const { said, versions }: Answered = await response.json()
    renew(form, versions)
    if (response.status === 200) return unsaved ? undefined : say('saved', said)
    if (response.status === 409) return say('unsaved', said, linkTo(location.href, form.dataset.staleLink))
    unsaved = true
    say('unsaved', said)
  }

  function signedOut() {
    unsaved = true
    const link = { href: form.dataset.signIn ?? '/', text: form.dataset.signedOutLink ?? '', newTab: true }
    say('unsaved', form.dataset.signedOut ?? '', link)
  }
}

const linkTo = (href: string, text = '') => ({ href, text, newTab: false })

function send(form: HTMLFormElement): Promise<Response> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  return fetch(form.action, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
    redirect: 'manual',
    keepalive: true,
  })
}

/** The next save must know what this one made: each question's version is renewed in its hidden field. */
function renew(form: HTMLFormElement, versions: Record<string, number> = {}) {
  for (const [id, version] of Object.entries(versions)) {
    const field = form.elements.namedItem(`${id}.version`)
    if (field instanceof HTMLInputElement) field.value = String(version)
  }
}
