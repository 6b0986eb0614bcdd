import type { Upload } from '../../outside/people-file/upload.ts'

// A file waits here for what its heads mean, in this process alone: somebody who comes back later, or to another process,
// chooses it again, and what was said of the heads is remembered.

const kept = new Map<string, { upload: Upload; timer: NodeJS.Timeout }>()
const patience = 30 * 60_000

export function keepUpload(id: string, upload: Upload): void {
  const timer = setTimeout(() => void takeUpload(id)?.close(), patience)
  timer.unref()
  kept.set(id, { upload, timer })
}

/** The file, once: whoever takes it closes it. */
export function takeUpload(id: string): Upload | undefined {
  const found = kept.get(id)
  clearTimeout(found?.timer)
  kept.delete(id)
  return found?.upload
}
