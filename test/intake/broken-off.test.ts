import { expect, test } from 'vitest'
import { receiveUpload } from '../../src/outside/people-file/upload.ts'
import { filesOnTheirWay } from './office.ts'

// A file on its way is on disk under no name, for as long as this process has it open.

// Tests before this one may have left some in this process, waiting for what their heads mean.
const before = new Set(filesOnTheirWay())
const open = () => filesOnTheirWay().filter(name => !before.has(name))

const headers = { 'content-type': 'multipart/form-data; boundary=x' }
const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'

async function* sent(...parts: (string | Error)[]) {
  for (const part of parts) {
    if (part instanceof Error) throw part
    yield Buffer.from(part)
  }
}

test.each([
  ['in the middle of the file', [head, 'nummer;navn', new Error('the line broke')]],
  ['after the file', [`${head}nummer;navn\r\n--x\r\n`, new Error('the line broke')]],
  ['without an end', [head, 'nummer;navn']],
] as const)('of a form that breaks off %s nothing stays open', async (_, parts) => {
  await expect(receiveUpload({ headers, stream: sent(...parts) }, 1000)).rejects.toThrow()
  expect(open()).toEqual([])
})

test('a whole one is open until it is closed', async () => {
  const { upload } = await receiveUpload({ headers, stream: sent(`${head}nummer;navn\r\n--x--\r\n`) }, 1000)
  expect([upload?.bytes, open().length]).toEqual([11, 1])
  await upload?.close()
  expect(open()).toEqual([])
})
