import { readFileSync } from 'node:fs'
import { transaction } from '../db/database.ts'
import { urls } from '../urls.ts'
import type { Area } from './context.ts'

const version: string = JSON.parse(readFileSync('package.json', 'utf8')).version

/** For whoever watches over the machine: 200 while the database answers, else 503. */
export const health: Area = (app, deps) => {
  app.get(urls.health.pattern, async c => {
    const answers = await transaction(deps.db.door, {}, async () => true).catch(() => false)
    const status = answers ? 'ok' : 'database away'
    return c.json({ status, version, database: deps.database }, answers ? 200 : 503)
  })
}
