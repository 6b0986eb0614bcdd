-- Finding another time, putting off, declining and calling off (experience.md §2e, T3–T7).

alter table conversation
  -- The time it had before the last change: a calendar can only take back what it knows.
  add column was_at timestamptz,
  add column postponed_at timestamptz,
  add column postponed_by uuid,
  add column postponed_until date,
  -- How often the host has put it off; the host's year shows it.
  add column host_postponements int not null default 0,
  add column cancelled_at timestamptz,
  add column cancelled_cause text check (cancelled_cause in ('declined', 'left', 'double', 'mistake')),
  add check ((status = 'postponed') <= (postponed_by is not null and postponed_until is not null)),
  add check ((cancelled_at is null) = (cancelled_cause is null));

-- Times that one of the two proposes for this talk alone, until the other answers.
create table proposed_time (
  organisation_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  proposed_by uuid not null,
  starts_at timestamptz not null,
  made_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, conversation_id, starts_at),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, proposed_by) references person (organisation_id, id)
);

alter table proposed_time enable row level security;
alter table proposed_time force row level security;
create policy owner_all on proposed_time to {{owner}} using (true) with check (true);

grant update (was_at, postponed_at, postponed_by, postponed_until, host_postponements, cancelled_at, cancelled_cause)
  on conversation to {{party}};
grant select, insert, delete on proposed_time to {{party}};
grant select on proposed_time to {{jobs}};
create policy party_read on proposed_time for select to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations()));
create policy party_insert on proposed_time for insert to {{party}}
  with check ((organisation_id, proposed_by) = (select organisation_id, person_id from app.viewer())
    and conversation_id in (select app.my_conversations()));
create policy party_delete on proposed_time for delete to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations()));
create policy jobs_read on proposed_time for select to {{jobs}}
  using ((organisation_id, conversation_id) = (select organisation_id, conversation_id from app.job()));

-- The talk's time is nobody's again, and whoever was offered it may pick it; withdrawn, it is offered to nobody: the
-- host cannot then.
create function app.let_go_of_time(of_conversation uuid, withdraw boolean) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  house uuid;
  gone uuid;
begin
  select v.organisation_id into house from app.viewer() v where of_conversation in (select app.my_conversations());
  update slot set conversation_id = null where organisation_id = house and conversation_id = of_conversation returning id into gone;
  if withdraw and gone is not null then
    delete from slot_offer where organisation_id = house and slot_id = gone;
    delete from slot where organisation_id = house and id = gone;
  end if;
end $$;

-- A talk gets a time, if both are free then: false when somebody else was quicker. All who would have a time of either wait
-- for each other here, so of fifty at once one gets it. The time the talk had is let go.
create function app.take_time(of_conversation uuid, at timestamptz, length int, new_slot uuid, withdraw boolean) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  house uuid;
  of_host uuid;
  free uuid;
begin
  select h.organisation_id, h.person_id into house, of_host
    from app.viewer() v
    join party h on h.organisation_id = v.organisation_id and h.conversation_id = of_conversation and h.role = 'host'
      and h.starts_on <= app.today() and (h.ends_on is null or h.ends_on > app.today())
    where of_conversation in (select app.my_conversations());
  if of_host is null then raise exception 'not-party' using errcode = 'P0403'; end if;
  perform app.hold_times(of_conversation);
  if exists (select from app.busy_in(of_conversation, at, length)) then return false; end if;
  perform app.let_go_of_time(of_conversation, withdraw);
  select s.id into free from slot s where s.organisation_id = house and s.host_id = of_host
    and s.starts_at = at and s.minutes = length and s.conversation_id is null limit 1;
  if free is null then
    free := new_slot;
    insert into slot values (house, free, of_host, at, length, null);
  end if;
  update slot set conversation_id = of_conversation where organisation_id = house and id = free;
  insert into slot_offer values (house, of_conversation, free) on conflict do nothing;
  return true;
end $$;

revoke execute on function app.take_time(uuid, timestamptz, int, uuid, boolean), app.let_go_of_time(uuid, boolean) from public;
grant execute on function app.take_time(uuid, timestamptz, int, uuid, boolean), app.let_go_of_time(uuid, boolean) to {{party}};
