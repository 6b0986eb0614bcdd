import { everywhere } from './presence/everywhere.ts'
import { follow } from './room/follow.ts'
import { saveSoon, seeBothTexts } from './room/writing.ts'
import { autosave } from './saving/autosave.ts'

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
  autosave(form)
  saveSoon(form)
  seeBothTexts(form)
  follow(form)
}
everywhere()
