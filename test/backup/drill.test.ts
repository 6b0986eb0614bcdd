import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

const program = join(import.meta.dirname, '..', '..', 'bin', 'drill.ts')

test('T25 yesterday’s backup, taken while writers write, is all there on an empty folder, but for the text that was deleted', {
  timeout: 120_000,
}, async () => {
  const child = spawn(process.execPath, [program, 'restore', '--talks', '6'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  expect(said).toMatch(/while [1-9]\d* more texts were written/)
  expect(said).toMatch(/the keyring has epoch 2\n/)
  expect(said).toMatch(
    /in \d\d tables as they were, 2 of the destroyed text gone, 1 changed; 5 texts open, 0 lost, 0 arisen/,
  )
  expect(code).toBe(0)
})
