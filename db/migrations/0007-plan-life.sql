-- The plan after its closing: what became of each point, and the earlier talk that ends when the next one closes.

-- Done, dropped or open again, of a point or of the promise in it. The frozen record stays as it was signed; this lies
-- beside it, by the point's place in that version. What the mark says is sealed; who and which day is plain.
create table point_mark (
  organisation_id uuid not null,
  conversation_id uuid not null,
  record_version int not null,
  point int not null check (point between 0 and 999),
  about text not null check (about in ('point', 'promise')),
  shelf_id uuid not null,
  version int not null,
  sealed bytea not null,
  marked_by uuid not null,
  marked_on date not null,
  primary key (organisation_id, conversation_id, record_version, point, about),
  foreign key (organisation_id, conversation_id, record_version) references record (organisation_id, conversation_id, version),
  foreign key (organisation_id, marked_by) references person (organisation_id, id),
  foreign key (organisation_id, shelf_id) references shelf (organisation_id, id)
);
alter table point_mark enable row level security;
alter table point_mark force row level security;
create policy owner_all on point_mark to {{owner}} using (true) with check (true);

grant select, insert, update (version, sealed, marked_by, marked_on) on point_mark to {{party}};
create policy party_read on point_mark for select to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations()));
-- Either of the two marks a point, in their own name; what the host has promised, the host alone ticks.
create policy party_insert on point_mark for insert to {{party}}
  with check ((organisation_id, marked_by) = (select organisation_id, person_id from app.viewer())
    and (conversation_id in (select app.my_hosted()) or about = 'point' and conversation_id in (select app.my_conversations())));
create policy party_update on point_mark for update to {{party}}
  using (organisation_id = (select organisation_id from app.viewer())
    and (conversation_id in (select app.my_hosted()) or about = 'point' and conversation_id in (select app.my_conversations())))
  with check ((organisation_id, marked_by) = (select organisation_id, person_id from app.viewer()));

-- T24: the closing of a talk ends the earlier ones of the same kind about the same person in the same post, also those
-- that another held. Nothing of them is read.
create function app.end_earlier(of_conversation uuid) returns void language sql security definer
set search_path = public, pg_temp as $$
  update conversation e set status = 'ended', version = e.version + 1
    from app.viewer() v
    join conversation c on c.organisation_id = v.organisation_id and c.id = of_conversation
    join party p on (p.organisation_id, p.conversation_id) = (c.organisation_id, c.id) and p.role = 'participant'
    join party o on (o.organisation_id, o.person_id) = (p.organisation_id, p.person_id)
      and o.role = 'participant' and o.post_id is not distinct from p.post_id
    where of_conversation in (select app.my_conversations()) and c.status in ('closed', 'contested')
      and (e.organisation_id, e.id) = (o.organisation_id, o.conversation_id) and e.id <> c.id and e.kind = c.kind
      and e.status in ('closed', 'contested') and e.closed_at <= c.closed_at
$$;
revoke execute on function app.end_earlier(uuid) from public;
grant execute on function app.end_earlier(uuid) to {{party}};

-- ── The follow-up somebody asks for (T16) ───────────────────────────────────────────────────────────────────────

-- Days on which a house is closed, the first and the last included. They count for the unit and all below it.
create table closed_weeks (
  organisation_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  check (ends_on >= starts_on)
);
create index closed_weeks_unit on closed_weeks (organisation_id, unit_id);

-- Dates and who has said what: no text.
create table follow_up (
  organisation_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  asked_by uuid not null,
  asked_on date not null,
  -- Fourteen local days on, unless the asker moves it.
  due_on date not null,
  status text not null check (status in ('wanted', 'agreed', 'held', 'withdrawn')),
  starts_at timestamptz,
  -- The time it had before it was given up: a calendar can only take back what it knows.
  was_at timestamptz,
  calendar_sequence int not null default 0,
  -- Who has said that it was held, and on which day; the other one's word makes it so.
  said_by uuid,
  said_on date,
  held_on date,
  -- What the asker has answered about the closing weeks inside the deadline.
  closed_weeks text check (closed_weeks in ('before', 'after')),
  primary key (organisation_id, id),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, asked_by) references person (organisation_id, id),
  check (due_on >= asked_on),
  check (status <> 'agreed' or starts_at is not null),
  check ((status = 'held') = (held_on is not null)),
  check ((said_by is null) = (said_on is null))
);
create unique index follow_up_running on follow_up (organisation_id, conversation_id) where status in ('wanted', 'agreed');
create index follow_up_conversation on follow_up (organisation_id, conversation_id);

-- What the asker writes along, if anything. By itself, since it goes with the key of the plan and is not there for a slip
-- made after it, while the dates stay.
create table follow_up_line (
  organisation_id uuid not null,
  conversation_id uuid not null,
  follow_up_id uuid not null,
  shelf_id uuid not null,
  version int not null,
  sealed bytea not null,
  written_at timestamptz not null,
  primary key (organisation_id, follow_up_id),
  foreign key (organisation_id, follow_up_id) references follow_up (organisation_id, id) on delete cascade,
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, shelf_id) references shelf (organisation_id, id)
);

create table follow_up_time (
  organisation_id uuid not null,
  conversation_id uuid not null,
  follow_up_id uuid not null,
  id uuid not null,
  starts_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, follow_up_id, starts_at),
  foreign key (organisation_id, follow_up_id) references follow_up (organisation_id, id) on delete cascade,
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['closed_weeks', 'follow_up', 'follow_up_line', 'follow_up_time'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to {{owner}} using (true) with check (true)', t);
  end loop;
end $$;

-- Whose closing weeks I may write: an administrator everybody's, a leader those of the units they lead in.
create function app.my_houses() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select u.id from unit u, app.viewer() v where u.organisation_id = v.organisation_id and app.has_duty('administrator')
  union
  select o.unit_id from post o, app.viewer() v
    where o.organisation_id = v.organisation_id
      and (o.id in (select participant_post_id from app.my_hostings()) or o.id in (select host_post_id from app.my_hostings()))
$$;

-- The house's TR and AMR, for whoever is party to the talk: all of them, since who belongs to whom is stored nowhere.
create function app.representatives(of_conversation uuid) returns table (name text, duty text, address text)
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive above (id, parent_id) as (
    select u.id, u.parent_id from conversation c join unit u on (u.organisation_id, u.id) = (c.organisation_id, c.unit_id), app.viewer() v
      where c.organisation_id = v.organisation_id and c.id = of_conversation and c.id in (select app.my_conversations())
    union select u.id, u.parent_id from above a join unit u on u.id = a.parent_id, app.viewer() v
      where u.organisation_id = v.organisation_id)
  select p.name, d.duty, p.address from duty d
    join app.viewer() v on v.organisation_id = d.organisation_id
    join person p on (p.organisation_id, p.id) = (d.organisation_id, d.person_id)
    where d.duty in ('tr', 'amr') and exists (select from above)
      and (d.unit_id is null or d.unit_id in (select a.id from above a))
      and d.starts_on <= app.today() and (d.ends_on is null or d.ends_on > app.today())
    order by d.duty desc, p.name
$$;

grant select, insert, delete on closed_weeks, follow_up_time to {{party}};
grant select, insert on follow_up_line to {{party}};
grant select, insert, update (due_on, status, starts_at, was_at, calendar_sequence, said_by, said_on, held_on, closed_weeks) on follow_up to {{party}};
create policy party_read on closed_weeks for select to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()));
create policy party_insert on closed_weeks for insert to {{party}}
  with check (organisation_id = (select organisation_id from app.viewer()) and unit_id in (select app.my_houses()));
create policy party_delete on closed_weeks for delete to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and unit_id in (select app.my_houses()));
do $$
declare t text;
begin
  foreach t in array array['follow_up', 'follow_up_line', 'follow_up_time'] loop
    execute format('create policy party_read on %I for select to {{party}}
      using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations()))', t);
  end loop;
end $$;
-- The one the talk is about asks; the one who holds it gives times.
create policy party_insert on follow_up for insert to {{party}}
  with check ((organisation_id, asked_by) = (select organisation_id, person_id from app.viewer())
    and conversation_id in (select app.my_conversations()) and conversation_id not in (select app.my_hosted()));
create policy party_insert on follow_up_line for insert to {{party}}
  with check (exists (select from follow_up f where (f.organisation_id, f.id, f.conversation_id)
      = (follow_up_line.organisation_id, follow_up_line.follow_up_id, follow_up_line.conversation_id)
    and (f.organisation_id, f.asked_by) = (select organisation_id, person_id from app.viewer())));
create policy party_update on follow_up for update to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations()));
create policy party_insert on follow_up_time for insert to {{party}}
  with check (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_hosted()));
create policy party_delete on follow_up_time for delete to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_hosted()));

-- A letter says when it is to be held; never the line.
grant select (organisation_id, id, conversation_id, asked_on, due_on, status, starts_at, was_at, calendar_sequence) on follow_up to {{jobs}};
create policy jobs_read on follow_up for select to {{jobs}}
  using ((organisation_id, conversation_id) = (select organisation_id, conversation_id from app.job()));

-- ── Rounds ──────────────────────────────────────────────────────────────────────────────────────────────────────

-- What a round looks at: the clocks that run, in dates and ids.
create function app.running_follow_ups() returns table (organisation uuid, conversation uuid, asker uuid, host uuid,
  asked_on date, due_on date, status text, said_by uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform app.demand_round('follow-ups');
  return query select f.organisation_id, f.conversation_id, f.asked_by, h.person_id, f.asked_on, f.due_on, f.status, f.said_by
    from follow_up f join party h on (h.organisation_id, h.conversation_id) = (f.organisation_id, f.conversation_id)
      and h.role = 'host' and h.starts_on <= app.today() and (h.ends_on is null or h.ends_on > app.today())
    where f.status in ('wanted', 'agreed');
end $$;

-- T24: a talk ends twelve months and sixty days after its closing, if no other has ended it before.
-- By the day it was closed, so that a round finds the few whose year is over without looking at all the others.
create index conversation_closed on conversation (closed_at) where status in ('closed', 'contested');

create function app.end_old_talks(today date) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ended int;
begin
  perform app.demand_round('end-talks');
  with gone as (update conversation c set status = 'ended', version = c.version + 1
    where c.status in ('closed', 'contested')
      -- The index answers this one, some days too wide for leap years and time zones; the next is the rule.
      and c.closed_at < (today - 60) - interval '12 months' + interval '4 days'
      and ((c.closed_at at time zone 'Europe/Copenhagen')::date + interval '12 months')::date + 60 <= today
    returning c.organisation_id, c.id),
  told as (insert into event (organisation_id, id, at, actor_id, what, conversation_id, salt)
    select g.organisation_id, gen_random_uuid(), app.now(), null, 'conversation-ended', g.id, uuid_send(gen_random_uuid()) from gone g)
  select count(*)::int into ended from gone;
  return ended;
end $$;

revoke execute on function app.my_houses(), app.representatives(uuid), app.running_follow_ups(),
  app.end_old_talks(date) from public;
grant execute on function app.my_houses(), app.representatives(uuid) to {{party}};
grant execute on function app.running_follow_ups(), app.end_old_talks(date) to {{jobs}};
