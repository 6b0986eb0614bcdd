import { everywhere } from './presence/everywhere.ts'
import { isTyped } from './saving/fields.ts'

// Ticking shows at once what the other would read: the page is asked again, by the same rights as before, and only its
// form is put in place of the old one, so that the focus goes along.
let latest = 0
document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement) lookAgain(target)
})

// A tick made before this came, or kept by a browser that went back, is shown too.
const ticks = document.querySelectorAll<HTMLInputElement>('form[data-sharing] input[type=checkbox]')
const changed = [...ticks].find(isTyped)
if (changed) lookAgain(changed)

function lookAgain(tick: HTMLInputElement): void {
  const form = tick.closest<HTMLFormElement>('form[data-sharing]')
  if (!form) return
  const mine = ++latest
  const asked = new XMLHttpRequest()
  asked.open('POST', form.action)
  asked.responseType = 'document'
  asked.onload = () => {
    const fresh = asked.responseXML?.querySelector('form[data-sharing]')
    if (!fresh || asked.status !== 200) return form.requestSubmit()
    if (mine !== latest) return
    form.replaceWith(document.adoptNode(fresh))
    document.getElementById(tick.id)?.focus()
  }
  asked.onerror = () => form.requestSubmit()
  asked.send(new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])))
}

everywhere()
