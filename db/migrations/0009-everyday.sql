-- Everyday life (experience.md §4b): a way in for those without mail, and what it may not open.

-- A printed slip with a one-time code. The code is kept as a hash; its row stays, so that its person can see who made it.
create table slip (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  -- What its person signs in with: the employee number, with a few letters after it where another organisation has it too.
  login text not null check (login = lower(login) and length(login) between 1 and 70),
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  code_hash bytea not null check (length(code_hash) = 32),
  tries int not null default 0,
  used_at timestamptz,
  voided_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, made_by) references person (organisation_id, id),
  check (made_by <> person_id)
);
create index slip_login on slip (login);
create unique index slip_live on slip (organisation_id, person_id) where used_at is null and voided_at is null;

-- One's own six to eight figures: scrypt, and that wrapped under the keyring like a shelf's key, so that a copy of the
-- database gives nothing to guess against.
create table pin (
  organisation_id uuid not null,
  person_id uuid not null,
  slip_id uuid not null,
  login text not null unique,
  salt bytea not null check (length(salt) = 16),
  epoch int not null,
  wrapped bytea not null,
  made_at timestamptz not null,
  -- What its sessions may open; the session takes them over.
  texts_from timestamptz not null,
  talks_from timestamptz,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, slip_id) references slip (organisation_id, id)
);

-- Whom somebody has picked to make their slip.
create table chosen_helper (
  organisation_id uuid not null,
  person_id uuid not null,
  helper_id uuid not null,
  chosen_at timestamptz not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, helper_id) references person (organisation_id, id),
  check (helper_id <> person_id)
);

do $$
declare t text;
begin
  foreach t in array array['slip', 'pin', 'chosen_helper'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to {{owner}} using (true) with check (true)', t);
  end loop;
end $$;

-- The door tries codes and PINs before anybody is known, as it does with mailed codes. It makes no slip.
grant select, update (tries, used_at, voided_at) on slip to {{door}};
grant select, insert, update, delete on pin to {{door}};
create policy door_all on slip to {{door}} using (true) with check (true);
create policy door_all on pin to {{door}} using (true) with check (true);

-- ── Who may make a slip ─────────────────────────────────────────────────────────────────────────────────────────

-- Whether the viewer holds this person's talks, today or in a conversation of theirs: such a one never makes the slip.
create function app.holds_talks_of(who uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select app.holds_talks(v.organisation_id, v.person_id, who) from app.viewer() v
$$;

-- »administrator«, »helper«, or why not: »host«, »self«, »nobody«.
create function app.slip_right(who uuid) returns text language sql stable security definer
set search_path = public, pg_temp as $$
  select case
    when not exists (select 1 from person p where (p.organisation_id, p.id) = (v.organisation_id, who))
      or not app.is_here(v.organisation_id, who) then 'nobody'
    when not app.has_duty('administrator') and not exists (select 1 from chosen_helper h
      where (h.organisation_id, h.person_id, h.helper_id) = (v.organisation_id, who, v.person_id)) then 'nobody'
    when who = v.person_id then 'self'
    when app.holds_talks_of(who) then 'host'
    when app.has_duty('administrator') then 'administrator'
    else 'helper' end
  from app.viewer() v
$$;

-- The name that goes on the slip, for whoever has to do with it.
create function app.slip_name(who uuid) returns text language sql stable security definer
set search_path = public, pg_temp as $$
  select p.name from app.viewer() v join person p on (p.organisation_id, p.id) = (v.organisation_id, who)
  where app.slip_right(who) <> 'nobody'
$$;

-- Makes the slip, and ends those of the same person that nobody has used. Gives the name it is used with.
create function app.make_slip(new_id uuid, who uuid, hash bytea, until timestamptz, suffix text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me record;
  own_number text;
  name_in text;
begin
  select * into me from app.viewer();
  if coalesce(app.slip_right(who), 'nobody') not in ('administrator', 'helper') then
    raise exception 'not-issuer' using errcode = 'P0403';
  end if;
  select lower(p.number) into own_number from person p where (p.organisation_id, p.id) = (me.organisation_id, who) for update;
  select s.login into name_in from slip s where (s.organisation_id, s.person_id) = (me.organisation_id, who)
    order by s.made_at desc limit 1;
  if name_in is null then
    name_in := own_number;
    if exists (select 1 from person p where lower(p.number) = own_number and (p.organisation_id, p.id) <> (me.organisation_id, who))
      or exists (select 1 from slip s where s.login = own_number) then
      name_in := own_number || '-' || lower(suffix);
    end if;
  end if;
  update slip s set voided_at = app.now() where (s.organisation_id, s.person_id) = (me.organisation_id, who)
    and s.used_at is null and s.voided_at is null;
  insert into slip (organisation_id, id, person_id, login, made_by, made_at, expires_at, code_hash)
    values (me.organisation_id, new_id, who, name_in, me.person_id, app.now(), until, hash);
  return name_in;
end $$;

-- Those the viewer may make slips for, and how each comes in now: by mail, by PIN, by a slip not used yet, or not at all.
-- A host sees the people they lead too, to be told that somebody else must do it. What is asked of each by a function is
-- asked of those who are shown alone: a house may have tens of thousands.
create function app.slip_people(search text) returns table (
  person_id uuid, name text, number text, house text, mail text, pin_at timestamptz, slip_at timestamptz,
  slip_until timestamptz, slip_by text, spoilt boolean, may text)
language sql stable security definer set search_path = public, pg_temp as $$
  with v as materialized (
    select x.organisation_id, x.person_id, app.has_duty('administrator') as admin from app.viewer() x),
  shared as (select p.address from person p where p.address is not null group by p.address having count(*) > 1),
  asked as (
    select p.organisation_id, p.id, p.name, p.number, p.address, k.made_at as pin_at, s.made_at as slip_at,
      s.expires_at, s.made_by, coalesce(s.tries >= 5, false) as spoilt
    from v
    join person p on p.organisation_id = v.organisation_id
    left join pin k on (k.organisation_id, k.person_id) = (p.organisation_id, p.id)
    left join slip s on (s.organisation_id, s.person_id) = (p.organisation_id, p.id) and s.used_at is null and s.voided_at is null
      and not app.holds_talks(s.organisation_id, s.made_by, s.person_id)
    where p.id <> v.person_id
      and (v.admin or exists (select 1 from chosen_helper h
        where (h.organisation_id, h.person_id, h.helper_id) = (p.organisation_id, p.id, v.person_id)))
      and case when search = '' then not v.admin or p.address is null or s.id is not null or k.slip_id is not null
          or p.address in (select address from shared)
        else position(lower(search) in lower(p.name)) > 0 or lower(p.number) = lower(search) end
    order by p.name collate "da-x-icu" offset 0)
  select a.id, a.name, a.number,
    (select string_agg(distinct u.name, ', ') from post o join unit u on (u.organisation_id, u.id) = (o.organisation_id, o.unit_id)
      where (o.organisation_id, o.person_id) = (a.organisation_id, a.id)
        and o.starts_on <= app.today() and (o.ends_on is null or o.ends_on > app.today())),
    case when a.address is null then 'none'
      when exists (select 1 from person other where other.address = a.address
        and (other.organisation_id, other.id) <> (a.organisation_id, a.id)) then 'shared' else 'own' end,
    a.pin_at, a.slip_at, a.expires_at,
    (select m.name from person m where (m.organisation_id, m.id) = (a.organisation_id, a.made_by)),
    a.spoilt, app.slip_right(a.id)
  from asked a
  where app.is_here(a.organisation_id, a.id) limit 200
$$;

-- ── One's own ways in, and one's helper ─────────────────────────────────────────────────────────────────────────

-- What stands on screen 26: every slip of mine, who made it and when, and whether it has been used.
create function app.my_slips() returns table (made_at timestamptz, maker text, used_at timestamptz, waits boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.made_at, m.name, s.used_at, s.used_at is null and s.voided_at is null and s.expires_at > app.now()
    and not app.holds_talks(s.organisation_id, s.made_by, s.person_id)
  from app.viewer() v
  join slip s on (s.organisation_id, s.person_id) = (v.organisation_id, v.person_id)
  join person m on (m.organisation_id, m.id) = (s.organisation_id, s.made_by)
  order by s.made_at desc
$$;

-- Colleagues in a house of mine who do not hold my talks: whom I may pick to make my slip.
create function app.my_colleagues() returns table (id uuid, name text) language sql stable security definer
set search_path = public, pg_temp as $$
  select distinct p.id, p.name
  from app.viewer() v
  join post mine on (mine.organisation_id, mine.person_id) = (v.organisation_id, v.person_id)
    and mine.starts_on <= app.today() and (mine.ends_on is null or mine.ends_on > app.today())
  join post theirs on (theirs.organisation_id, theirs.unit_id) = (mine.organisation_id, mine.unit_id)
    and theirs.starts_on <= app.today() and (theirs.ends_on is null or theirs.ends_on > app.today())
  join person p on (p.organisation_id, p.id) = (theirs.organisation_id, theirs.person_id)
  where p.id <> v.person_id
    and not exists (select 1 from hosting h join post leader on (leader.organisation_id, leader.id) = (h.organisation_id, h.host_post_id)
      join post led on (led.organisation_id, led.id) = (h.organisation_id, h.participant_post_id)
      where led.organisation_id = v.organisation_id and led.person_id = v.person_id and leader.person_id = p.id
        and h.starts_on <= app.today() and (h.ends_on is null or h.ends_on > app.today()))
    and not exists (select 1 from party led join party host on (host.organisation_id, host.conversation_id) = (led.organisation_id, led.conversation_id)
        and host.role = 'host'
      where led.organisation_id = v.organisation_id and led.person_id = v.person_id and led.role = 'participant' and host.person_id = p.id)
$$;

-- Nobody (null) is a choice too.
create function app.choose_helper(who uuid) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare me record;
begin
  select * into me from app.viewer();
  delete from chosen_helper h where (h.organisation_id, h.person_id) = (me.organisation_id, me.person_id);
  if who is null or me.person_id is null then return; end if;
  if who not in (select c.id from app.my_colleagues() c) then
    raise exception 'not-colleague' using errcode = 'P0403';
  end if;
  insert into chosen_helper values (me.organisation_id, me.person_id, who, app.now());
end $$;

create function app.my_helper() returns table (id uuid, name text) language sql stable security definer
set search_path = public, pg_temp as $$
  select p.id, p.name from app.viewer() v
  join chosen_helper h on (h.organisation_id, h.person_id) = (v.organisation_id, v.person_id)
  join person p on (p.organisation_id, p.id) = (h.organisation_id, h.helper_id)
$$;

-- Whether the viewer makes slips for anybody: the administrator, or somebody's chosen helper.
create function app.makes_slips() returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select app.has_duty('administrator') or exists (select 1 from app.viewer() v
    join chosen_helper h on (h.organisation_id, h.helper_id) = (v.organisation_id, v.person_id))
$$;

-- The conversations this way in leaves locked: how many, so that the page can say so.
create function app.locked_conversations() returns int language sql stable security definer
set search_path = public, pg_temp as $$
  select count(distinct p.conversation_id)::int from app.viewer() v
  join party p on (p.organisation_id, p.person_id) = (v.organisation_id, v.person_id)
  where v.talks_from is not null and p.made_at < v.talks_from and (p.ends_on is null or p.ends_on > app.today())
$$;

-- ── What a slip may not open ────────────────────────────────────────────────────────────────────────────────────

-- Text written before this way in may open anything is not there: every row with a text under seal, by its own date. A
-- table made later gets its wall with the same function; test/walls/slips.test.ts looks for it.
create function app.bind_to_slip(of_table text, written text) returns void language plpgsql as $$
begin
  execute format('create policy slip_bound on %I as restrictive for select to {{party}}
    using ((select v.texts_from from app.viewer() v) is null or %I >= (select v.texts_from from app.viewer() v))', of_table, written);
end $$;

-- The first of these columns that a table has is when its text was written. A table without any holds no words, only ticks,
-- and those cannot be set before both have come in.
do $$
declare
  t text;
  written text;
begin
  for t, written in
    select c.relname, (select a.attname from unnest(array['written_at', 'saved_at', 'shared_at', 'sent_at', 'frozen_at', 'drawn_at', 'at'])
        with ordinality as named (name, place) join pg_attribute a on a.attrelid = c.oid and a.attname = named.name
      order by named.place limit 1)
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname like '%shelf_id' and a.attnum > 0)
  loop
    if written is not null then perform app.bind_to_slip(t, written); end if;
  end loop;
end $$;

-- ── Who is in a conversation, and who has left it ───────────────────────────────────────────────────────────────

-- The two of today; where nobody holds a part any more, the last who did, and from which day they are gone: by the row of
-- the conversation, the post or the duty it hung on (D16). What is theirs to see is not asked here but by the policies.
create function app.parties_of(of_conversation uuid, out host_id uuid, out participant_id uuid, out left_role text, out left_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  with seen as (
    select p.role, p.person_id, p.starts_on, least(p.ends_on, o.ends_on, d.ends_on) as ends_on
    from party p
    left join post o on (o.organisation_id, o.id) = (p.organisation_id, p.post_id)
    left join duty d on (d.organisation_id, d.id) = (p.organisation_id, p.duty_id)
    where p.conversation_id = of_conversation and p.starts_on <= app.today()
      and p.organisation_id = coalesce((select v.organisation_id from app.viewer() v), (select j.organisation_id from app.job() j))
      and (of_conversation in (select app.my_conversations()) or p.organisation_id = (select j.organisation_id from app.job() j))),
  last as (
    select distinct on (role) role, person_id, case when ends_on <= app.today() then ends_on end as left_on
    from seen order by role, coalesce(ends_on > app.today(), true) desc, starts_on desc)
  select h.person_id, l.person_id,
    case when h.left_on is not null then 'host' when l.left_on is not null then 'participant' end, coalesce(h.left_on, l.left_on)
  from last h, last l where h.role = 'host' and l.role = 'participant'
$$;
revoke execute on function app.parties_of(uuid) from public;
grant execute on function app.parties_of(uuid) to {{party}}, {{jobs}};

revoke execute on function app.bind_to_slip(text, text) from public;
revoke execute on function app.holds_talks(uuid, uuid, uuid), app.holds_talks_of(uuid), app.slip_right(uuid), app.slip_name(uuid), app.make_slip(uuid, uuid, bytea, timestamptz, text),
  app.slip_people(text), app.my_slips(), app.my_colleagues(), app.choose_helper(uuid), app.my_helper(), app.makes_slips(),
  app.locked_conversations() from public;
-- The door asks whether whoever carries a slip is here today, and whether whoever made it holds their talks by now.
grant execute on function app.is_here(uuid, uuid), app.holds_talks(uuid, uuid, uuid) to {{door}};
grant execute on function app.slip_right(uuid), app.slip_name(uuid), app.make_slip(uuid, uuid, bytea, timestamptz, text), app.slip_people(text),
  app.my_slips(), app.my_colleagues(), app.choose_helper(uuid), app.my_helper(), app.makes_slips(), app.locked_conversations()
  to {{party}};
