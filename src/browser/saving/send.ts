type Link = { href: string; text: string; newTab: boolean }

/** What came of a save. `turn` counts this page's saves; `said` is for the save state. */
export type Heard = {
  turn: number
  /**
   * `beside`: saved, beside another text of one's own. `unseen`: not saved, the other has written here meanwhile.
   * `waiting`: somebody else writes; it is sent again when they have finished.
   */
  kind: 'saved' | 'beside' | 'unseen' | 'waiting' | 'refused' | 'unreached' | 'signed-out'
  said: string
  link?: Link
}

type Answered = {
  said: string
  versions?: Record<string, number>
  marks?: Record<string, string>
  waiting?: boolean
  bothSaved?: boolean
}

// A request that outlives its page may carry 64 KB in all; two of them may be on their way.
const outlives = 30_000

/** Sends the form as it stands, and renews its versions. Never throws: no answer is an answer too. */
export async function send(form: HTMLFormElement): Promise<Heard> {
  const turn = nextTurn(form)
  const words = form.dataset
  try {
    const response = await post(form)
    if (response.status >= 500 || response.status === 429)
      return { turn, kind: 'unreached', said: words.unsaved ?? '' }
    if (response.status === 413) return { turn, kind: 'refused', said: words.tooLong ?? '' }
    if (![200, 409, 422].includes(response.status)) return { turn, ...signedOut(form) }
    const { said, versions, marks, waiting, bothSaved }: Answered = await response.json()
    renew(form, 'version', versions)
    renew(form, 'shown', marks)
    if (response.status === 200) return { turn, kind: 'saved', said }
    if (response.status === 422) return { turn, kind: 'refused', said }
    if (waiting) return { turn, kind: 'waiting', said }
    return {
      turn,
      kind: bothSaved ? 'beside' : 'unseen',
      said,
      link: { href: location.href, text: words.staleLink ?? '', newTab: false },
    }
  } catch {
    return { turn, kind: 'unreached', said: words.unsaved ?? '' }
  }
}

// Whoever is sent to the door, or has become somebody else in another tab, signs in there; this page goes on afterwards.
function signedOut({ dataset }: HTMLFormElement): Omit<Heard, 'turn'> {
  const link = { href: dataset.signIn ?? '/', text: dataset.signedOutLink ?? '', newTab: true }
  return { kind: 'signed-out', said: dataset.signedOut ?? '', link }
}

/** A page counts its saves, so that of two on their way the later one counts, also with the server. */
function nextTurn(form: HTMLFormElement): number {
  const field = form.elements.namedItem('turn')
  if (!(field instanceof HTMLInputElement)) return 0
  field.value = String(Number(field.value) + 1)
  return Number(field.value)
}

function post(form: HTMLFormElement): Promise<Response> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && !name.endsWith('.pick')) body.append(name, value)
  return fetch(form.action, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
    redirect: 'manual',
    keepalive: body.toString().length < outlives,
  })
}

/** The next save must know what this one made: each question's version and mark are renewed in their hidden fields. */
function renew(form: HTMLFormElement, what: string, made: Record<string, number | string> = {}) {
  for (const [id, value] of Object.entries(made)) {
    const field = form.elements.namedItem(`${id}.${what}`)
    if (field instanceof HTMLInputElement) field.value = String(value)
  }
}
