import { randomUUID } from 'node:crypto'
import type { World } from '../world/people.ts'

const themes = {
  chips: [
    { id: 'ro', words: { da: 'Ro', en: 'Calm' } },
    { id: 'leg', words: { da: 'Leg og natur', en: 'Play and nature' } },
    { id: 'omsorg', words: { da: 'Omsorg', en: 'Care' } },
  ],
  hope: { da: 'Hvad håber du, at samtalen giver dig?', en: 'What do you hope the talk gives you?' },
}
/** What the host alone is asked for, where a test wants it. */
export const acknowledge = { da: 'Hvad vil du anerkende?', en: 'What will you acknowledge?' }
const short = {
  lead: { da: 'Start med to spørgsmål. Resten er valgfrit.', en: 'Start with two questions.' },
}

/** From now on this organisation’s talks have themes, a short preparation: this step, and a follow-up to ask for. */
export async function haveThemes(
  { superuser, organisation }: World,
  step = 'indledning',
  more: { acknowledge?: typeof acknowledge } = {},
): Promise<void> {
  const id = randomUUID()
  await superuser.query(
    `insert into concept select organisation_id, $2, name, (select max(version) + 1 from concept where organisation_id = $1),
       jsonb_set(jsonb_set(jsonb_set(body, '{kinds,lus,themes}', $3), '{kinds,lus,short}', $4), '{kinds,lus,followUpDays}', '14'), published_at
     from concept where organisation_id = $1 limit 1`,
    [organisation, id, JSON.stringify({ ...themes, ...more }), JSON.stringify({ step, ...short })],
  )
  await superuser.query('update organisation set concept_id = $2 where organisation_id = $1', [
    organisation,
    id,
  ])
}
