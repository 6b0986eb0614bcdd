-- A file that was looked through and never put in place is the names, addresses and jobs of a whole organisation. It is
-- forgotten after seven days (src/domain/retention.ts): what stays is that it was here.

-- Rows of a file that is in place go when it is; those that a stop on the way has left go here too.
create function app.forget_files() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.demand_round('deletion');
  update intake set status = 'failed', report = '{"refused": "forgotten"}'
    where status in ('heads', 'faults', 'ready') and (made_at at time zone 'Europe/Copenhagen')::date + 7 <= app.today();
  -- Nobody works on it any more: its page has said so for a day.
  update intake set status = 'failed', report = '{"refused": "stopped"}'
    where status in ('reading', 'placing') and seen_at < app.now() - interval '1 day';
  delete from intake_row r where not exists (select from intake i where (i.organisation_id, i.id) = (r.organisation_id, r.intake_id)
    and i.status in ('reading', 'ready', 'placing'));
  delete from intake_unit u where not exists (select from intake i where (i.organisation_id, i.id) = (u.organisation_id, u.intake_id)
    and i.status in ('reading', 'ready', 'placing'));
end $$;
revoke execute on function app.forget_files() from public;

create or replace function app.prepare_deletions() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.demand_round('deletion');
  if exists (select from deletion_day where done_on = app.today()) then return; end if;
  insert into deletion_day (done_on) values (app.today()) on conflict (one) do update set done_on = app.today();
  perform app.bring_days_nearer();
  perform app.give_notices();
  perform app.forget_files();
  delete from reading r using organisation o
    where o.organisation_id = r.organisation_id and r.read_on + make_interval(months => o.talk_months) <= (select app.today());
end $$;
