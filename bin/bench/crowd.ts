// A municipality's year, made in the database in one go: so many people, each led by one who leads fifteen, and between
// the two of them this year's conversation with all that hangs on it. Nobody opens these texts, so what is sealed is noise.
import type { House } from '../../test/world/house.ts'
import type { Organisation } from '../../test/world/people.ts'

/** Fills the organisation up to so many people more, and leaves the database as it is after a quiet night. */
export async function addCrowd({ superuser }: House, { id, units }: Organisation, people: number) {
  const [above = ''] = Object.values(units)
  // Neither foreign keys nor triggers: every row is made to fit, and the chain of a year's events is made whole.
  await superuser.query(`set session_replication_role = replica; select setseed(0.5);
    create function pg_temp.u(kind text, n int) returns uuid language sql immutable as $$ select (left(md5(kind), 24) || lpad(to_hex(n), 8, '0'))::uuid $$;
    create function pg_temp.noise(n int) returns bytea language sql volatile as $$
      select decode(substr(string_agg(md5(random()::text), ''), 1, 2 * n), 'hex') from generate_series(1, n / 16 + 1) $$;
    create temp table noise as select n, pg_temp.noise(120) as short, pg_temp.noise(800) as long from generate_series(0, 99) n;
    create temp table talk as select n, pg_temp.u('c', n) as id, pg_temp.u('p', n) as led, pg_temp.u('p', (n - 1) / 15) as host,
      case n % 10 when 0 then 'invited' when 1 then 'agreed' else 'closed' end as status,
      now() - make_interval(days => 20 + n % 280) as at, pg_temp.u('own', n) as own, pg_temp.u('hosts', n) as hosts,
      pg_temp.u('talk', n) as talk, pg_temp.u('plan', n) as plan from generate_series(1, ${people - 1}) n;
    create temp table held as select * from talk where status = 'closed'`)
  for (const statement of [
    ...organisationOf(id, above, people),
    ...talksOf(id),
    ...textsOf(id),
    ...tracesOf(id),
  ])
    await superuser.query(statement)
  await superuser.query('set session_replication_role = origin')
  await superuser.query('vacuum analyze')
  await superuser.query('checkpoint')
}

const housesOf = (people: number) => Math.ceil(people / 15)

const organisationOf = (id: string, above: string, people: number) => [
  `insert into unit (organisation_id, id, parent_id, name)
    select '${id}', pg_temp.u('u', n), '${above}', 'Hus ' || n from generate_series(0, ${housesOf(people) - 1}) n`,
  `insert into person (organisation_id, id, number, name, address)
    select '${id}', pg_temp.u('p', n), 'n' || n, 'Person ' || n, 'person' || n || '@lyngsoe.example' from generate_series(0, ${people - 1}) n`,
  `insert into post (organisation_id, id, person_id, unit_id, title, starts_on)
    select '${id}', pg_temp.u('o', n), pg_temp.u('p', n), pg_temp.u('u', greatest(n - 1, 0) / 15), 'Pædagog', '2020-01-01' from generate_series(0, ${people - 1}) n`,
  `insert into hosting (organisation_id, participant_post_id, host_post_id, starts_on)
    select '${id}', pg_temp.u('o', n), pg_temp.u('o', (n - 1) / 15), '2020-01-01' from generate_series(1, ${people - 1}) n`,
  `insert into duty (organisation_id, id, person_id, unit_id, duty, starts_on)
    select '${id}', pg_temp.u(d, n), pg_temp.u('p', n * 15), pg_temp.u('u', n), d, '2020-01-01' from generate_series(0, ${housesOf(people) - 1}) n, unnest(array['tr', 'amr']) d`,
  `insert into session (token_hash, organisation_id, person_id, device, strength, made_at, seen_at, fresh_code_at, idle, ends_at)
    select sha256(convert_to('s' || n, 'UTF8')), '${id}', pg_temp.u('p', n), 'own', 1, now(), now(), now(), '1 hour', now() + interval '8 hours'
    from generate_series(0, ${people - 1}, 10) n`,
]

const talksOf = (id: string) => [
  `insert into conversation (organisation_id, id, kind, concept_id, unit_id, status, minutes, starts_at, invited_at, begun_at, held_on, closed_at)
    select '${id}', t.id, 'lus', o.concept_id, pg_temp.u('u', (t.n - 1) / 15), t.status, 75,
      case t.status when 'agreed' then now() + interval '30 days' when 'closed' then t.at end, t.at - interval '20 days',
      case t.status when 'closed' then t.at end, case t.status when 'closed' then t.at::date end, case t.status when 'closed' then t.at end
    from talk t, organisation o where o.organisation_id = '${id}'`,
  ...(['host', 'participant'] as const).map(
    role => `insert into party (organisation_id, conversation_id, person_id, role, post_id, starts_on)
    select '${id}', id, ${role === 'host' ? 'host' : 'led'}, '${role}', pg_temp.u('o', ${role === 'host' ? '(n - 1) / 15' : 'n'}), (at - interval '20 days')::date from talk`,
  ),
  `insert into slot (organisation_id, id, host_id, starts_at, minutes, conversation_id)
    select '${id}', pg_temp.u('slot' || k, n), host, at + make_interval(days => k), 75, case when k = 0 and status <> 'invited' then id end
    from talk, generate_series(0, 1) k`,
  `insert into slot_offer select '${id}', id, pg_temp.u('slot' || k, n) from talk, generate_series(0, 1) k`,
]

const textsOf = (id: string) => [
  ...shelves.map(([scope, shelf, whose]) => shelfOf(id, scope, shelf, whose)),
  ...(['led', 'host'] as const).flatMap(who => [
    `insert into preparation (organisation_id, conversation_id, person_id, begun_at, last_saved_at, shared_at)
      select '${id}', id, ${who}, at, at, at from talk where status <> 'invited'`,
    `insert into answer (organisation_id, conversation_id, person_id, question, shelf_id, version, sealed, saved_at)
      select '${id}', t.id, t.${who}, 'q' || k, t.${who === 'led' ? 'own' : 'hosts'}, 2, x.short, t.at
      from talk t cross join generate_series(1, ${who === 'led' ? 12 : 4}) k join noise x on x.n = (t.n + k) % 100 where t.status <> 'invited'`,
    `insert into shared_answer (organisation_id, conversation_id, author_id, reader_id, question, shelf_id, version, sealed, shared_at)
      select '${id}', t.id, t.${who}, t.${who === 'led' ? 'host' : 'led'}, 'q' || k, t.talk, 1, x.short, t.at
      from talk t cross join generate_series(1, ${who === 'led' ? 8 : 3}) k join noise x on x.n = (t.n + k) % 100 where t.status <> 'invited'`,
  ]),
  `insert into conclusion (organisation_id, conversation_id, question, shelf_id, version, sealed, saved_by, saved_at)
    select '${id}', t.id, 'q' || k, t.talk, 2, x.short, t.host, t.at from held t cross join generate_series(1, 6) k join noise x on x.n = (t.n + k) % 100`,
  `insert into plan_point (organisation_id, conversation_id, id, shelf_id, position, version, sealed, saved_by, saved_at)
    select '${id}', t.id, pg_temp.u('point' || k, t.n), t.plan, k, 2, x.short, t.host, t.at
    from held t cross join generate_series(1, 3) k join noise x on x.n = (t.n + k) % 100`,
  `insert into record (organisation_id, conversation_id, version, frozen_at, frozen_by, talk_shelf_id, talk_sealed, talk_hash, plan_shelf_id, plan_sealed, plan_hash, fingerprint)
    select '${id}', t.id, 1, t.at, t.host, t.talk, x.long, sha256(x.short), t.plan, x.long, sha256(x.short), sha256(x.long) from held t join noise x on x.n = t.n % 100`,
  `insert into signature (organisation_id, conversation_id, record_version, person_id, choice, at)
    select '${id}', t.id, 1, who, 'signed', t.at from held t cross join unnest(array[t.led, t.host]) who`,
  // A real paper is forty times as long, and lies outside its row.
  `insert into document (organisation_id, conversation_id, record_version, part, shelf_id, sealed, drawn_at)
    select '${id}', t.id, 1, part, t.plan, x.long, t.at from held t cross join unnest(array['record', 'plan']) part join noise x on x.n = t.n % 100`,
  `insert into point_mark (organisation_id, conversation_id, record_version, point, about, shelf_id, version, sealed, marked_by, marked_on)
    select '${id}', t.id, 1, 0, 'point', t.plan, 1, x.short, t.led, t.at::date from held t join noise x on x.n = t.n % 100`,
  `insert into follow_up (organisation_id, id, conversation_id, asked_by, asked_on, due_on, status, held_on)
    select '${id}', pg_temp.u('f', n), id, led, at::date, at::date + 14, 'held', at::date + 10 from held where n % 7 = 0`,
]

/** A closed talk's shelves have their day, as its closing gives it. */
const shelfOf = (id: string, scope: string, shelf: string, whose: string) =>
  `insert into shelf (organisation_id, id, conversation_id, scope, person_id, epoch, wrapped, at_latest, destroy_after)
    select '${id}', t.${shelf}, t.id, '${scope}', ${whose}, 1, x.short, d.day, d.day from talk t join noise x on x.n = t.n % 100,
      lateral (select case t.status when 'closed' then (now() + interval '1 year')::date end as day) d`

const shelves = [
  ['own', 'own', 't.led'],
  ['own', 'hosts', 't.host'],
  ['talk', 'talk', 'null'],
  ['plan', 'plan', 'null'],
] as const

const tracesOf = (id: string) => [
  `insert into mail (organisation_id, id, person_id, conversation_id, kind, made_at, queued_at, sent_at, for_date)
    select '${id}', pg_temp.u('m' || k, n), case k when 1 then host else led end, id, 'three-days', at, at, at, at::date + k from talk, generate_series(1, 5) k`,
  `insert into reading (organisation_id, id, conversation_id, reader_id, writer_id, what, read_on)
    select '${id}', pg_temp.u('r' || k, n), id, host, led, 'preparation', at::date + k from talk, generate_series(1, 3) k`,
  `insert into event (organisation_id, id, at, actor_id, what, conversation_id, salt)
    select '${id}', pg_temp.u('e' || k, n), at, led, 'section-saved', id, '\\x00' from talk, generate_series(1, 8) k`,
  `insert into chain (organisation_id, month, sequence, digest, previous)
    select organisation_id, date_trunc('month', at)::date, 1000 + row_number() over (partition by date_trunc('month', at)::date), sha256(salt), '\\x'
    from event where organisation_id = '${id}' and what = 'section-saved'`,
]
