import { defineConfig } from 'vitest/config'
import { LongFirst } from './test/order.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    pool: 'forks',
    // Two cores are what the suite is measured on. A third of the time a test waits for a disk, a page or a moment to
    // pass: twice as many workers have something to do meanwhile.
    maxWorkers: 4,
    sequence: { sequencer: LongFirst },
    // A file finds the modules as the one before it left them: what a test changes in a module's state, it puts back.
    isolate: false,
    // Long enough for a slow machine under load: nothing here measures time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    globalSetup: 'test/setup.ts',
  },
})
