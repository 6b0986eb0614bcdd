-- Deletion (experience.md §4, walls §1.7): every shelf has its day, and dies on it. Nobody may bring a day nearer by hand,
-- and the job that destroys may do it to no shelf whose day has not come.
-- long because a shelf’s day, its erasing and the round that does it are one rule, to be read in one go.

-- How long texts are kept. An organisation may shorten; what is dated already keeps its day.
alter table organisation
  add own_days int not null default 30 check (own_days between 0 and 30),
  add talk_months int not null default 24 check (talk_months between 0 and 24),
  add plan_months int not null default 36 check (plan_months between 0 and 36),
  add left_months int not null default 6 check (left_months between 0 and 6);

-- The day the closing gave. destroy_after comes before it when somebody leaves, and goes back to it when they return.
alter table shelf add at_latest date;
create index shelf_due on shelf (destroy_after) where wrapped is not null;
create index shelf_id on shelf (id);

-- What was told to whom, and in which mail.
create table deletion_notice (
  organisation_id uuid not null,
  shelf_id uuid not null,
  person_id uuid not null,
  -- Kept here, so that a mail is written without any shelf.
  layer text not null check (layer in ('own', 'talk', 'plan')),
  destroy_on date not null,
  mail_id uuid not null,
  primary key (organisation_id, shelf_id, person_id, destroy_on),
  foreign key (organisation_id, shelf_id) references shelf (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, mail_id) references mail (organisation_id, id) on delete cascade
);
create index deletion_notice_mail on deletion_notice (organisation_id, mail_id);
-- What is done once a day has been done on this one.
create table deletion_day (
  one boolean primary key default true check (one),
  done_on date not null
);
do $$
declare t text;
begin
  foreach t in array array['deletion_notice', 'deletion_day'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to {{owner}} using (true) with check (true)', t);
  end loop;
end $$;
grant select on deletion_notice to {{jobs}};
create policy jobs_read on deletion_notice for select to {{jobs}}
  using ((select kind from app.job()) = 'send-mail' and (organisation_id, mail_id) = (select organisation_id, id from app.job()));

-- ── A shelf's day ───────────────────────────────────────────────────────────────────────────────────────────────

-- A talk that has come to its end: its shelves have their days.
create function app.is_over(status text) returns boolean language sql immutable as
$$ select status in ('closed', 'contested', 'ended', 'cancelled', 'replaced') $$;

-- The same rule as src/domain/retention.ts. Of a talk that was never held nothing is kept longer than its drafts.
create function app.last_day(house uuid, scope text, status text, since date) returns date language sql stable as $$
  select (since + case
      when scope = 'own' or status in ('cancelled', 'replaced') then make_interval(days => o.own_days)
      when scope = 'plan' then make_interval(months => o.plan_months)
      else make_interval(months => o.talk_months) end)::date
  from organisation o where o.organisation_id = house
$$;

-- Closing, cancelling and declining date every shelf of the talk, also the other party's own one; opening it again takes
-- the days away. With the next plan closed, the talk before it has two weeks left: the notice of 14 days.
create function app.date_shelves() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.is_over(new.status) = app.is_over(old.status) then return null; end if;
  update shelf s set (at_latest, destroy_after) = (select d.day, d.day from (
      select case when app.is_over(new.status) then app.last_day(s.organisation_id, s.scope, new.status, app.today()) end as day) d)
    where s.organisation_id = new.organisation_id and s.conversation_id = new.id and s.destroyed_at is null;
  if new.status in ('closed', 'contested') then
    update shelf s set at_latest = least(s.at_latest, app.today() + 14), destroy_after = least(s.destroy_after, app.today() + 14)
      from conversation earlier
      join party before on (before.organisation_id, before.conversation_id) = (earlier.organisation_id, earlier.id)
      join party now on (now.organisation_id, now.person_id, now.role) = (before.organisation_id, before.person_id, before.role)
        and now.post_id is not distinct from before.post_id
      where now.organisation_id = new.organisation_id and now.conversation_id = new.id and now.role = 'participant'
        and earlier.kind = new.kind and earlier.id <> new.id and earlier.status in ('closed', 'contested', 'ended')
        and (s.organisation_id, s.conversation_id) = (earlier.organisation_id, earlier.id)
        and s.scope = 'talk' and s.destroyed_at is null;
  end if;
  return null;
end $$;
create trigger date_shelves after update of status on conversation for each row execute function app.date_shelves();

-- A shelf that is made after the closing has its day at once; before it, none. Nobody who makes one says its day.
create function app.date_new_shelf() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  talk record;
begin
  select c.status, (c.closed_at at time zone 'Europe/Copenhagen')::date as closed_on into talk
    from conversation c where c.organisation_id = new.organisation_id and c.id = new.conversation_id;
  new.destroy_after := null;
  if app.is_over(talk.status) then
    new.destroy_after := app.last_day(new.organisation_id, new.scope, talk.status,
      case when new.scope = 'own' then app.today() else coalesce(talk.closed_on, app.today()) end);
  end if;
  new.at_latest := new.destroy_after;
  return new;
end $$;
create trigger date_new_shelf before insert on shelf for each row execute function app.date_new_shelf();

-- ── Erasing ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- Takes keys and texts of these shelves that still have a key; gives their number. Every table with a sealed text on a
-- shelf loses its rows. What others lean on stays without its text: a frozen part keeps its hash, so that the other part
-- still verifies, and a signature keeps its choice. With the talk's texts go its rows of who has read.
create function app.erase_shelves(shelves uuid[], at timestamptz) returns int language plpgsql
set search_path = public, pg_temp as $$
declare
  t text;
  gone uuid[];
begin
  with erased as (update shelf set wrapped = null, destroyed_at = at
      where id = any(shelves) and wrapped is not null returning id)
    select coalesce(array_agg(id), '{}') into gone from erased;
  if cardinality(gone) = 0 then return 0; end if;
  for t in select s.table_name from information_schema.columns s join information_schema.columns x
      on (x.table_schema, x.table_name, x.column_name) = (s.table_schema, s.table_name, 'sealed')
    where s.table_schema = 'public' and s.column_name = 'shelf_id' order by 1
  loop
    execute format('delete from %I t using shelf s where s.id = any($1) and t.shelf_id = s.id
      and (t.organisation_id, t.conversation_id) = (s.organisation_id, s.conversation_id)', t) using gone;
  end loop;
  update record r set talk_sealed = '' from shelf s where s.id = any(gone)
    and (r.organisation_id, r.conversation_id, r.talk_shelf_id) = (s.organisation_id, s.conversation_id, s.id);
  update record r set plan_sealed = '' from shelf s where s.id = any(gone)
    and (r.organisation_id, r.conversation_id, r.plan_shelf_id) = (s.organisation_id, s.conversation_id, s.id);
  update signature g set remark_sealed = '' from shelf s where s.id = any(gone)
    and (g.organisation_id, g.conversation_id, g.shelf_id) = (s.organisation_id, s.conversation_id, s.id);
  update preparation p set finished_steps = '{}', last_step = null, last_saved_at = null from shelf s where s.id = any(gone)
    and s.scope = 'own' and (p.organisation_id, p.conversation_id, p.person_id) = (s.organisation_id, s.conversation_id, s.person_id);
  delete from reading r using shelf s where s.id = any(gone) and s.scope = 'talk'
    and (r.organisation_id, r.conversation_id) = (s.organisation_id, s.conversation_id);
  return cardinality(gone);
end $$;

-- ── The daily work, in a round ──────────────────────────────────────────────────────────────────────────────────

-- Whoever has no post and no duty any more, and since when. Today is asked once, and not for each of all posts and shelves.
create function app.people_gone() returns table (organisation_id uuid, person_id uuid, since date) language sql stable as $$
  select w.organisation_id, w.person_id, max(w.ends_on)
  from (select p.organisation_id, p.person_id, p.ends_on from post p
        union all select d.organisation_id, d.person_id, d.ends_on from duty d) w
  group by 1, 2 having bool_and(w.ends_on <= (select app.today())) and bool_and(w.ends_on is not null)
$$;

-- The day some shelves come nearer: everybody the talk is about has left; whose own it is has no part in it any more; or
-- it was never brought to an end. With at least two weeks from the day it is known.
create function app.nearer_days() returns table (organisation_id uuid, id uuid, day date) language sql stable as $$
  with gone as (select * from app.people_gone()),
  led as (
    select p.organisation_id, p.conversation_id, max(g.since) as since from party p
    left join gone g on (g.organisation_id, g.person_id) = (p.organisation_id, p.person_id)
    where p.role = 'participant' group by 1, 2 having bool_and(g.since is not null)),
  part as (
    select p.organisation_id, p.conversation_id, p.person_id, least(p.ends_on, o.ends_on, d.ends_on) as ends_on from party p
    left join post o on (o.organisation_id, o.id) = (p.organisation_id, p.post_id)
    left join duty d on (d.organisation_id, d.id) = (p.organisation_id, p.duty_id)),
  parted as (
    select p.organisation_id, p.conversation_id, p.person_id, max(p.ends_on) as since from part p
    group by 1, 2, 3 having bool_and(p.ends_on is not null) and bool_and(p.ends_on <= (select app.today())))
  select s.organisation_id, s.id, least(
      (led.since + make_interval(months => o.left_months))::date,
      (parted.since + make_interval(days => o.own_days))::date,
      case when not app.is_over(c.status) then (coalesce(c.held_on, (c.starts_at at time zone 'Europe/Copenhagen')::date,
        (c.invited_at at time zone 'Europe/Copenhagen')::date) + make_interval(months => o.talk_months))::date end)
  from shelf s
  join organisation o on o.organisation_id = s.organisation_id
  join conversation c on (c.organisation_id, c.id) = (s.organisation_id, s.conversation_id)
  left join led on s.person_id is null and (led.organisation_id, led.conversation_id) = (s.organisation_id, s.conversation_id)
  left join parted on (parted.organisation_id, parted.conversation_id, parted.person_id) = (s.organisation_id, s.conversation_id, s.person_id)
  where s.wrapped is not null
$$;

create function app.bring_days_nearer() returns void language sql as $$
  update shelf s set destroy_after = n.day
  from (
    select d.organisation_id, d.id, case when d.day <= (select app.today()) + 14 or d.day < s.at_latest then
        least(s.at_latest, greatest(d.day,
          case when s.destroy_after < coalesce(s.at_latest, 'infinity') then s.destroy_after else (select app.today()) + 14 end))
      else s.at_latest end as day
    from app.nearer_days() d join shelf s on (s.organisation_id, s.id) = (d.organisation_id, d.id)) n
  where (s.organisation_id, s.id) = (n.organisation_id, n.id) and s.destroy_after is distinct from n.day
$$;

-- Whether any text lies there: nobody is told of an empty shelf.
create function app.shelf_holds(house uuid, talk uuid, shelf uuid) returns boolean language plpgsql stable
set search_path = public, pg_temp as $$
declare
  t text;
  held boolean;
begin
  for t in select s.table_name from information_schema.columns s join information_schema.columns x
      on (x.table_schema, x.table_name, x.column_name) = (s.table_schema, s.table_name, 'sealed')
    where s.table_schema = 'public' and s.column_name = 'shelf_id' order by 1
  loop
    execute format('select exists (select from %I where organisation_id = $1 and conversation_id = $2 and shelf_id = $3)', t)
      into held using house, talk, shelf;
    if held then return true; end if;
  end loop;
  return exists (select from record r where r.organisation_id = house and r.conversation_id = talk
    and shelf in (r.talk_shelf_id, r.plan_shelf_id));
end $$;

-- T25: 14 days before, those who can read it are told once, in one mail a day for each. Only those who can still come in.
create function app.give_notices() returns void language plpgsql as $$
declare
  told record;
  letter uuid;
begin
  for told in
    select s.organisation_id, p.person_id, array_agg(distinct s.id) as shelves
    from shelf s join party p on (p.organisation_id, p.conversation_id) = (s.organisation_id, s.conversation_id)
      and p.person_id = coalesce(s.person_id, p.person_id) and p.starts_on <= app.today() and coalesce(p.ends_on > app.today(), true)
    where s.wrapped is not null and s.destroy_after > app.today() and s.destroy_after <= app.today() + 14
      and app.is_here(p.organisation_id, p.person_id)
      and not exists (select from deletion_notice n where (n.organisation_id, n.shelf_id, n.person_id, n.destroy_on)
        = (s.organisation_id, s.id, p.person_id, s.destroy_after))
      and app.shelf_holds(s.organisation_id, s.conversation_id, s.id)
    group by 1, 2
  loop
    letter := gen_random_uuid();
    insert into mail (organisation_id, id, person_id, kind, made_at, due_at)
      values (told.organisation_id, letter, told.person_id, 'deletion', app.now(), app.now());
    insert into deletion_notice (organisation_id, shelf_id, person_id, layer, destroy_on, mail_id)
      select s.organisation_id, s.id, told.person_id, case when s.scope in ('own', 'plan') then s.scope else 'talk' end, s.destroy_after, letter
      from shelf s where s.organisation_id = told.organisation_id and s.id = any(told.shelves);
  end loop;
end $$;

-- What is done once a day: days come nearer, notices are given, and old rows of who has read go.
create function app.prepare_deletions() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.demand_round('deletion');
  if exists (select from deletion_day where done_on = app.today()) then return; end if;
  insert into deletion_day (done_on) values (app.today()) on conflict (one) do update set done_on = app.today();
  perform app.bring_days_nearer();
  perform app.give_notices();
  delete from reading r using organisation o
    where o.organisation_id = r.organisation_id and r.read_on + make_interval(months => o.talk_months) <= (select app.today());
end $$;

create function app.due_shelves(most int) returns table (organisation_id uuid, id uuid) language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  perform app.demand_round('deletion');
  return query select s.organisation_id, s.id from shelf s
    where s.wrapped is not null and s.destroy_after <= app.today() order by s.destroy_after, s.id limit most;
end $$;

-- Holds a shelf whose day has come until the transaction ends; false for any other.
create function app.hold_due_shelf(house uuid, shelf_id uuid) returns boolean language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform app.demand_round('deletion');
  perform from shelf s where s.organisation_id = house and s.id = shelf_id and s.wrapped is not null
    and s.destroy_after <= app.today() for update;
  return found;
end $$;

-- Destroys it, and leaves a trace without text. When the last text of a talk has gone, its place goes too: what stays is
-- who, when and how it ended.
create function app.destroy_due_shelf(house uuid, shelf_id uuid) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if not app.hold_due_shelf(house, shelf_id) then raise exception 'not-due' using errcode = 'P0403'; end if;
  perform app.erase_shelves(array[shelf_id], app.now());
  insert into event (organisation_id, id, at, what, conversation_id, ids, salt)
    select house, gen_random_uuid(), app.now(), 'text-deleted', s.conversation_id, jsonb_build_object('scope', s.scope),
      uuid_send(gen_random_uuid()) from shelf s where s.organisation_id = house and s.id = shelf_id;
  update conversation c set place = null from shelf s
    where (s.organisation_id, s.id) = (house, shelf_id) and (c.organisation_id, c.id) = (s.organisation_id, s.conversation_id)
      and app.is_over(c.status) and not exists (select from shelf left_over where left_over.organisation_id = c.organisation_id
        and left_over.conversation_id = c.id and left_over.wrapped is not null);
end $$;

revoke execute on function app.is_over(text), app.last_day(uuid, text, text, date), app.date_shelves(), app.date_new_shelf(),
  app.erase_shelves(uuid[], timestamptz), app.people_gone(), app.nearer_days(), app.bring_days_nearer(),
  app.shelf_holds(uuid, uuid, uuid), app.give_notices(), app.prepare_deletions(), app.due_shelves(int),
  app.hold_due_shelf(uuid, uuid), app.destroy_due_shelf(uuid, uuid) from public;
grant execute on function app.prepare_deletions(), app.due_shelves(int), app.hold_due_shelf(uuid, uuid),
  app.destroy_due_shelf(uuid, uuid) to {{jobs}};

-- ── What is held about me (screen 26) ───────────────────────────────────────────────────────────────────────────

create index event_actor on event (organisation_id, actor_id);
create index event_about on event (organisation_id, (ids ->> 'person')) where ids ? 'person';

create function app.about_me() returns table (number text, address text) language sql stable security definer
set search_path = public, pg_temp as $$
  select p.number, p.address from app.viewer() v join person p on (p.organisation_id, p.id) = (v.organisation_id, v.person_id)
$$;

-- What I have done; what was done to me, which names me; and of my conversations what both see anyway. Never how the other
-- prepares, never their readings, never a text: days and kinds alone.
create function app.events_about_me() returns table (day date, what text, conversation_id uuid, by_name text, mine boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with mine as (
    select e.* from app.viewer() v join event e on (e.organisation_id, e.actor_id) = (v.organisation_id, v.person_id)
    union
    select e.* from app.viewer() v join event e on e.organisation_id = v.organisation_id and e.ids ? 'person'
      and e.ids ->> 'person' = v.person_id::text
    union
    select e.* from app.viewer() v join event e on e.organisation_id = v.organisation_id
      where e.conversation_id in (select app.my_conversations()) and e.what in ('invited', 'times-offered', 'other-times-wanted',
        'times-proposed', 'times-refused', 'postponed', 'taken-up', 'declined', 'called-off', 'meets-again', 'place-set', 'talk-held',
        'time-agreed', 'talk-begun', 'text-frozen', 'text-corrected', 'text-answered', 'conversation-closed'))
  select distinct (m.at at time zone 'Europe/Copenhagen')::date, m.what, m.conversation_id, a.name, m.actor_id is not distinct from v.person_id
  from mine m cross join app.viewer() v left join person a on (a.organisation_id, a.id) = (m.organisation_id, m.actor_id)
  order by 1 desc, 2, 3
$$;
revoke execute on function app.about_me(), app.events_about_me() from public;
grant execute on function app.about_me(), app.events_about_me() to {{party}};
