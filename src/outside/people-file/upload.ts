import { randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'

/** A file as it came, on disk and under no name: it is gone when it is closed, also when the process is killed. */
export type Upload = { readonly path: string; readonly bytes: number; close(): Promise<void> }

export type Received = {
  readonly fields: ReadonlyMap<string, string>
  readonly upload?: Upload
  readonly tooLarge: boolean
}

type Body = { headers: { 'content-type': string }; stream: AsyncIterable<Uint8Array> }

/**
 * Takes a form with one file as a stream, so that nothing of it is held in memory. Of a file above `mostBytes` the rest is
 * read and dropped, and `tooLarge` says so. Throws when the form is none.
 */
export async function receiveUpload({ headers, stream }: Body, mostBytes: number): Promise<Received> {
  const limits = { fieldSize: 1000, fields: 10, files: 1, parts: 12, fileSize: mostBytes }
  const form = new Busboy({ headers, limits })
  const fields = new Map<string, string>()
  let coming: Readable | undefined
  let stored: Promise<Stored | undefined> = Promise.resolve(undefined)
  form.on('field', (name, value) => void fields.set(name, value))
  form.on('file', (_, file) => {
    // Said of the file also when nobody reads it any more; the form itself says it too.
    coming = file.on('error', () => {})
    stored = store(file)
    stored.catch(() => {})
  })
  await pipeline(Readable.from(stream), form).catch(async fault => {
    // What has come of a form that breaks off is on disk as long as it is open.
    coming?.destroy()
    await stored.then(file => file?.upload.close()).catch(() => {})
    throw fault
  })
  const file = await stored
  const tooLarge = file?.truncated ?? false
  if (!file || (!tooLarge && file.upload.bytes > 0))
    return { fields, tooLarge, ...(file && { upload: file.upload }) }
  await file.upload.close()
  return { fields, tooLarge }
}

/** Bytes that are here already, as a file that threads can read. */
export async function uploadOf(bytes: Uint8Array): Promise<Upload> {
  const { upload } = await store(Object.assign(Readable.from([bytes]), { truncated: false }))
  return upload
}

type Stored = { upload: Upload; truncated: boolean }

async function store(file: Readable & { truncated: boolean }): Promise<Stored> {
  const handle = await nameless()
  let bytes = 0
  try {
    for await (const chunk of file) bytes += (await handle.write(chunk)).bytesWritten
    const upload = { path: `/proc/self/fd/${handle.fd}`, bytes, close: () => handle.close() }
    return { upload, truncated: file.truncated }
  } catch (fault) {
    await handle.close()
    throw fault
  }
}

async function nameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `medspil-${randomUUID()}`)
  const handle = await open(path, 'wx+', 0o600)
  await unlink(path)
  return handle
}
