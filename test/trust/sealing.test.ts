import { createSecretKey } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { systemRandom } from '../../src/random.ts'
import {
  type Lock,
  newKey,
  openBytes,
  openText,
  type Place,
  sealBytes,
  sealText,
  unwrap,
  wrap,
} from '../../src/trust/sealing.ts'

const bytesFrom = (start: number, count: number) =>
  Buffer.from(Array.from({ length: count }, (_, at) => start + at))

const organisation = '0198a000-0000-7000-8000-00000000000a'
const shelf = '0198a000-0000-7000-8000-00000000000b'
const row = '0198a000-0000-7000-8000-00000000000c'
const place: Place = { table: 'answer', column: 'sealed', organisation, shelf, row, version: 7 }
const lock: Lock = { secret: createSecretKey(bytesFrom(0, 32)), organisation, shelf, epoch: 3 }
const key = bytesFrom(32, 32)
const sentence = 'Vi aftaler én fast time om ugen 😀'

/** The bytes with one bit turned: every bit of every byte once. */
function* withOneBitTurned(bytes: Uint8Array): Generator<Uint8Array> {
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const turned = Buffer.from(bytes)
    turned[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    yield turned
  }
}

describe('the format', () => {
  // Computed by another program from walls.md §1.4 and §1.5: what is stored today must open in ten years.
  const counting = { ...systemRandom, bytes: (count: number) => bytesFrom(64, count) }
  const wrapped =
    '01404142434445464748494a4b718dd0c1cefe9ab4c3070f101f72053ee468290bc42510e2522e49d999a8041a2490ccdc46e3acf2f7cdb59a6bd0f1ce'
  const sealed =
    '01404142434445464748494a4b943d9de03602a467374070eb2c24711472fde9a38129cabb4e91f920158daa6ceae38086b65ca1264d973d849dd0b3efde98e930bdead0fd7ee4c96026a5541160a3b71b0152eb5eb2ad41768d924433'

  test('a wrapped key is what the page of walls says, byte for byte', () => {
    expect(Buffer.from(wrap(key, lock, counting)).toString('hex')).toBe(wrapped)
    expect(unwrap(Buffer.from(wrapped, 'hex'), lock)).toEqual({ key })
  })

  test('a sealed text is what the page of walls says, byte for byte', () => {
    expect(Buffer.from(sealText(key, place, sentence, counting)).toString('hex')).toBe(sealed)
    expect(openText(key, place, Buffer.from(sealed, 'hex'))).toEqual({ text: sentence })
  })

  test('the length of a text shows only in steps of 64 bytes', () => {
    const lengthOf = (text: string) => sealText(key, place, text, systemRandom).length
    expect([lengthOf(''), lengthOf('ja'), lengthOf('x'.repeat(63))]).toEqual([93, 93, 93])
    expect([lengthOf('x'.repeat(64)), lengthOf('x'.repeat(127)), lengthOf('x'.repeat(128))]).toEqual([
      157, 157, 221,
    ])
  })
})

describe('what was sealed opens as it was', () => {
  test('any text', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(texts, text => {
        expect(openText(key, place, sealText(key, place, text, systemRandom))).toEqual({ text })
      }),
    )
  })

  test('any bytes, also those that end like the padding', () => {
    const ends = fc.constantFrom([], [0x80], [0x80, 0], [0, 0, 0])
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), ends, (start, end) => {
        const bytes = Buffer.concat([start, Buffer.from(end)])
        const opened = openBytes(key, place, sealBytes(key, place, bytes, systemRandom))
        expect('bytes' in opened && Buffer.from(opened.bytes).equals(bytes)).toBe(true)
      }),
    )
  })

  test('and the same text sealed twice does not look the same', () => {
    expect(sealText(key, place, sentence, systemRandom)).not.toEqual(
      sealText(key, place, sentence, systemRandom),
    )
  })
})

describe('a sealed text is refused', () => {
  const refusal = { refused: 'sealed-text-altered' }
  const sealed = sealText(key, place, sentence, systemRandom)

  const other = '0198a000-0000-7000-8000-0000000000ff'
  test.each<Partial<Place>>([
    { table: 'tick' },
    { column: 'remark_sealed' },
    { organisation: other },
    { shelf: other },
    { row: other },
    { version: 6 },
    { version: 8 },
  ])('in another place: %o', moved => {
    expect(openText(key, { ...place, ...moved }, sealed)).toEqual(refusal)
  })

  test('in a place whose parts only together read the same', () => {
    const here = { ...place, table: 'answer', column: 'sealed' }
    const there = { ...place, table: 'answers', column: 'ealed' }
    expect(openText(key, there, sealText(key, here, sentence, systemRandom))).toEqual(refusal)
  })

  test('under another key', () => {
    expect(openText(newKey(systemRandom), place, sealed)).toEqual(refusal)
  })

  test('with any one bit turned', () => {
    for (const turned of withOneBitTurned(sealed)) expect(openText(key, place, turned)).toEqual(refusal)
  })

  test('with any one bit turned, whatever the text', () => {
    const turns = fc.tuple(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(), fc.nat(7))
    fc.assert(
      fc.property(turns, ([text, at, bit]) => {
        const bytes = Buffer.from(sealText(key, place, text, systemRandom))
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << bit)
        expect(openText(key, place, bytes)).toEqual(refusal)
      }),
    )
  })

  test('cut at any length, or with a byte more', () => {
    for (let length = 0; length < sealed.length; length++)
      expect(openText(key, place, sealed.subarray(0, length))).toEqual(refusal)
    expect(openText(key, place, Buffer.concat([sealed, Buffer.of(0)]))).toEqual(refusal)
  })
})

describe('a wrapped key is refused', () => {
  const refusal = { refused: 'wrapped-key-altered' }
  const wrapped = wrap(key, lock, systemRandom)

  test.each<Partial<Lock>>([
    { organisation: shelf },
    { shelf: organisation },
    { epoch: 4 },
    { secret: createSecretKey(bytesFrom(1, 32)) },
  ])('under another lock: %o', moved => {
    expect(unwrap(wrapped, { ...lock, ...moved })).toEqual(refusal)
  })

  test('with any one bit turned, and cut at any length', () => {
    for (const turned of withOneBitTurned(wrapped)) expect(unwrap(turned, lock)).toEqual(refusal)
    for (let length = 0; length < wrapped.length; length++)
      expect(unwrap(wrapped.subarray(0, length), lock)).toEqual(refusal)
  })
})
