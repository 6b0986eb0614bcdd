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

-- ── Mails whose time has come ───────────────────────────────────────────────────────────────────────────────────

-- Enters the jobs of mails that have waited for their time; gives how many.
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
        where w.queued_at is null and w.sent_at is null and w.dropped is null and w.due_at <= at
        order by w.due_at limit most for update skip locked)
      returning m.organisation_id as organisation, m.conversation_id as conversation, m.id
  loop
    perform graphile_worker.add_job('send-mail', json_strip_nulls(row_to_json(due)), max_attempts => 12,
      job_key => 'mail ' || due.id);
    queued := queued + 1;
  end loop;
  return queued;
end $$;

revoke execute on function app.begin_round(), app.end_round(), app.round(), app.demand_round(text),
  app.queue_due_mails(timestamptz, int) from public;
grant execute on function app.begin_round(), app.end_round(), app.queue_due_mails(timestamptz, int) to {{jobs}};
