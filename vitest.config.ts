import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    pool: 'forks',
    // Two cores are what the suite is measured on, and every worker is a house with its own database.
    maxWorkers: 2,
    // Long enough for a slow machine under load: nothing here measures time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: 'test/setup.ts',
  },
})
