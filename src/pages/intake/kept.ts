import type { IntakeKey } from '../../db/intake/staging.ts'
import type { Upload } from '../../outside/people-file/upload.ts'

// A file waits here for what its heads mean, in this process alone: somebody who comes back later, or to another process,
// chooses it again, and what was said of the heads is remembered. Of an organisation the newest waits and no other.

const kept = new Map<string, { id: string; upload: Upload; timer: NodeJS.Timeout }>()
const patience = 30 * 60_000

/** Keeps the file, and closes the one that waited for the same organisation. */
export async function keepUpload(key: IntakeKey, upload: Upload): Promise<void> {
  const earlier = kept.get(key.organisation)
  clearTimeout(earlier?.timer)
  const timer = setTimeout(() => void takeUpload(key)?.close(), patience)
  timer.unref()
  kept.set(key.organisation, { id: key.id, upload, timer })
  await earlier?.upload.close()
}

/** The file, once: whoever takes it closes it. */
export function takeUpload({ organisation, id }: IntakeKey): Upload | undefined {
  const found = kept.get(organisation)
  if (found?.id !== id) return undefined
  clearTimeout(found.timer)
  kept.delete(organisation)
  return found.upload
}
