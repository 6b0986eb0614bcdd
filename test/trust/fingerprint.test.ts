import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { systemRandom } from '../../src/random.ts'
import { canonical, fingerprint, partHash, partText, shortFingerprint } from '../../src/trust/fingerprint.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const talk = { questions: [{ number: 1, score: 4, conclusion: 'Mere tid til ledelse' }], topics: [] }

describe('a part’s text', () => {
  test('is the same whatever order its names were written in', () => {
    const one = { a: [1, { y: null, x: 'æ' }], b: true, B: 2.5 }
    const other = { B: 2.5, b: true, a: [1, { x: 'æ', y: null }] }
    expect(canonical(one)).toBe('{"B":2.5,"a":[1,{"x":"æ","y":null}],"b":true}')
    expect(canonical(other)).toBe(canonical(one))
  })

  test('says the same as JSON, for anything JSON can say', () => {
    fc.assert(
      fc.property(fc.json(), json => {
        const text = canonical(JSON.parse(json))
        expect(canonical(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(JSON.parse(json))))
      }),
    )
  })

  test('carries 32 random bytes, so that who knows the content does not know the hash', () => {
    const [one, other] = [partText(talk, systemRandom), partText(talk, systemRandom)]
    const { content, random } = JSON.parse(one)
    expect(content).toEqual(talk)
    expect(Buffer.from(random, 'base64')).toHaveLength(32)
    expect(partHash(one)).not.toEqual(partHash(other))
  })
})

describe('the fingerprint', () => {
  // Computed by another program: a record's paper copy must verify without us.
  const talkHash = partHash('{"content":{"a":1},"random":"AA"}')
  const planHash = partHash('plan')
  const known = '94ce15c9f8ff8488b70cfea0e3b42625da60e51a9c8360c0a64b8778a5e484b1'

  test('is SHA-256 over the SHA-256 of the talk and of the plan', () => {
    expect(hex(talkHash)).toBe('ec89b21c61192a87216dd5438e0aa3a4fd4cd7b477d6455d08cc305df61ca59f')
    expect(hex(fingerprint(talkHash, planHash))).toBe(known)
    expect(hex(fingerprint(planHash, talkHash))).not.toBe(known)
  })

  test('still proves the plan when the talk is destroyed and only its hash is left', () => {
    const plan = partText({ points: [] }, systemRandom)
    const print = fingerprint(talkHash, partHash(plan))
    expect(fingerprint(talkHash, partHash(plan))).toEqual(print)
    expect(fingerprint(talkHash, partHash(plan.replace('[]', '[1]')))).not.toEqual(print)
  })

  test('is read aloud as four groups', () => {
    expect(shortFingerprint(Buffer.from('4f2a91c70be3d85a00112233', 'hex'))).toBe('4f2a 91c7 0be3 d85a')
    expect(shortFingerprint(createHash('sha256').digest())).toBe('e3b0 c442 98fc 1c14')
  })
})
