import { everywhere } from './presence/everywhere.ts'
import { autosave } from './saving/autosave.ts'

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) autosave(form)
everywhere()
