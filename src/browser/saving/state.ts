// The one place that says whether it is saved. It is read aloud at most once for each field one goes into.

type Kind = 'none' | 'saving' | 'saved' | 'unsaved'

export type Say = (kind: Kind, text: string, link?: { href: string; text: string; newTab: boolean }) => void

/** Speaks through `.save-state` of a form; without one it stays silent. */
export function stateOf(form: HTMLFormElement): Say {
  const box = form.querySelector<HTMLElement>('.save-state')
  const words = box?.querySelector('.save-text')
  if (!box || !words) return () => {}
  let spoken = false
  form.addEventListener('focusin', () => {
    spoken = false
  })
  return (kind, text, link) => {
    const silent = kind === 'none' || kind === 'saving' || (kind === 'saved' && spoken)
    box.setAttribute('aria-live', silent ? 'off' : 'polite')
    if (kind === 'saved') spoken = true
    box.dataset.state = kind
    words.textContent = link ? `${text} ` : text
    if (link) words.append(anchor(link))
  }
}

function anchor({ href, text, newTab }: { href: string; text: string; newTab: boolean }) {
  const link = document.createElement('a')
  link.href = href
  link.textContent = text
  if (newTab) link.target = '_blank'
  return link
}
