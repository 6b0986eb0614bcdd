import { expect, test } from 'vitest'
import { bordersPart } from '../../bin/check/borders.ts'
import { look } from './house.ts'

const forbidden = [
  ['src/domain/record.ts', "import { save } from '../db/save.ts'"],
  ['src/domain/record.ts', "import { z } from 'zod'"],
  ['src/domain/record.ts', "import { readFileSync } from 'node:fs'"],
  ['src/domain/record.ts', "import { scale } from '../questions/scale.tsx'"],
  ['src/domain/record.ts', "const later = await import('../db/save.ts')"],
  ['src/questions/scale.tsx', "import type { Record } from '../db/records.ts'"],
  ['src/ui/field.tsx', "import { find } from '../db/records.ts'"],
  ['src/ui/field.tsx', "import { Page } from '../pages/records/page.tsx'"],
  ['src/ui/field.tsx', "import { room } from '../live/room.ts'"],
  ['src/ui/field.tsx', "import { mail } from '../outside/mail.ts'"],
  ['src/ui/field.tsx', "import { seal } from '../trust/sealing.ts'"],
  ['src/db/records.ts', "import { Page } from '../pages/records/page.tsx'"],
  ['src/documents/record.ts', "import { find } from '../db/records.ts'"],
  ['src/browser/talk.ts', "import { Field } from '../ui/field.tsx'"],
  ['src/app.tsx', "import { world } from '../test/world.ts'"],
  ['src/trust/sessions.ts', "import pg from 'pg'"],
  ['src/pages/records.tsx', "import { sql } from 'kysely'"],
  ['src/domain/invitation.ts', "import { prepare } from './preparation.ts'"],
  ['src/domain/record/signing.ts', "import type { Plan } from '../plan.ts'"],
] as const

test.for(forbidden)('%s may not: %s', async ([path, line]) => {
  const { faults } = await look(bordersPart, { [path]: `// The second line is the fault.\n${line}\n` })
  expect(faults.map(fault => `${fault.path}:${fault.line}`)).toEqual([`${path}:2`])
})

const allowed = [
  ['src/domain/record.ts', "import type { Answer } from '../questions/answer.ts'"],
  ['src/domain/preparation.ts', "import { invite } from './invitation.ts'"],
  ['src/domain/follow-up.ts', "import type { Plan } from './plan.ts'"],
  ['src/questions/scale.tsx', "import { Field } from '../ui/field.tsx'"],
  ['src/questions/scale.tsx', "import { z } from 'zod'"],
  ['src/db/query.ts', "import { sql } from 'kysely'"],
  ['src/browser/talk.ts', "import { h } from 'preact'"],
  ['src/pages/records.tsx', "import { find } from '../db/records.ts'"],
  ['test/world.ts', "import pg from 'pg'"],
] as const

test.for(allowed)('%s may: %s', async ([path, line]) => {
  const { faults } = await look(bordersPart, { [path]: `${line}\n` })
  expect(faults).toEqual([])
})
