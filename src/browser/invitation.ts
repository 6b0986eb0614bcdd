import { everywhere } from './presence/everywhere.ts'

// The button repeats the choice: "Vælg den 14. april kl. 13.00".
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.dataset.button) return
  const words = target.form?.querySelector('button.primary span')
  if (words) words.textContent = target.dataset.button
})
everywhere()
