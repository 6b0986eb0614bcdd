import { everywhere } from './presence/everywhere.ts'

everywhere()
