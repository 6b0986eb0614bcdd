import { urls } from '../../src/urls.ts'
import { filled } from '../talk/talking.ts'
import type { Visitor } from './visitor.ts'

/** On the day of a talk in Solstrålen: held with one point, locked, and confirmed by a tap of each. */
export async function closeByTaps(id: string, host: Visitor, participant: Visitor): Promise<void> {
  await host.post(urls.talk({ id }), {})
  await closeBegun(id, host, participant)
}

/** The same for a talk that has begun. */
export async function closeBegun(id: string, host: Visitor, participant: Visitor): Promise<void> {
  await holdBegun(id, host, participant)
  await host.post(urls.freezing({ id }), { gaps: 'seen' })
  for (const who of [participant, host])
    await who.post(urls.signatures({ id }), { choice: 'confirmed', version: '1', remark: '' })
}

/** A talk that has begun: held with one point, and not locked yet. */
export async function holdBegun(
  id: string,
  host: Visitor,
  participant: Visitor,
  point: Readonly<Record<string, string>> = { what: 'Sprog i garderoben' },
): Promise<void> {
  await host.post(urls.points({ id }), filled(await host.get(urls.planDraft({ id }))))
  const shown = filled(await host.get(urls.planDraft({ id })))
  const nameOf = (part: string) => Object.keys(shown).find(name => name.endsWith(`.${part}`)) ?? part
  const written = Object.entries(point).map(([part, text]) => [nameOf(part), text])
  await host.post(urls.planDraft({ id }), { ...shown, ...Object.fromEntries(written) })
  await participant.post(urls.ending({ id }), { do: 'hold' })
  await host.post(urls.ending({ id }), { do: 'hold' })
}
