import { everywhere } from './presence/everywhere.ts'
import { watch } from './room/watch.ts'

watch()
everywhere()
