import { everywhere } from './presence/everywhere.ts'

// Ticking shows at once what the other would read: the page is asked again, by the same rights as before.
const form = document.querySelector<HTMLFormElement>('form[data-sharing]')
form?.addEventListener('change', event => {
  const look = form.querySelector<HTMLButtonElement>('button[value="look"]')
  if (event.target instanceof HTMLInputElement && look) form.requestSubmit(look)
})
everywhere()
