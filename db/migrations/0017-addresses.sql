-- A changed sign-in address (walls §4): it gets letters at once, and signs in only after the old one agrees, or after
-- 72 hours with notice to both. A file asks for it; nobody can shorten the time, and the office cannot write where codes go.

create table address_change (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- None where they had no address.
  was text collate "C",
  becomes text collate "C" not null check (becomes = lower(becomes) and length(becomes) <= 254),
  asked_by uuid not null,
  asked_at timestamptz not null,
  works_from timestamptz not null constraint three_days check (works_from = asked_at + interval '72 hours'),
  settled_at timestamptz,
  -- agreed, refused: by the old address · due: nobody answered · withdrawn, replaced: by a later file · taken: another
  -- organisation's person signs in with it by now.
  outcome text check (outcome in ('agreed', 'refused', 'due', 'withdrawn', 'replaced', 'taken')),
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, asked_by) references person (organisation_id, id),
  check ((settled_at is null) = (outcome is null)),
  check (was is distinct from becomes)
);
create unique index address_change_waits on address_change (organisation_id, person_id) where settled_at is null;
create index address_change_was on address_change (was) where outcome in ('agreed', 'due');
create index address_change_due on address_change (works_from) where settled_at is null;
create index address_change_person on address_change (organisation_id, person_id, asked_at desc);

alter table address_change enable row level security;
alter table address_change force row level security;
create policy owner_all on address_change to {{owner}} using (true) with check (true);
grant select on address_change to {{office}}, {{jobs}};
create policy office_read on address_change for select to {{office}} using (organisation_id = (select app.office()));
-- A letter goes to both addresses while a change waits: the job of one mail knows its reader's.
create policy jobs_read on address_change for select to {{jobs}}
  using ((select kind from app.job()) = 'send-mail' and (organisation_id, person_id) = (select m.organisation_id, m.person_id from mail m));
-- Whoever asks for a code at an address they had before is told why none comes.
create policy jobs_code on address_change for select to {{jobs}} using ((select kind from app.job()) = 'send-code');

-- ── What a file asks for ────────────────────────────────────────────────────────────────────────────────────────

-- Each person here to whom the file gives another address, and what comes of it. `first`: nothing has been written that
-- it could open, so it counts at once. `asked`: letters, and 72 hours. `waiting`: asked for already. `refused`: its person
-- has said no to this one. `withdrawn`: the file has the present address again. An empty cell says nothing.
create function app.file_addresses(file uuid) returns table (person_id uuid, name text, was text, becomes text, fate text,
  moment timestamptz, no int) language sql stable security definer set search_path = public, pg_temp as $$
  with house as (select app.office() as id),
  last as (select distinct on (c.person_id) c.* from address_change c, house where c.organisation_id = house.id
    order by c.person_id, c.asked_at desc, c.id),
  known as (select p.person_id from party p, house where p.organisation_id = house.id
    union select s.person_id from slip s, house where s.organisation_id = house.id and s.used_at is not null)
  select p.id, s.name, p.address, s.address,
    case when p.address = s.address then 'withdrawn'
      when last.settled_at is null and last.becomes = s.address then 'waiting'
      when last.outcome = 'refused' and last.becomes = s.address then 'refused'
      when p.address is null and p.address_proven_at is null and known.person_id is null then 'first'
      else 'asked' end,
    coalesce(last.settled_at, last.works_from), s.no
  from house
  join intake_row s on s.organisation_id = house.id and s.intake_id = file and s.first and s.known and s.address is not null
  join person p on p.organisation_id = house.id and p.id = s.person_id
  left join last on last.person_id = p.id
  left join known on known.person_id = p.id
  where p.address is distinct from s.address or last.id is not null and last.settled_at is null
$$;

-- Before anything of the file is put in place: whoever answers meanwhile waits, and nobody waits for each other.
create function app.hold_addresses() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from address_change c where c.organisation_id = (select app.office()) and c.settled_at is null order by c.id for update;
end $$;

-- What could not go to the address before goes to this one, if it still has its reason.
create function app.send_again(house uuid, readers uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  update mail m set due_at = app.now(), queued_at = null
    where m.organisation_id = house and m.person_id = any (readers) and m.made_at > app.now() - interval '30 days'
      and m.failure in ('refused-address', 'no-address') and m.sent_at is null and m.dropped is null and m.due_at is null
$$;

-- Puts the file's addresses in place, as the administrator who reads it in: a statement for each kind, since a whole
-- organisation may change its mail domain. What a statement has done is no longer given by the next. Who asked, and when,
-- stands in each row; the event is the file's own, since a link of the chain for each of 20,000 would hold everybody up.
create function app.place_addresses(file uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  house uuid := (select app.office());
  me uuid := (select v.person_id from app.viewer() v);
  people uuid[];
begin
  if house is null or me is null then raise exception 'not-yours' using errcode = 'P0403'; end if;
  with ended as (
    update address_change c set settled_at = app.now(), outcome = case given.fate when 'withdrawn' then 'withdrawn' else 'replaced' end
      from app.file_addresses(file) given
      where c.organisation_id = house and c.person_id = given.person_id and c.settled_at is null and given.fate in ('asked', 'withdrawn')
      returning c.person_id, c.outcome),
  kept as (select person_id from ended where outcome = 'withdrawn')
  insert into mail (organisation_id, id, person_id, kind, made_at, due_at)
    select house, gen_random_uuid(), kept.person_id, 'address-kept', app.now(), app.now() from kept;
  with placed as (
    update person p set address = given.becomes from app.file_addresses(file) given
      where p.organisation_id = house and p.id = given.person_id and given.fate = 'first' returning p.id)
  select array(select id from placed) into people;
  perform app.send_again(house, people);
  with asked as (
    insert into address_change (organisation_id, id, person_id, was, becomes, asked_by, asked_at, works_from)
      select house, gen_random_uuid(), given.person_id, given.was, given.becomes, me, app.now(), app.now() + interval '72 hours'
      from app.file_addresses(file) given where given.fate = 'asked' returning person_id, was)
  insert into mail (organisation_id, id, person_id, kind, made_at, due_at)
    select house, gen_random_uuid(), asked.person_id, letter.kind, app.now(), app.now()
      from asked cross join (values ('address-asked'), ('address-new')) letter (kind)
      where letter.kind = 'address-new' or asked.was is not null;
end $$;

-- ── What comes of it ────────────────────────────────────────────────────────────────────────────────────────────

-- From here on the new address signs in and the old one does not: a code on its way to the old is worth nothing. Two
-- organisations that give it out at once wait for each other.
create function app.settle_address(change address_change, how text, by_whom uuid) returns void language plpgsql
security definer set search_path = public, pg_temp as $$
declare came_of text := how;
begin
  if how in ('agreed', 'due') then
    perform pg_advisory_xact_lock(hashtextextended('address ' || change.becomes, 0));
    if exists (select from person p where p.address = change.becomes and p.organisation_id <> change.organisation_id) then
      came_of := 'taken';
    end if;
  end if;
  if came_of in ('agreed', 'due') then
    update person p set address = change.becomes, address_used_at = null where (p.organisation_id, p.id) = (change.organisation_id, change.person_id);
    update code_request r set code_hash = null, used_at = app.now()
      where (r.organisation_id, r.person_id) = (change.organisation_id, change.person_id) and r.used_at is null;
    perform app.send_again(change.organisation_id, array[change.person_id]);
  end if;
  update address_change c set settled_at = app.now(), outcome = came_of
    where (c.organisation_id, c.id) = (change.organisation_id, change.id);
  insert into event (organisation_id, id, at, actor_id, what, ids, salt) values (change.organisation_id, gen_random_uuid(),
    app.now(), by_whom, 'address-' || came_of, jsonb_build_object('person', change.person_id), uuid_send(gen_random_uuid()));
end $$;

-- The viewer's own: the one that waits, or the last one they said no to and may still say yes to.
create function app.open_address() returns setof address_change language sql stable security definer
set search_path = public, pg_temp as $$
  select last.* from (select c.* from app.viewer() v join address_change c on (c.organisation_id, c.person_id) = (v.organisation_id, v.person_id)
    order by c.asked_at desc, c.id limit 1) last
  where last.settled_at is null or last.outcome = 'refused'
$$;

-- Yes is for the old address alone: a way in that a slip gave proves no address. No is for whoever is signed in as them.
-- The answer is to the address that was shown: a later file does not get the yes that was meant for another. False, and
-- nothing changed, where there is nothing to answer any more.
create function app.answer_address(agrees boolean, shown text) returns boolean language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  me record;
  change address_change;
begin
  select * into me from app.viewer();
  select c.* into change from address_change c where (c.organisation_id, c.id) in (select o.organisation_id, o.id from app.open_address() o)
    for update;
  if change.id is null or change.becomes <> shown or not (change.settled_at is null or agrees and change.outcome = 'refused') then return false; end if;
  if agrees and (me.texts_from is not null or change.was is null) then raise exception 'not-by-mail' using errcode = 'P0403'; end if;
  perform app.settle_address(change, case when agrees then 'agreed' else 'refused' end, me.person_id);
  return true;
end $$;

-- What stands on screen 26, also when it is long done.
create function app.my_addresses() returns table (was text, becomes text, asked_by text, asked_at timestamptz,
  works_from timestamptz, settled_at timestamptz, outcome text) language sql stable security definer
set search_path = public, pg_temp as $$
  select c.was, c.becomes, a.name, c.asked_at, c.works_from, c.settled_at, c.outcome
  from app.viewer() v
  join address_change c on (c.organisation_id, c.person_id) = (v.organisation_id, v.person_id)
  join person a on (a.organisation_id, a.id) = (c.organisation_id, c.asked_by)
  order by c.asked_at desc, c.id
$$;

-- The first sign-in at an address, also at a changed one, is shown for a fortnight to whoever holds the talk (walls §4):
-- they know whether it can have been them. Of the address, nothing.
create function app.first_sign_ins() returns table (name text, at timestamptz) language sql stable security definer
set search_path = public, pg_temp as $$
  select distinct p.name, p.address_used_at from app.viewer() v
  join party l on l.organisation_id = v.organisation_id and l.role = 'participant' and l.conversation_id in (select app.my_hosted())
  join person p on (p.organisation_id, p.id) = (l.organisation_id, l.person_id)
  where p.address_used_at > app.now() - interval '14 days' and p.id <> v.person_id
  order by p.address_used_at desc, p.name
$$;

-- A round: what nobody has answered for 72 hours counts, and what was settled two years ago is forgotten. Gives how many.
create function app.settle_addresses(at timestamptz, most int) returns int language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  due address_change;
  settled int := 0;
begin
  perform app.demand_round('addresses');
  delete from address_change c where c.settled_at < at - interval '24 months';
  for due in select c.* from address_change c where c.settled_at is null and c.works_from <= at
    order by c.id limit most for update skip locked
  loop
    perform app.settle_address(due, 'due', null);
    settled := settled + 1;
  end loop;
  return settled;
end $$;

revoke execute on function app.file_addresses(uuid), app.hold_addresses(), app.place_addresses(uuid),
  app.send_again(uuid, uuid[]),
  app.settle_address(address_change, text, uuid), app.open_address(), app.answer_address(boolean, text), app.my_addresses(),
  app.first_sign_ins(), app.settle_addresses(timestamptz, int) from public;
grant execute on function app.file_addresses(uuid), app.hold_addresses(), app.place_addresses(uuid) to {{office}};
grant execute on function app.open_address(), app.answer_address(boolean, text), app.my_addresses(), app.first_sign_ins() to {{party}};
grant execute on function app.settle_addresses(timestamptz, int) to {{jobs}};

-- ── Who has no address ──────────────────────────────────────────────────────────────────────────────────────────

-- Whether the other party of a conversation of mine has no mail address, so that no letter ever reaches them.
create function app.other_unreached(of_conversation uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (select from app.viewer() v
    join party o on o.organisation_id = v.organisation_id and o.person_id <> v.person_id
    join person p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
    where o.conversation_id = of_conversation and p.address is null
      and o.starts_on <= app.today() and (o.ends_on is null or o.ends_on > app.today())
      and of_conversation in (select app.my_conversations()))
$$;

revoke execute on function app.other_unreached(uuid) from public;
grant execute on function app.other_unreached(uuid) to {{party}};
