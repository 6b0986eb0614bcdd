-- Screen 27: who has which duty, for an administrator, and the day it ends (D16: an end date cuts access that day).

create function app.roles() returns table (id uuid, person text, unit text, duty text, starts_on date, ends_on date, mine boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.id, p.name, u.name, d.duty, d.starts_on, d.ends_on, d.person_id = v.person_id
  from app.viewer() v
  join duty d on d.organisation_id = v.organisation_id and (d.ends_on is null or d.ends_on > app.today())
  join person p on (p.organisation_id, p.id) = (d.organisation_id, d.person_id)
  left join unit u on (u.organisation_id, u.id) = (d.organisation_id, d.unit_id)
  where app.has_duty('administrator')
  order by array_position(array['administrator', 'hr', 'chair', 'deputy', 'amr', 'tr'], d.duty), p.name collate "da-x-icu", u.name
$$;

-- Sets the first day without the duty, or takes it away again. False, and nothing changed, where nobody would administer the
-- organisation from some day on: two who end each other's wait for one another.
create function app.end_role(of_duty uuid, on_day date) returns boolean language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  house uuid := (select v.organisation_id from app.viewer() v where app.has_duty('administrator'));
  ended duty;
begin
  if house is null then raise exception 'not-yours' using errcode = 'P0403'; end if;
  perform pg_advisory_xact_lock(hashtextextended('roles' || house, 0));
  select * into ended from duty d where (d.organisation_id, d.id) = (house, of_duty)
    and (d.ends_on is null or d.ends_on > app.today());
  if ended is null or on_day < app.today() or on_day < ended.starts_on then raise exception 'not-now' using errcode = 'P0409'; end if;
  if ended.duty = 'administrator' and on_day is not null and not exists (select from duty d where d.organisation_id = house
    and d.duty = 'administrator' and d.id <> of_duty and d.starts_on <= on_day and d.ends_on is null) then return false; end if;
  update duty d set ends_on = on_day where (d.organisation_id, d.id) = (house, of_duty);
  return true;
end $$;

revoke execute on function app.roles(), app.end_role(uuid, date) from public;
grant execute on function app.roles(), app.end_role(uuid, date) to {{party}};
