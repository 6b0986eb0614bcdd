import { everywhere } from './presence/everywhere.ts'
import { follow } from './room/follow.ts'
import { watch } from './room/watch.ts'
import { saveSoon, seeBothTexts, tellAtField } from './room/writing.ts'
import { autosave } from './saving/autosave.ts'

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
  autosave(form)
  saveSoon(form)
  seeBothTexts(form)
  tellAtField(form)
  follow(form)
}
watch()
everywhere()
