import { sendOnce } from './presence/forms.ts'

// Before anybody is signed in: two presses would ask for two codes, of which the first is worth nothing, or count as two
// guesses; and a large file takes a while to read, which the button says.
sendOnce()
