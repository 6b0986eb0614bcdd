import { everywhere } from './presence/everywhere.ts'

// Ticking shows at once what the other would read: the page is asked again, by the same rights as before, and only its
// form is put in place of the old one, so that the focus goes along.
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return
  const form = target.closest<HTMLFormElement>('form[data-sharing]')
  if (form) lookAgain(form, target.id)
})

// A tick made before this came, or kept by a browser that went back, is shown too.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sharing]')) {
  const ticked = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
  const [changed] = ticked.filter(each => each.checked !== each.defaultChecked)
  if (changed) queueMicrotask(() => lookAgain(form, changed.id))
}

let latest = 0

function lookAgain(form: HTMLFormElement, focused: string): void {
  const mine = ++latest
  const asked = new XMLHttpRequest()
  asked.open('POST', form.action)
  asked.responseType = 'document'
  asked.onload = () => {
    const fresh = asked.responseXML?.querySelector('form[data-sharing]')
    if (!fresh || asked.status !== 200) return form.requestSubmit()
    if (mine !== latest) return
    form.replaceWith(document.adoptNode(fresh))
    document.getElementById(focused)?.focus()
  }
  asked.onerror = () => form.requestSubmit()
  asked.send(new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])))
}

everywhere()
