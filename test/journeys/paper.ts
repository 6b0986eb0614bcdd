import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { textOf } from '../documents/poppler.ts'

/** The words of a paper, as soon as it is drawn. */
export async function paperOf(page: Page, path: string): Promise<string> {
  const kind = async () => (await page.request.get(path)).headers()['content-type']
  await expect.poll(kind, { timeout: 30_000 }).toBe('application/pdf')
  return (await textOf(await (await page.request.get(path)).body())).replaceAll(/\s+/g, ' ')
}
