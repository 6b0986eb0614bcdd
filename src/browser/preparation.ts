import { everywhere } from './presence/everywhere.ts'
import { autosave } from './saving/autosave.ts'
import { tellChanged } from './saving/shelf-word.ts'

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
  autosave(form)
  tellChanged(form)
}
everywhere()
