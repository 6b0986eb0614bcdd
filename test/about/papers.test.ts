import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { papers } from '../../bin/papers.ts'

test.each(Object.entries(papers()))(
  'S3-01 %s says what the rules say today; else run bin/papers.ts',
  async (file, text) => {
    expect(await readFile(file, 'utf8')).toBe(text)
  },
)
