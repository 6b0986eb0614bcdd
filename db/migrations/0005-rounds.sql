-- Rounds: what is due by the clock and nobody's click. A round proves itself by the lock it holds, on the one connection
-- that holds it, and acts as the kind of work it names. It reads no table of its own: each kind has a function that gives
-- ids, dates and statuses, and does what it may do (walls §2).

-- One round at a time, also with two processes: a lock of the session, so whoever is killed lets go of it.
create function app.begin_round() returns boolean language sql as $$ select pg_try_advisory_lock(7473, 1) $$;
create function app.end_round() returns void language sql as $$ select pg_advisory_unlock_all() $$;

-- The kind of work under way, if this connection holds the round; else nothing.
create function app.round() returns text language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select nullif(current_setting('app.round', true), '') where exists (
    select from pg_locks l where l.locktype = 'advisory' and l.pid = pg_backend_pid() and l.granted
      and l.database = (select oid from pg_database where datname = current_database())
      and (l.classid, l.objid, l.objsubid) = (7473::oid, 1::oid, 2::smallint))
$$;

-- Every function of a round begins with this: only as its own kind of work.
create function app.demand_round(kind text) returns void language plpgsql stable security definer
set search_path = public, pg_temp as $$
begin
  if app.round() is distinct from kind then raise exception 'not in a round' using errcode = 'P0403'; end if;
end $$;

-- ── What decides who gets which mail, and when ──────────────────────────────────────────────────────────────────

-- The house's own choices; what it has not chosen is as src/domain/mail-schedule.ts says.
create table mail_choice (
  organisation_id uuid not null references organisation,
  kind text not null check (kind ~ '^[a-z-]{1,40}$'),
  wanted boolean not null,
  primary key (organisation_id, kind)
);

-- Dates only, never why. ends_on is the first day back. Mails wait until then, unless the person has said »skriv gerne«.
create table leave (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  mails boolean not null default false,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  check (ends_on >= starts_on)
);
create index leave_person on leave (organisation_id, person_id);

do $$
declare t text;
begin
  foreach t in array array['mail_choice', 'leave'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to {{owner}} using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to {{office}}', t);
    execute format('create policy office_all on %I to {{office}}
      using (organisation_id = (select app.office())) with check (organisation_id = (select app.office()))', t);
  end loop;
end $$;
grant select on mail_choice to {{party}};
create policy party_choice on mail_choice for select to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()));

-- ── Mails whose time has come ───────────────────────────────────────────────────────────────────────────────────

-- Enters the jobs of mails that have waited for their time, and of those whose job died under them; gives how many.
create function app.queue_due_mails(at timestamptz, most int) returns int language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  due record;
  queued int := 0;
begin
  perform app.demand_round('due-mails');
  for due in
    update mail m set queued_at = at
      where (m.organisation_id, m.id) in (
        select w.organisation_id, w.id from mail w
        where w.due_at <= at and (w.queued_at is null or w.queued_at < at - interval '2 days')
        order by w.due_at limit most for update skip locked)
      returning m.organisation_id as organisation, m.conversation_id as conversation, m.id
  loop
    perform graphile_worker.add_job('send-mail', json_strip_nulls(row_to_json(due)), max_attempts => 12,
      job_key => 'mail ' || due.id);
    queued := queued + 1;
  end loop;
  return queued;
end $$;

-- A round writes a mail: once for each day it is about. Its job is entered when it is due.
create function app.order_mail(house uuid, new_id uuid, reader uuid, talk uuid, of_kind text, about date,
  made timestamptz, due timestamptz) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.round() is null then raise exception 'not in a round' using errcode = 'P0403'; end if;
  insert into mail (organisation_id, id, person_id, conversation_id, kind, for_date, made_at, due_at)
    values (house, new_id, reader, talk, of_kind, about, made, due) on conflict do nothing;
end $$;

-- Every house's choices, for rounds of any kind.
create function app.mail_choices() returns table (organisation_id uuid, kind text, wanted boolean) language sql stable
security definer set search_path = public, pg_temp as $$
  select c.organisation_id, c.kind, c.wanted from mail_choice c where app.round() is not null
$$;

-- ── Reminders of an agreed talk ─────────────────────────────────────────────────────────────────────────────────

create index conversation_day on conversation (((starts_at at time zone 'Europe/Copenhagen')::date)) where status = 'agreed';

-- Who has a talk on one of these days and no such mail about that day yet. Whoever agreed on the time after the
-- reminder's moment has just seen it, and is not reminded.
create function app.due_reminders(of_kind text, days date[], moments timestamptz[], at timestamptz)
returns table (organisation_id uuid, conversation_id uuid, person_id uuid, role text, for_date date)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform app.demand_round('reminders');
  return query select c.organisation_id, c.id, p.person_id, p.role, d.day
    from unnest(days, moments) d(day, moment)
    join conversation c on (c.starts_at at time zone 'Europe/Copenhagen')::date = d.day
      and c.status = 'agreed' and c.starts_at > at
    join party p on (p.organisation_id, p.conversation_id) = (c.organisation_id, c.id)
      and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today())
    where app.is_here(p.organisation_id, p.person_id)
      and not exists (select from mail m where (m.organisation_id, m.person_id, m.kind, m.for_date, m.conversation_id)
        = (c.organisation_id, p.person_id, of_kind, d.day, c.id))
      and not exists (select from event e where (e.organisation_id, e.conversation_id) = (c.organisation_id, c.id)
        and e.what in ('time-agreed', 'time-moved', 'time-found', 'meets-again') and e.at >= d.moment);
end $$;

-- The reminders a house may turn on, each once: no time picked after 5 days (its host after 9), themes ten days before, an
-- answer to the locked text after 3 and 7 days. Where a kind is not turned on, nothing is looked for.
create function app.due_offered(at timestamptz) returns table (organisation_id uuid, conversation_id uuid, person_id uuid,
  kind text, for_date date) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare today date := (at at time zone 'Europe/Copenhagen')::date;
begin
  perform app.demand_round('offered');
  return query select c.organisation_id, c.id, p.person_id, w.kind, w.day
    from mail_choice h
    join conversation c on c.organisation_id = h.organisation_id and c.status in ('invited', 'agreed', 'closing')
    join party p on (p.organisation_id, p.conversation_id) = (c.organisation_id, c.id)
      and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today())
    cross join lateral (
      select 'time-missing' as kind,
          (c.invited_at at time zone 'Europe/Copenhagen')::date + case p.role when 'host' then 9 else 5 end as day, 7 as lasts
        where c.status = 'invited' and c.times_wanted_at is null
      union all
      select 'themes-soon', (c.starts_at at time zone 'Europe/Copenhagen')::date - 10, 6
        where c.status = 'agreed' and not exists (select from sent_themes t where t.author_id = p.person_id
          and (t.organisation_id, t.conversation_id) = (c.organisation_id, c.id))
      union all
      select 'sign-reminder', (r.frozen_at at time zone 'Europe/Copenhagen')::date + after, 4
        from record r cross join unnest(array[3, 7]) after
        where c.status = 'closing' and (r.organisation_id, r.conversation_id) = (c.organisation_id, c.id)
          and r.voided_at is null and not exists (select from signature s
            where (s.organisation_id, s.conversation_id, s.record_version, s.person_id)
              = (r.organisation_id, r.conversation_id, r.version, p.person_id))) w
    where h.wanted and h.kind = w.kind and w.day <= today and today < w.day + w.lasts
      and app.is_here(p.organisation_id, p.person_id)
      and not exists (select from mail m where (m.organisation_id, m.person_id, m.kind, m.for_date, m.conversation_id)
        = (c.organisation_id, p.person_id, w.kind, w.day, c.id));
end $$;

-- ── The hosts' week ─────────────────────────────────────────────────────────────────────────────────────────────

-- What a host's week holds: talks to come, what waits for the host, what is closed since the last digest.
create function app.week_of(house uuid, host uuid, at timestamptz) returns table (conversation_id uuid, other_id uuid,
  about text, starts_at timestamptz, minutes int) language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, other.person_id, w.about, c.starts_at, c.minutes
  from party p
  join conversation c on (c.organisation_id, c.id) = (p.organisation_id, p.conversation_id)
  join party other on (other.organisation_id, other.conversation_id) = (c.organisation_id, c.id)
    and other.role = 'participant' and other.starts_on <= app.today() and (other.ends_on is null or other.ends_on > app.today())
  cross join lateral (select case
    when c.status = 'agreed' and c.starts_at > at and c.starts_at < at + interval '8 days' then 'coming'
    when c.status = 'invited' and c.times_wanted_at is not null or exists (select from proposed_time t
      where (t.organisation_id, t.conversation_id) = (c.organisation_id, c.id) and t.proposed_by <> p.person_id)
      then 'times-wanted'
    when c.status = 'held' then 'to-close'
    when c.status = 'closing' and not exists (select from signature s
      join record r on (r.organisation_id, r.conversation_id, r.version) = (s.organisation_id, s.conversation_id, s.record_version)
      where (s.organisation_id, s.conversation_id, s.person_id) = (c.organisation_id, c.id, p.person_id) and r.voided_at is null)
      then 'to-sign'
    when c.status in ('closed', 'contested') and c.closed_at > at - interval '7 days' then 'closed'
  end as about) w
  where p.organisation_id = house and p.person_id = host and p.role = 'host' and w.about is not null
    and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today())
$$;

-- Hosts whose week holds something and who have no digest about it yet. Whose week may hold something is seen by the
-- conversations first: a round asks every minute of a Monday.
create function app.due_digests(week date, at timestamptz) returns table (organisation_id uuid, person_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform app.demand_round('digests');
  return query with busy as materialized (select distinct p.organisation_id, p.person_id
    from party p join conversation c on (c.organisation_id, c.id) = (p.organisation_id, p.conversation_id)
    where p.role = 'host' and (c.status in ('held', 'closing')
        or c.status = 'agreed' and c.starts_at > at and c.starts_at < at + interval '8 days'
        or c.status = 'invited' and c.times_wanted_at is not null
        or c.status in ('invited', 'agreed', 'postponed') and exists (select from proposed_time t
          where (t.organisation_id, t.conversation_id) = (c.organisation_id, c.id) and t.proposed_by <> p.person_id)
        or c.status in ('closed', 'contested') and c.closed_at > at - interval '7 days')
      and not exists (select from mail m where (m.organisation_id, m.person_id, m.kind, m.for_date)
        = (p.organisation_id, p.person_id, 'weekly-digest', week)))
    select b.organisation_id, b.person_id from busy b
    where app.is_here(b.organisation_id, b.person_id)
      and exists (select from app.week_of(b.organisation_id, b.person_id, at));
end $$;

-- ── What a letter's own job may know ────────────────────────────────────────────────────────────────────────────

-- The week of the host whose digest this job sends, with names.
create function app.digest(at timestamptz) returns table (other text, about text, starts_at timestamptz, minutes int)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.name, w.about, w.starts_at, w.minutes
  from app.job() j
  join mail m on (m.organisation_id, m.id) = (j.organisation_id, j.id) and m.kind = 'weekly-digest'
  cross join lateral app.week_of(m.organisation_id, m.person_id, at) w
  join person o on (o.organisation_id, o.id) = (m.organisation_id, w.other_id)
  where j.kind = 'send-mail' order by w.starts_at, o.name
$$;

-- When the reader of this job's mail is taken up: leave, and the times of their own talks (S3-22).
create function app.taken_up(at timestamptz) returns table ("from" timestamptz, "to" timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  with reader as (
    select m.organisation_id, m.person_id from app.job() j
    join mail m on (m.organisation_id, m.id) = (j.organisation_id, j.id) where j.kind = 'send-mail')
  select l.starts_on::timestamp at time zone 'Europe/Copenhagen', l.ends_on::timestamp at time zone 'Europe/Copenhagen'
    from reader r join leave l on (l.organisation_id, l.person_id) = (r.organisation_id, r.person_id)
    where not l.mails and l.ends_on >= (at at time zone 'Europe/Copenhagen')::date
  union all
  select c.starts_at, c.starts_at + make_interval(mins => c.minutes)
    from reader r join party p on (p.organisation_id, p.person_id) = (r.organisation_id, r.person_id)
    join conversation c on (c.organisation_id, c.id) = (p.organisation_id, p.conversation_id)
    where c.status in ('agreed', 'talking', 'held', 'closing', 'closed', 'contested') and c.starts_at > at - interval '5 hours'
$$;

-- How far the two are in the conversation this job's mail is about, in yes and no. Its tables come later than this file.
create function app.mail_standing(out begun boolean, out shared boolean, out other_shared boolean, out themes_sent boolean,
  out other_themes_sent boolean, out answered boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare about mail;
begin
  select m.* into about from app.job() j join mail m on (m.organisation_id, m.id) = (j.organisation_id, j.id)
    where j.kind = 'send-mail';
  select coalesce(bool_or(p.person_id = about.person_id), false),
      coalesce(bool_or(p.person_id = about.person_id and p.shared_at is not null), false),
      coalesce(bool_or(p.person_id <> about.person_id and p.shared_at is not null), false)
    into begun, shared, other_shared
    from preparation p where (p.organisation_id, p.conversation_id) = (about.organisation_id, about.conversation_id);
  select coalesce(bool_or(t.author_id = about.person_id), false), coalesce(bool_or(t.reader_id = about.person_id), false)
    into themes_sent, other_themes_sent
    from sent_themes t where (t.organisation_id, t.conversation_id) = (about.organisation_id, about.conversation_id);
  answered := exists (select from signature s
    join record r on (r.organisation_id, r.conversation_id, r.version) = (s.organisation_id, s.conversation_id, s.record_version)
    where (s.organisation_id, s.conversation_id, s.person_id) = (about.organisation_id, about.conversation_id, about.person_id)
      and r.voided_at is null);
end $$;

-- ── What people see of mails ────────────────────────────────────────────────────────────────────────────────────

-- The letters to the other party of a conversation of mine that wait for their time; the rules say which still have a reason.
create function app.held_mail(of_conversation uuid) returns table (kind text, due timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.kind, m.due_at from mail m, app.viewer() v
  where m.organisation_id = v.organisation_id and m.conversation_id = of_conversation and m.person_id <> v.person_id
    and m.queued_at is null and m.due_at is not null and (m.for_date is null or m.kind = 'follow-up-late')
    and of_conversation in (select app.my_conversations())
$$;

-- The outbox of the house one administers: to whom, when, what became of it. Which kind of letter it is stays hidden when
-- it is about a conversation, and no code is a row here.
create function app.outbox(wanted text, most int, skipped int) returns table (id uuid, name text, address text,
  about text, made_at timestamptz, due_at timestamptz, sent_at timestamptz, failure text, tried boolean, dropped boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, p.name, p.address, case when m.conversation_id is null then m.kind else 'conversation' end,
    m.made_at, m.due_at, m.sent_at, m.failure, m.tries > 0, m.dropped is not null
  from (
    select * from mail where wanted = 'waiting' and organisation_id = (select app.office()) and due_at is not null
    union all
    select * from mail where wanted = 'failed' and organisation_id = (select app.office())
      and failure is not null and sent_at is null and dropped is null
    union all
    (select * from mail where wanted not in ('waiting', 'failed') and organisation_id = (select app.office())
      order by made_at desc, id limit most + skipped)) m
  join person p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
  order by m.made_at desc, m.id limit most offset skipped
$$;

revoke execute on function app.begin_round(), app.end_round(), app.round(), app.demand_round(text),
  app.queue_due_mails(timestamptz, int), app.order_mail(uuid, uuid, uuid, uuid, text, date, timestamptz, timestamptz),
  app.mail_choices(), app.due_reminders(text, date[], timestamptz[], timestamptz), app.week_of(uuid, uuid, timestamptz),
  app.due_offered(timestamptz), app.due_digests(date, timestamptz), app.digest(timestamptz), app.taken_up(timestamptz), app.mail_standing(),
  app.held_mail(uuid), app.outbox(text, int, int) from public;
grant execute on function app.begin_round(), app.end_round(), app.queue_due_mails(timestamptz, int), app.mail_choices(),
  app.order_mail(uuid, uuid, uuid, uuid, text, date, timestamptz, timestamptz),
  app.due_reminders(text, date[], timestamptz[], timestamptz), app.due_offered(timestamptz),
  app.due_digests(date, timestamptz), app.digest(timestamptz),
  app.taken_up(timestamptz), app.mail_standing() to {{jobs}};
grant execute on function app.held_mail(uuid) to {{party}};
grant execute on function app.outbox(text, int, int) to {{office}};
