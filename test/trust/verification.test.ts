import { expect, test } from 'vitest'
import { systemRandom } from '../../src/random.ts'
import { fingerprint, partHash, partText } from '../../src/trust/fingerprint.ts'
import { verifies } from '../../src/trust/verification.ts'

const talkText = partText({ conclusion: 'Lone vil være mere på stuerne.' }, systemRandom)
const planText = partText({ what: 'Tid til egen ledelse' }, systemRandom)
const [talkHash, planHash] = [partHash(talkText), partHash(planText)]
const kept = { talkText, talkHash, planText, planHash, fingerprint: fingerprint(talkHash, planHash) }

test('a record as it was frozen verifies', () => {
  expect(verifies(kept)).toBe(true)
})

test('with the talk destroyed the plan verifies by its own hash, and the other way round', () => {
  expect(verifies({ ...kept, talkText: undefined })).toBe(true)
  expect(verifies({ ...kept, planText: undefined })).toBe(true)
  expect(verifies({ ...kept, talkText: undefined, planText: `${planText} ` })).toBe(false)
})

test('one letter, one hash, the fingerprint or the parts exchanged: none of it verifies', () => {
  const changes = [
    { talkText: talkText.replace('mere', 'mindre') },
    { planText: planText.replace('egen', 'fælles') },
    { talkHash: partHash('another') },
    { planHash: partHash('another') },
    { fingerprint: fingerprint(planHash, talkHash) },
    { talkText: planText, planText: talkText },
    { talkText: undefined, talkHash: partHash('another') },
  ]
  for (const change of changes) expect(verifies({ ...kept, ...change })).toBe(false)
})
