import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    pool: 'forks',
    // Two cores are what the suite is measured on. A third worker has something to do while two wait for a disk or a page.
    maxWorkers: 3,
    // A file finds the modules as the one before it left them: what a test changes in a module's state, it puts back.
    isolate: false,
    // Long enough for a slow machine under load: nothing here measures time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: 'test/setup.ts',
  },
})
