-- Who is taken when: by a talk, by the next of several small ones, by a follow-up; in whichever part one has in it.

alter table conversation
  -- Who alone has set the time of the next small talk (T9); nobody, once the two have agreed on one.
  add column time_set_by uuid;
grant update (time_set_by) on conversation to {{party}};

-- Whether somebody has an appointment within these minutes, but for one conversation's own. A follow-up takes half an hour.
create function app.has_appointment(house uuid, who uuid, but uuid, from_at timestamptz, length int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from party p
    join conversation c on (c.organisation_id, c.id) = (p.organisation_id, p.conversation_id)
    cross join lateral (
      select c.starts_at, c.minutes where c.status in ('agreed', 'talking')
      union all
      select f.starts_at, 30 from follow_up f
        where (f.organisation_id, f.conversation_id) = (c.organisation_id, c.id) and f.status = 'agreed') t
    where p.organisation_id = house and p.person_id = who and c.id <> but
      and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today())
      and t.starts_at < from_at + make_interval(mins => length)
      and t.starts_at + make_interval(mins => t.minutes) > from_at)
$$;

-- Which of the two in a conversation of mine has something else then. Not what, and not with whom.
create function app.busy_in(of_conversation uuid, from_at timestamptz, length int) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select p.role from app.viewer() v
  join party p on p.organisation_id = v.organisation_id and p.conversation_id = of_conversation
    and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today())
  where of_conversation in (select app.my_conversations())
    and app.has_appointment(p.organisation_id, p.person_id, of_conversation, from_at, length)
$$;

-- Whoever would have a time of one of these two waits for the others here, until this is done.
create function app.hold_times(of_conversation uuid) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  each record;
begin
  for each in select p.organisation_id, p.person_id from app.viewer() v
    join party p on p.organisation_id = v.organisation_id and p.conversation_id = of_conversation
      and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today())
    where of_conversation in (select app.my_conversations())
    order by p.person_id
  loop
    perform pg_advisory_xact_lock(hashtextextended('times' || each.organisation_id::text || each.person_id::text, 0));
  end loop;
end $$;

revoke execute on function app.has_appointment(uuid, uuid, uuid, timestamptz, int), app.busy_in(uuid, timestamptz, int),
  app.hold_times(uuid) from public;
grant execute on function app.busy_in(uuid, timestamptz, int), app.hold_times(uuid) to {{party}};
