-- The ground of one conversation: who is here, who may read, and the texts under seal.
-- long because it is the first form of the whole database; what changes later comes in files of its own.
-- {{door}}, {{office}}, {{party}}, {{status}}, {{stats}}, {{jobs}} and {{owner}} are role names, filled in by src/db/migrate.ts.
-- Every table has a policy for the owner, since row-level security is forced: an owner without one changes 0 rows without an error.

create schema app;
revoke all on schema public from public;
grant usage on schema app to {{door}}, {{office}}, {{party}}, {{jobs}};
grant usage on schema public to {{door}}, {{office}}, {{party}}, {{status}}, {{stats}}, {{jobs}};

-- ── The installation ────────────────────────────────────────────────────────────────────────────────────────────

create table installation (
  one boolean primary key default true check (one),
  installation uuid not null,
  kind text not null check (kind in ('demo', 'trial', 'live')),
  made_at timestamptz not null,
  -- Only tests and the demo move the clock; a live installation cannot.
  clock_offset interval not null default '0',
  check (kind <> 'live' or clock_offset = '0')
);

-- New at each start, once: using it binds the setup to one browser's token.
create table setup_code (
  code_hash bytea primary key,
  expires_at timestamptz not null,
  used_at timestamptz,
  browser_hash bytea,
  finished_at timestamptz,
  check ((used_at is null) = (browser_hash is null))
);

create function app.now() returns timestamptz language sql stable security definer set search_path = public, pg_temp as
$$ select now() + coalesce((select clock_offset from installation), '0') $$;

create function app.today() returns date language sql stable as
$$ select (app.now() at time zone 'Europe/Copenhagen')::date $$;

-- ── The organisation ────────────────────────────────────────────────────────────────────────────────────────────

create table organisation (
  organisation_id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  language text not null default 'da' check (language in ('da', 'en')),
  concept_id uuid,
  made_at timestamptz not null
);

create table concept (
  organisation_id uuid not null references organisation,
  id uuid not null,
  name text not null,
  version int not null check (version > 0),
  body jsonb not null,
  published_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, name, version)
);
alter table organisation add foreign key (organisation_id, concept_id) references concept (organisation_id, id)
  deferrable initially deferred;

create table unit (
  organisation_id uuid not null,
  id uuid not null,
  parent_id uuid,
  name text not null check (length(name) between 1 and 120),
  primary key (organisation_id, id),
  check (parent_id is distinct from id)
);

create table person (
  organisation_id uuid not null,
  id uuid not null,
  -- What is only ever the same or another is compared byte by byte: a hundred thousand at a time, letters take thrice as long.
  number text collate "C" not null check (length(number) between 1 and 60),
  name text not null check (length(name) between 1 and 120),
  address text collate "C" check (address = lower(address) and length(address) <= 254),
  -- The first sign-in by mail there ever was, and the first with the address as it is now.
  address_proven_at timestamptz,
  address_used_at timestamptz,
  language text not null default 'da' check (language in ('da', 'en')),
  primary key (organisation_id, id),
  unique (organisation_id, number)
);
-- Asked for whole and never in an order.
create index person_address on person using hash (address);

-- starts_on is the first day, ends_on the first day without: an end date cuts access that day. That a post, a duty and a
-- hosting belong to an organisation follows from the person and the posts they name.
create table post (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  title text not null check (length(title) <= 120),
  starts_on date not null,
  ends_on date,
  team text check (length(team) between 1 and 120),
  staff_group text check (length(staff_group) between 1 and 120),
  primary key (organisation_id, id),
  check (ends_on is null or ends_on >= starts_on)
);
create index post_person on post (organisation_id, person_id);
create index post_unit on post (organisation_id, unit_id);

create table duty (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid,
  duty text not null check (duty in ('administrator', 'hr', 'amr', 'tr', 'chair', 'deputy')),
  starts_on date not null,
  ends_on date,
  primary key (organisation_id, id),
  check (ends_on is null or ends_on >= starts_on)
);
create index duty_person on duty (organisation_id, person_id);

-- Who hosts whom, by post: the one whose post is led, and the post that leads it.
create table hosting (
  organisation_id uuid not null,
  participant_post_id uuid not null,
  host_post_id uuid not null,
  starts_on date not null,
  ends_on date,
  primary key (organisation_id, participant_post_id, host_post_id, starts_on),
  check (participant_post_id <> host_post_id),
  check (ends_on is null or ends_on >= starts_on)
);
create index hosting_host on hosting (organisation_id, host_post_id);

-- Of the tables that a file fills with up to a hundred thousand rows at a time. A foreign key asks once for each row, which
-- took longer than all else that is done with the file; these ask once for each statement, and refuse with the same code.
-- Given: a column, the table of what it names, and that one's key within the organisation.
create function app.refuse_unknown() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare unknown boolean;
begin
  execute format('select exists (select from written w where w.%3$I is not null and not exists (select from %1$I k
    where (k.organisation_id, k.%2$I) = (w.organisation_id, w.%3$I)))', tg_argv[1], tg_argv[2], tg_argv[0]) into unknown;
  if unknown then
    raise foreign_key_violation using message = format('%s names what is not in %s', tg_table_name, tg_argv[1]);
  end if;
  return null;
end $$;

-- The other side of the same: what is named stays. Nobody but the owner may delete here at all.
create function app.refuse_named() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare named boolean;
begin
  execute format('select exists (select from removed r join %I n
    on (n.organisation_id, n.%I) = (r.organisation_id, r.%I))', tg_argv[0], tg_argv[1], tg_argv[2]) into named;
  if named then raise foreign_key_violation using message = format('%s is named in %s', tg_table_name, tg_argv[0]); end if;
  return null;
end $$;

do $$
declare reference record;
begin
  for reference in select * from (values
    ('unit', 'organisation_id', 'organisation', 'organisation_id'),
    ('unit', 'parent_id', 'unit', 'id'),
    ('person', 'organisation_id', 'organisation', 'organisation_id'),
    ('post', 'person_id', 'person', 'id'),
    ('post', 'unit_id', 'unit', 'id'),
    ('duty', 'person_id', 'person', 'id'),
    ('duty', 'unit_id', 'unit', 'id'),
    ('hosting', 'participant_post_id', 'post', 'id'),
    ('hosting', 'host_post_id', 'post', 'id')) as all_of_them (holder, names, named, key)
  loop
    execute format('create trigger %2$s_known after insert on %1$I referencing new table as written
      for each statement execute function app.refuse_unknown(%2$L, %3$L, %4$L)',
      reference.holder, reference.names, reference.named, reference.key);
    execute format('create trigger %2$s_still_known after update on %1$I referencing new table as written
      for each statement execute function app.refuse_unknown(%2$L, %3$L, %4$L)',
      reference.holder, reference.names, reference.named, reference.key);
    execute format('create trigger stays_for_%1$s_%2$s after delete on %3$I referencing old table as removed
      for each statement execute function app.refuse_named(%1$L, %2$L, %4$L)',
      reference.holder, reference.names, reference.named, reference.key);
  end loop;
end $$;

-- ── The door: codes and sessions. No text of anybody ────────────────────────────────────────────────────────────

create table code_request (
  id uuid primary key,
  browser_hash bytea not null,
  -- What was typed: the same row is written for known and unknown addresses, and a job decides.
  address text collate "C" not null check (length(address) <= 254),
  network text not null,
  proven_device boolean not null,
  long_code boolean not null,
  made_at timestamptz not null,
  code_hash bytea,
  organisation_id uuid,
  person_id uuid,
  tries int not null default 0,
  used_at timestamptz,
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index code_request_address on code_request (address, made_at);
create index code_request_network on code_request (network, made_at);
create index code_request_browser on code_request (browser_hash, made_at);

create table sign_in_failure (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  address text collate "C" not null,
  network text not null
);
create index sign_in_failure_at on sign_in_failure (at);
create index sign_in_failure_address on sign_in_failure (address, at);

-- A browser in which this person has signed in: it goes on when others' failures fill the day (walls §4).
create table proven_device (
  device_hash bytea not null,
  organisation_id uuid not null,
  person_id uuid not null,
  made_at timestamptz not null,
  primary key (device_hash, organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);

create table session (
  token_hash bytea primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  device text not null check (device in ('shared', 'own')),
  strength int not null check (strength in (1, 2)),
  made_at timestamptz not null,
  seen_at timestamptz not null,
  fresh_code_at timestamptz not null,
  idle interval not null,
  ends_at timestamptz not null,
  -- Chosen to be remembered, and a shared computer all the same: somebody else has signed in with this browser too.
  fell boolean not null default false,
  -- A way in that a slip gave opens no text written before this, and no conversation begun before that (walls §4).
  texts_from timestamptz,
  talks_from timestamptz,
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index session_person on session (organisation_id, person_id);
create index session_end on session (ends_at);

-- Whether somebody has a post or a duty today.
create function app.is_here(house uuid, who uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (select 1 from post p where (p.organisation_id, p.person_id) = (house, who)
                 and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today()))
      or exists (select 1 from duty d where (d.organisation_id, d.person_id) = (house, who)
                 and d.starts_on <= app.today() and (d.ends_on is null or d.ends_on > app.today()))
$$;

-- The viewer is proved by the session's token, never by a claimed id; without a post or duty of today there is none.
create function app.viewer(out organisation_id uuid, out person_id uuid, out texts_from timestamptz, out talks_from timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.organisation_id, s.person_id, s.texts_from, s.talks_from
  from session s
  where s.token_hash = sha256(convert_to(current_setting('app.session', true), 'UTF8'))
    and s.ends_at > app.now() and s.seen_at + s.idle > app.now()
    and app.is_here(s.organisation_id, s.person_id)
$$;

create function app.has_duty(wanted text) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (select 1 from duty d, app.viewer() v
    where (d.organisation_id, d.person_id) = (v.organisation_id, v.person_id) and d.duty = wanted
      and d.starts_on <= app.today() and (d.ends_on is null or d.ends_on > app.today()))
$$;

-- Whoever holds the terminal's one-time code may set up an organisation, from the browser that used it.
create function app.use_setup_code(code text, browser text) returns boolean language sql security definer
set search_path = public, pg_temp as $$
  update setup_code set used_at = app.now(), browser_hash = sha256(convert_to(browser, 'UTF8'))
    where code_hash = sha256(convert_to(code, 'UTF8')) and used_at is null and expires_at > app.now()
    returning true
$$;
create function app.setting_up() returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (select 1 from setup_code
    where browser_hash = sha256(convert_to(current_setting('app.setup', true), 'UTF8'))
      and finished_at is null and expires_at > app.now())
$$;
-- The one organisation a setup can make; src/db/setup.ts draws the same id from the same secret.
create function app.setup_organisation() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select overlay(overlay(left(hex, 32) placing '8' from 13) placing 'a' from 17)::uuid
  from encode(sha256(convert_to('medspil/setup/1|' || current_setting('app.setup', true), 'UTF8')), 'hex') hex
  where app.setting_up()
$$;
-- The organisation whose rows the office may handle: the one being made, or the one the viewer administers.
create function app.office() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(app.setup_organisation(), (select v.organisation_id from app.viewer() v where app.has_duty('administrator')))
$$;
-- Which of these addresses people of other organisations sign in with: two who carry one would both be shut out.
create function app.taken_addresses(asked text[]) returns setof text language sql stable security definer
set search_path = public, pg_temp as $$
  select distinct p.address from person p where p.address = any(asked) and p.organisation_id <> (select app.office())
$$;
create function app.finish_setup() returns void language sql security definer set search_path = public, pg_temp as $$
  update setup_code set finished_at = app.now()
    where browser_hash = sha256(convert_to(current_setting('app.setup', true), 'UTF8')) and finished_at is null
$$;

-- ── The conversation ────────────────────────────────────────────────────────────────────────────────────────────

create table conversation (
  organisation_id uuid not null references organisation,
  id uuid not null,
  kind text not null check (kind in ('mus', 'lus', 'grus')),
  concept_id uuid not null,
  unit_id uuid not null,
  status text not null check (status in ('draft', 'invited', 'agreed', 'talking', 'held', 'closing', 'closed',
    'contested', 'ended', 'postponed', 'cancelled', 'paused', 'replaced', 'reopened')),
  minutes int not null check (minutes between 15 and 240),
  -- Place stands in the letter and the calendar, so it is an appointment's datum and not sealed. Null: agreed later.
  place text check (length(place) between 1 and 120),
  starts_at timestamptz,
  invited_at timestamptz,
  times_wanted_at timestamptz,
  begun_at timestamptz,
  held_on date,
  -- Who wants to begin before the day, and who says it is held: the other one's word makes it so (T8, T10).
  begin_proposed_by uuid,
  end_proposed_by uuid,
  closed_at timestamptz,
  calendar_sequence int not null default 0,
  version int not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, concept_id) references concept (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  check (status not in ('agreed', 'talking') or starts_at is not null),
  check (status not in ('held', 'closing', 'closed', 'contested') or held_on is not null)
);

-- Parties are dated rows of the conversation, never derived from the unit tree.
create table party (
  organisation_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('host', 'participant')),
  post_id uuid,
  duty_id uuid,
  starts_on date not null,
  ends_on date,
  made_at timestamptz not null default app.now(),
  primary key (organisation_id, conversation_id, person_id, starts_on),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, post_id) references post (organisation_id, id),
  foreign key (organisation_id, duty_id) references duty (organisation_id, id),
  check (ends_on is null or ends_on >= starts_on)
);
create index party_person on party (organisation_id, person_id);
create index party_post on party (organisation_id, post_id);

-- `rows`: nobody is in hundreds of conversations. Left to guess a thousand, the planner reads whole tables for them.
create function app.my_conversations() returns setof uuid language sql stable security definer rows 20
set search_path = public, pg_temp as $$
  select p.conversation_id
  from app.viewer() v
  join party p on (p.organisation_id, p.person_id) = (v.organisation_id, v.person_id)
  left join post o on (o.organisation_id, o.id) = (p.organisation_id, p.post_id)
  left join duty d on (d.organisation_id, d.id) = (p.organisation_id, p.duty_id)
  where p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today())
    and (o.id is null or o.ends_on is null or o.ends_on > app.today())
    and (d.id is null or d.ends_on is null or d.ends_on > app.today())
    and (v.talks_from is null or p.made_at >= v.talks_from)
$$;

-- Those of them that I hold.
create function app.my_hosted() returns setof uuid language sql stable security definer rows 20
set search_path = public, pg_temp as $$
  select p.conversation_id
  from app.viewer() v
  join party p on (p.organisation_id, p.person_id) = (v.organisation_id, v.person_id)
  where p.role = 'host' and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today())
    and p.conversation_id in (select app.my_conversations())
$$;

-- As what somebody is led: the leader of a house, who leads others and whom nobody of the same house hosts; a leader
-- within it; or an employee.
create function app.led_as(led post) returns text language sql stable security definer
set search_path = public, pg_temp as $$
  select case
    when not exists (select 1 from hosting h where (h.organisation_id, h.host_post_id) = (led.organisation_id, led.id)
      and h.starts_on <= app.today() and (h.ends_on is null or h.ends_on > app.today())) then 'employee'
    when exists (select 1 from hosting h
      join post o on (o.organisation_id, o.id) = (h.organisation_id, h.host_post_id) and o.unit_id = led.unit_id
      where (h.organisation_id, h.participant_post_id) = (led.organisation_id, led.id)
        and h.starts_on <= app.today() and (h.ends_on is null or h.ends_on > app.today())) then 'leader'
    else 'leader-of-house' end
$$;

-- Whether the organisation's concept has the chair of a house's own board hold the LUS of its leader (S0-08).
create function app.chair_hosts(house uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (select 1 from organisation o join concept c on (c.organisation_id, c.id) = (o.organisation_id, o.concept_id)
    where o.organisation_id = house and c.body #>> '{kinds,lus,host}' = 'board-chair')
$$;

-- The posts I host today, and as what they are led: from a post of mine, or by the duty of a board's chair.
create function app.my_hostings() returns table (participant_post_id uuid, host_post_id uuid, host_duty_id uuid, led_as text)
language sql stable security definer rows 20 set search_path = public, pg_temp as $$
  select h.participant_post_id, h.host_post_id, null::uuid, app.led_as(theirs)
  from app.viewer() v
  join post mine on (mine.organisation_id, mine.person_id) = (v.organisation_id, v.person_id)
    and mine.starts_on <= app.today() and (mine.ends_on is null or mine.ends_on > app.today())
  join hosting h on (h.organisation_id, h.host_post_id) = (mine.organisation_id, mine.id)
    and h.starts_on <= app.today() and (h.ends_on is null or h.ends_on > app.today())
  join post theirs on (theirs.organisation_id, theirs.id) = (h.organisation_id, h.participant_post_id)
    and theirs.starts_on <= app.today() and (theirs.ends_on is null or theirs.ends_on > app.today())
  union
  select theirs.id, null::uuid, d.id, app.led_as(theirs)
  from app.viewer() v
  join duty d on (d.organisation_id, d.person_id) = (v.organisation_id, v.person_id) and d.duty = 'chair'
    and d.starts_on <= app.today() and (d.ends_on is null or d.ends_on > app.today())
  join post theirs on (theirs.organisation_id, theirs.unit_id) = (d.organisation_id, d.unit_id)
    and theirs.person_id <> d.person_id
    and theirs.starts_on <= app.today() and (theirs.ends_on is null or theirs.ends_on > app.today())
  where app.chair_hosts(v.organisation_id) and app.led_as(theirs) = 'leader-of-house'
$$;

-- Whether somebody holds a person's talks, today or in a conversation of theirs: by a post, or by the duty of a board's
-- chair, as app.my_hostings has it for the viewer.
create function app.holds_talks(house uuid, host uuid, who uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (select 1 from post theirs
      where (theirs.organisation_id, theirs.person_id) = (house, who)
        and theirs.starts_on <= app.today() and (theirs.ends_on is null or theirs.ends_on > app.today())
        and (exists (select 1 from hosting h
              join post mine on (mine.organisation_id, mine.id) = (h.organisation_id, h.host_post_id) and mine.person_id = host
                and mine.starts_on <= app.today() and (mine.ends_on is null or mine.ends_on > app.today())
              where (h.organisation_id, h.participant_post_id) = (theirs.organisation_id, theirs.id)
                and h.starts_on <= app.today() and (h.ends_on is null or h.ends_on > app.today()))
          or app.chair_hosts(house) and app.led_as(theirs) = 'leader-of-house' and exists (select 1 from duty d
              where (d.organisation_id, d.person_id, d.unit_id) = (house, host, theirs.unit_id) and d.duty = 'chair'
                and d.starts_on <= app.today() and (d.ends_on is null or d.ends_on > app.today()))))
    or exists (select 1 from party mine
      join party led on (led.organisation_id, led.conversation_id) = (mine.organisation_id, mine.conversation_id)
        and led.role = 'participant' and led.person_id = who
      where (mine.organisation_id, mine.person_id) = (house, host) and mine.role = 'host')
$$;

create function app.my_people() returns setof uuid language sql stable security definer rows 20
set search_path = public, pg_temp as $$
  select (app.viewer()).person_id
  union select p.person_id from party p, app.viewer() v
    where p.organisation_id = v.organisation_id and p.conversation_id in (select app.my_conversations())
  union select o.person_id from post o, app.viewer() v
    where o.organisation_id = v.organisation_id and o.id in (select participant_post_id from app.my_hostings())
$$;

create table slot (
  organisation_id uuid not null references organisation,
  id uuid not null,
  host_id uuid not null,
  starts_at timestamptz not null,
  minutes int not null check (minutes between 15 and 240),
  conversation_id uuid,
  primary key (organisation_id, id),
  unique (organisation_id, conversation_id),
  foreign key (organisation_id, host_id) references person (organisation_id, id),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id)
);
create index slot_host on slot (organisation_id, host_id);

create table slot_offer (
  organisation_id uuid not null,
  conversation_id uuid not null,
  slot_id uuid not null,
  primary key (organisation_id, conversation_id, slot_id),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, slot_id) references slot (organisation_id, id)
);
create index slot_offer_slot on slot_offer (organisation_id, slot_id);

-- ── Shelves and the texts that lie on them ──────────────────────────────────────────────────────────────────────

-- A scope is audience and deletion date (walls §1.2). No visible shelf, no key.
create table shelf (
  organisation_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  scope text not null check (scope in ('own', 'part', 'talk', 'plan', 'room')),
  person_id uuid,
  epoch int not null,
  wrapped bytea,
  destroy_after date,
  destroyed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  check ((scope in ('own', 'part')) = (person_id is not null)),
  check ((wrapped is null) = (destroyed_at is not null))
);
create unique index shelf_of_all on shelf (organisation_id, conversation_id, scope) where person_id is null;
create unique index shelf_of_one on shelf (organisation_id, conversation_id, scope, person_id) where person_id is not null;

-- The host's optional personal line in the letter; shown on the page, never in a mail.
create table letter (
  organisation_id uuid not null,
  conversation_id uuid not null,
  shelf_id uuid not null,
  version int not null,
  sealed bytea not null,
  written_at timestamptz not null default app.now(),
  primary key (organisation_id, conversation_id),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, shelf_id) references shelf (organisation_id, id)
);

create table preparation (
  organisation_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  begun_at timestamptz not null,
  -- Steps marked finished, also without a word ("Jeg vil hellere tale end skrive").
  finished_steps text[] not null default '{}',
  last_step text,
  last_saved_at timestamptz,
  shared_at timestamptz,
  primary key (organisation_id, conversation_id, person_id),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);

create table answer (
  organisation_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  question text not null check (question ~ '^[a-z0-9-]{1,40}$'),
  shelf_id uuid not null,
  version int not null,
  sealed bytea not null,
  saved_at timestamptz not null,
  primary key (organisation_id, conversation_id, person_id, question),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, shelf_id) references shelf (organisation_id, id)
);

-- Del makes a copy under the talk's key, addressed to one named person; taking back deletes it (walls §3).
create table shared_answer (
  organisation_id uuid not null,
  conversation_id uuid not null,
  author_id uuid not null,
  reader_id uuid not null,
  question text not null check (question ~ '^[a-z0-9-]{1,40}$'),
  shelf_id uuid not null,
  version int not null,
  sealed bytea not null,
  shared_at timestamptz not null,
  primary key (organisation_id, conversation_id, author_id, reader_id, question),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, author_id) references person (organisation_id, id),
  foreign key (organisation_id, reader_id) references person (organisation_id, id),
  foreign key (organisation_id, shelf_id) references shelf (organisation_id, id),
  check (author_id <> reader_id)
);

-- Joint text: one per question, and 'year' for what both expect of the next year (S0-15).
create table conclusion (
  organisation_id uuid not null,
  conversation_id uuid not null,
  question text not null check (question ~ '^[a-z0-9-]{1,40}$'),
  shelf_id uuid not null,
  version int not null,
  sealed bytea not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (organisation_id, conversation_id, question),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, shelf_id) references shelf (organisation_id, id)
);

-- What each lets into the record: own keywords (S3-26) and the pay section, which needs both (S3-13).
create table tick (
  organisation_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  question text not null check (question ~ '^[a-z0-9-]{1,40}$'),
  shelf_id uuid not null,
  version int not null,
  sealed bytea not null,
  primary key (organisation_id, conversation_id, person_id, question),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, shelf_id) references shelf (organisation_id, id)
);

create table plan_point (
  organisation_id uuid not null,
  conversation_id uuid not null,
  id uuid not null,
  shelf_id uuid not null,
  position int not null,
  version int not null,
  sealed bytea not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (organisation_id, conversation_id, id),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, shelf_id) references shelf (organisation_id, id)
);

-- One writer at a time: a lease of 30 seconds that a button takes over.
create table pen (
  organisation_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  until timestamptz not null,
  -- Which joint text is being written: a question's id, or a place on the plan's page. Never a word of it.
  place text not null default '',
  primary key (organisation_id, conversation_id),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);

-- ── The record: frozen text, signatures, documents ──────────────────────────────────────────────────────────────

create table record (
  organisation_id uuid not null,
  conversation_id uuid not null,
  version int not null,
  frozen_at timestamptz not null,
  frozen_by uuid not null,
  talk_shelf_id uuid not null,
  talk_sealed bytea not null,
  talk_hash bytea not null check (length(talk_hash) = 32),
  plan_shelf_id uuid not null,
  plan_sealed bytea not null,
  plan_hash bytea not null check (length(plan_hash) = 32),
  fingerprint bytea not null check (length(fingerprint) = 32),
  voided_at timestamptz,
  primary key (organisation_id, conversation_id, version),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, talk_shelf_id) references shelf (organisation_id, id),
  foreign key (organisation_id, plan_shelf_id) references shelf (organisation_id, id)
);

create table signature (
  organisation_id uuid not null,
  conversation_id uuid not null,
  record_version int not null,
  person_id uuid not null,
  choice text not null check (choice in ('signed', 'signed-with-remark', 'refused', 'confirmed')),
  at timestamptz not null,
  shelf_id uuid,
  remark_sealed bytea,
  primary key (organisation_id, conversation_id, record_version, person_id),
  foreign key (organisation_id, conversation_id, record_version) references record (organisation_id, conversation_id, version),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, shelf_id) references shelf (organisation_id, id),
  check ((remark_sealed is null) = (shelf_id is null)),
  check (choice <> 'signed-with-remark' or remark_sealed is not null)
);

create table document (
  organisation_id uuid not null,
  conversation_id uuid not null,
  record_version int not null,
  part text not null check (part in ('record', 'plan')),
  shelf_id uuid not null,
  sealed bytea not null,
  drawn_at timestamptz not null,
  primary key (organisation_id, conversation_id, record_version, part),
  foreign key (organisation_id, conversation_id, record_version) references record (organisation_id, conversation_id, version),
  foreign key (organisation_id, shelf_id) references shelf (organisation_id, id)
);

-- ── Mail, traces, idempotency ───────────────────────────────────────────────────────────────────────────────────

create table mail (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  conversation_id uuid,
  -- Who gets which stands in src/domain/mail-schedule.ts.
  kind text not null check (kind ~ '^[a-z-]{1,40}$'),
  made_at timestamptz not null,
  -- The next time it is tried: the first moment outside the quiet hours, or a while after a failure. Null: never again.
  due_at timestamptz,
  -- Its job is entered. Null while it waits for its time; a round enters it then.
  queued_at timestamptz,
  tries int not null default 0,
  sent_at timestamptz,
  -- Words, never what a server answered: why it could not go yet, and why it does not go any more.
  failure text check (failure ~ '^[a-z-]{1,40}$'),
  dropped text check (dropped ~ '^[a-z-]{1,40}$'),
  -- The day a reminder is about: it is written once for that day, however often a round is begun again.
  for_date date,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id)
);

create unique index mail_once on mail (organisation_id, person_id, kind, for_date, conversation_id) nulls not distinct
  where for_date is not null;
create index mail_waiting on mail (due_at) where due_at is not null;
create index mail_failed on mail (organisation_id) where failure is not null and sent_at is null and dropped is null;
create index mail_made on mail (organisation_id, made_at desc, id);

create table reading (
  organisation_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  reader_id uuid not null,
  writer_id uuid not null,
  what text not null check (what in ('preparation', 'themes')),
  read_on date not null,
  primary key (organisation_id, id),
  unique (organisation_id, conversation_id, reader_id, writer_id, what, read_on),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id)
);
create index reading_writer on reading (organisation_id, writer_id);

create function app.holds_ids(given jsonb) returns boolean language sql immutable as $$
  select jsonb_typeof(given) = 'object' and not exists (
    select from jsonb_each(given) i where i.key !~ '^[a-z-]{1,40}$' or (i.value #>> '{}') is null
      or jsonb_typeof(i.value) <> 'string' or (i.value #>> '{}') !~ '^[0-9a-z-]{1,40}$')
$$;

create table event (
  organisation_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  what text not null check (what ~ '^[a-z-]{1,40}$'),
  conversation_id uuid,
  -- Never text: each name is a word, each value an id or a word.
  ids jsonb not null default '{}' check (app.holds_ids(ids)),
  salt bytea not null,
  primary key (organisation_id, id)
);
create index event_conversation on event (organisation_id, conversation_id);

-- The chain keeps a salted digest; with its event deleted, the digest leads nowhere (walls §5).
create table chain (
  organisation_id uuid not null,
  month date not null,
  sequence int not null,
  digest bytea not null,
  previous bytea not null,
  primary key (organisation_id, month, sequence)
);

create function app.chain_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  this_month date := date_trunc('month', new.at at time zone 'Europe/Copenhagen')::date;
  head chain;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.organisation_id::text || this_month::text, 0));
  select * into head from chain c where c.organisation_id = new.organisation_id and c.month = this_month
    order by c.sequence desc limit 1;
  insert into chain (organisation_id, month, sequence, previous, digest) values (
    new.organisation_id, this_month, coalesce(head.sequence, 0) + 1, coalesce(head.digest, '\x'),
    sha256(coalesce(head.digest, '\x') || new.salt || convert_to(concat_ws('|', new.organisation_id, new.id,
      extract(epoch from new.at), new.actor_id, new.what, new.conversation_id, new.ids::text), 'UTF8')));
  return new;
end $$;
create trigger chain_event after insert on event for each row execute function app.chain_event();

create table idempotency (
  organisation_id uuid not null,
  person_id uuid not null,
  key text not null check (length(key) between 8 and 64),
  status int,
  location text,
  made_at timestamptz not null,
  primary key (organisation_id, person_id, key)
);

-- Workers of the job queue that live; what a dead one had locked is let go (src/db/queue.ts).
create table job_worker (
  worker text primary key,
  seen_at timestamptz not null
);

-- ── Acts that no single row policy can judge ────────────────────────────────────────────────────────────────────

-- A host begins a conversation for a post they host today; the parties are written here and nowhere else. A chair holds
-- the LUS alone, and holds it by the duty: it ends the day the duty ends. All who would begin one for a post wait for each
-- other at its row, so of several at once one gets to: a post has one open talk of a kind.
create function app.begin_conversation(new_id uuid, new_kind text, led_post uuid, new_minutes int, new_place text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me record;
  led post;
  mine record;
begin
  select * into me from app.viewer();
  select h.* into mine from app.my_hostings() h where h.participant_post_id = led_post
    and (h.host_duty_id is null or new_kind = 'lus') order by h.host_duty_id nulls last limit 1;
  if mine is null then raise exception 'not-host' using errcode = 'P0403'; end if;
  select * into led from post o where o.organisation_id = me.organisation_id and o.id = led_post for update;
  if exists (select 1 from party m join conversation c on (c.organisation_id, c.id) = (m.organisation_id, m.conversation_id)
      where (m.organisation_id, m.post_id) = (me.organisation_id, led_post) and m.role = 'participant'
        and c.kind = new_kind and c.status not in ('closed', 'contested', 'ended', 'cancelled')) then
    raise exception 'already-open' using errcode = 'P0410';
  end if;
  insert into conversation (organisation_id, id, kind, concept_id, unit_id, status, minutes, place)
    select me.organisation_id, new_id, new_kind, o.concept_id, led.unit_id, 'draft', new_minutes, new_place
    from organisation o where o.organisation_id = me.organisation_id;
  insert into party (organisation_id, conversation_id, person_id, role, post_id, duty_id, starts_on) values
    (me.organisation_id, new_id, me.person_id, 'host', mine.host_post_id, mine.host_duty_id, app.today()),
    (me.organisation_id, new_id, led.person_id, 'participant', led_post, null, app.today());
end $$;

-- A frozen record refuses new joint text: the conversation's row is held while a line is written. What lies on a
-- destroyed shelf is no text any more and may go.
create function app.refuse_when_frozen() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  wanted record;
  now_status text;
begin
  if tg_op = 'DELETE' then wanted := old; else wanted := new; end if;
  if tg_op = 'DELETE' and exists (select 1 from shelf s where s.organisation_id = old.organisation_id
      and s.id = old.shelf_id and s.destroyed_at is not null) then
    return old;
  end if;
  select c.status into now_status from conversation c
    where c.organisation_id = wanted.organisation_id and c.id = wanted.conversation_id for share;
  if now_status not in ('agreed', 'talking', 'held', 'reopened') then
    raise exception 'frozen' using errcode = 'P0409';
  end if;
  return wanted;
end $$;
create trigger refuse_when_frozen before insert or update or delete on conclusion for each row execute function app.refuse_when_frozen();
create trigger refuse_when_frozen before insert or update or delete on plan_point for each row execute function app.refuse_when_frozen();
create trigger refuse_when_frozen before insert or update or delete on tick for each row execute function app.refuse_when_frozen();

-- Preview: for the rest of this transaction the reader of shared answers is the other party, and the transaction
-- can never be committed. What is asked is the other's own policy, so the preview cannot show more or less.
create table preview (
  transaction xid8 primary key,
  reader_id uuid not null
);
create function app.never_commit() returns trigger language plpgsql as
$$ begin raise exception 'a preview is rolled back' using errcode = 'P0400'; end $$;
create constraint trigger never_commit after insert on preview deferrable initially deferred
  for each row execute function app.never_commit();

create function app.preview(of_conversation uuid, as_person uuid) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from party p, app.viewer() v where p.organisation_id = v.organisation_id
      and p.conversation_id = of_conversation and p.person_id = as_person
      and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today()))
    or of_conversation not in (select app.my_conversations()) then
    raise exception 'not-party' using errcode = 'P0403';
  end if;
  insert into preview (transaction, reader_id) values (pg_current_xact_id(), as_person);
end $$;

create function app.reader() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select p.reader_id from preview p where p.transaction = pg_current_xact_id_if_assigned()),
    (select person_id from app.viewer()))
$$;
create function app.previewing() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from preview p where p.transaction = pg_current_xact_id_if_assigned())
$$;

-- Who has shared, and nothing more: the other party sees ready or not ready, never steps or hours.
create function app.shared_on(of_conversation uuid) returns table (person_id uuid, shared_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.person_id, p.shared_at from preparation p, app.viewer() v
    where p.organisation_id = v.organisation_id and p.conversation_id = of_conversation
      and of_conversation in (select app.my_conversations())
$$;

create function app.offered_slots() returns setof uuid language sql stable security definer rows 20
set search_path = public, pg_temp as $$
  select o.slot_id from slot_offer o, app.viewer() v
    where o.organisation_id = v.organisation_id and o.conversation_id in (select app.my_conversations())
$$;

-- Jobs: entered here in the same transaction, with ids only (walls §2). A code's job is about a request, every other
-- about a conversation of the one who enters it. A job proves its own row to read.
create function app.enqueue(kind text, ids jsonb) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if kind not in ('send-code', 'send-mail', 'draw-documents') then
    raise exception 'unknown job' using errcode = 'P0400';
  end if;
  if exists (select 1 from jsonb_each_text(ids) i
      where i.key not in ('organisation', 'conversation', 'id') or coalesce(i.value, '') !~ '^[0-9a-f-]{36}$') then
    raise exception 'jobs carry ids only' using errcode = 'P0400';
  end if;
  if kind <> 'send-code' and (ids->>'organisation' is distinct from (select v.organisation_id::text from app.viewer() v)
      or not coalesce((ids->>'conversation')::uuid in (select app.my_conversations()), false)) then
    raise exception 'not-party' using errcode = 'P0403';
  end if;
  perform graphile_worker.add_job(kind, ids::json, max_attempts => 12);
end $$;

create function app.job(out kind text, out organisation_id uuid, out conversation_id uuid, out id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  select t.identifier, (j.payload->>'organisation')::uuid, (j.payload->>'conversation')::uuid, (j.payload->>'id')::uuid
    into kind, organisation_id, conversation_id, id
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.id = nullif(current_setting('app.job', true), '')::bigint and j.locked_at is not null;
end $$;

-- The queue's worker locks, counts and ends jobs; what a job is about stays as it was entered.
create function app.keep_job() returns trigger language plpgsql as $$
begin
  if new.payload::text is distinct from old.payload::text or new.task_id is distinct from old.task_id or new.id <> old.id then
    raise exception 'a job stays as it was entered' using errcode = 'P0400';
  end if;
  return new;
end $$;

revoke execute on all functions in schema app from public;
grant execute on function app.now(), app.today() to {{door}}, {{office}}, {{party}}, {{jobs}};
grant execute on function app.viewer(), app.has_duty(text) to {{door}}, {{office}}, {{party}};
grant execute on function app.use_setup_code(text, text) to {{door}};
grant execute on function app.setting_up(), app.office(), app.taken_addresses(text[]), app.finish_setup() to {{office}};
grant execute on function app.holds_ids(jsonb) to {{office}}, {{party}};
grant execute on function app.is_here(uuid, uuid) to {{jobs}};
grant execute on function app.my_conversations(), app.my_hosted(), app.my_people(), app.my_hostings(),
  app.begin_conversation(uuid, text, uuid, int, text), app.preview(uuid, uuid), app.reader(), app.previewing(),
  app.shared_on(uuid), app.offered_slots() to {{party}};
grant execute on function app.enqueue(text, jsonb) to {{door}}, {{party}};
grant execute on function app.job() to {{jobs}};
