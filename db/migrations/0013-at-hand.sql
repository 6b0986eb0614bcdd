-- What is to be at hand in a talk: the job description of a post (S0-07, S0-19).

-- A dated text, a link to where it lies, or both. It is about a post and not a talk, and its readers change with the post's
-- leaders: plain, no shelf (docs/decisions/2026-11-22-a-job-description-is-plain.md). A version is never changed.
create table job_description (
  organisation_id uuid not null,
  post_id uuid not null,
  version int not null check (version > 0),
  valid_from date not null,
  words text not null check (length(words) <= 6000),
  link text check (link ~ '^https://' and length(link) <= 500),
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (organisation_id, post_id, version),
  foreign key (organisation_id, post_id) references post (organisation_id, id),
  foreign key (organisation_id, written_by) references person (organisation_id, id),
  check (words <> '' or link is not null)
);
alter table job_description enable row level security;
alter table job_description force row level security;
create policy owner_all on job_description to {{owner}} using (true) with check (true);

-- A post of today whose job description I may read, and whether I may write it: whoever has the post reads it; whoever holds
-- its talks today, and the administrator, write it too. Nobody writes their own.
create function app.job_of(of_post uuid) returns table (person text, title text, unit text, mine boolean, may text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.name, o.title, u.name, p.id = v.person_id,
    case when p.id = v.person_id then 'read' else 'write' end
  from app.viewer() v
  join post o on (o.organisation_id, o.id) = (v.organisation_id, of_post)
    and o.starts_on <= app.today() and (o.ends_on is null or o.ends_on > app.today())
  join person p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
  join unit u on (u.organisation_id, u.id) = (o.organisation_id, o.unit_id)
  where p.id = v.person_id or app.has_duty('administrator')
    or o.id in (select h.participant_post_id from app.my_hostings() h)
$$;

-- All of them, by name; mine first. `since` is the day from which the one counts that counts today, looked up for those alone
-- who are shown: a house may have tens of thousands.
create function app.job_posts(search text) returns table (post uuid, person text, title text, unit text, mine boolean, since date)
language sql stable security definer set search_path = public, pg_temp as $$
  with found as (
    select o.organisation_id, o.id, p.name, o.title, o.unit_id, p.id = v.person_id as mine
    from (select x.organisation_id, x.person_id, app.has_duty('administrator') as admin from app.viewer() x) v
    join post o on o.organisation_id = v.organisation_id
      and o.starts_on <= app.today() and (o.ends_on is null or o.ends_on > app.today())
    join person p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
    where (p.id = v.person_id or v.admin or o.id in (select h.participant_post_id from app.my_hostings() h))
      and (search = '' or position(lower(search) in lower(p.name)) > 0)
    order by mine desc, p.name collate "da-x-icu" limit 200)
  select f.id, f.name, f.title, u.name, f.mine,
    (select max(j.valid_from) from job_description j where (j.organisation_id, j.post_id) = (f.organisation_id, f.id)
      and j.valid_from <= app.today())
  from found f join unit u on (u.organisation_id, u.id) = (f.organisation_id, f.unit_id)
  order by f.mine desc, f.name collate "da-x-icu"
$$;

-- Every version of one that I may read, the newest first, with who wrote it.
create function app.job_versions(of_post uuid)
returns table (version int, valid_from date, words text, link text, writer text, written_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select j.version, j.valid_from, j.words, j.link, w.name, j.written_at
  from app.viewer() v
  join job_description j on (j.organisation_id, j.post_id) = (v.organisation_id, of_post)
  join person w on (w.organisation_id, w.id) = (j.organisation_id, j.written_by)
  where exists (select from app.job_of(of_post))
  order by j.version desc
$$;

grant insert on job_description to {{party}};
create policy party_insert on job_description for insert to {{party}}
  with check ((organisation_id, written_by) = (select organisation_id, person_id from app.viewer())
    and exists (select from app.job_of(post_id) j where j.may = 'write'));

-- A version goes as a plan does, so long after another came to count instead; those of a post that has ended sooner.
create function app.delete_old_jobs() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.demand_round('deletion');
  delete from job_description j using (
    select v.organisation_id, v.post_id, v.version, lead(v.valid_from) over (partition by v.organisation_id, v.post_id
      order by v.valid_from, v.version) as followed_on from job_description v) f,
    organisation o, post p
  where (f.organisation_id, f.post_id, f.version) = (j.organisation_id, j.post_id, j.version)
    and o.organisation_id = j.organisation_id and (p.organisation_id, p.id) = (j.organisation_id, j.post_id)
    and (f.followed_on + make_interval(months => o.plan_months) <= app.today()
      or p.ends_on + make_interval(months => o.left_months) <= app.today());
end $$;
revoke execute on function app.delete_old_jobs() from public;
grant execute on function app.delete_old_jobs() to {{jobs}};

revoke execute on function app.job_of(uuid), app.job_posts(text), app.job_versions(uuid) from public;
grant execute on function app.job_of(uuid), app.job_posts(text), app.job_versions(uuid) to {{party}};

-- What became of a proposal to change it (S0-19): whoever holds the talk says so, once the plan it stands in is closed. What
-- was proposed stays sealed in that plan; this is status and dates.
create table job_decision (
  organisation_id uuid not null,
  conversation_id uuid not null,
  outcome text not null check (outcome in ('approved', 'not-now')),
  decided_by uuid not null,
  decided_on date not null,
  -- From when the version counts that was written on it.
  valid_from date,
  primary key (organisation_id, conversation_id),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, decided_by) references person (organisation_id, id),
  check ((outcome = 'approved') = (valid_from is not null))
);
alter table job_decision enable row level security;
alter table job_decision force row level security;
create policy owner_all on job_decision to {{owner}} using (true) with check (true);
grant select, insert, update (outcome, decided_by, decided_on, valid_from) on job_decision to {{party}};
create policy party_read on job_decision for select to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations()));
create policy party_insert on job_decision for insert to {{party}}
  with check ((organisation_id, decided_by) = (select organisation_id, person_id from app.viewer())
    and conversation_id in (select app.my_hosted()));
-- »Ikke nu« may become a yes; a yes stands, since a version counts by it.
create policy party_update on job_decision for update to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_hosted())
    and outcome = 'not-now')
  with check ((organisation_id, decided_by) = (select organisation_id, person_id from app.viewer()));

-- The papers one may want at hand (S0-57): for each of the form's slots a link to where it lies, or that it does not matter
-- this year. Either of the two fills them in; nothing is uploaded.
create table document_link (
  organisation_id uuid not null,
  conversation_id uuid not null,
  slot text not null check (slot ~ '^[a-z0-9-]{1,40}$'),
  shelf_id uuid not null,
  version int not null,
  sealed bytea not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (organisation_id, conversation_id, slot),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, saved_by) references person (organisation_id, id),
  foreign key (organisation_id, shelf_id) references shelf (organisation_id, id)
);
alter table document_link enable row level security;
alter table document_link force row level security;
create policy owner_all on document_link to {{owner}} using (true) with check (true);
grant select, insert, update (version, sealed, saved_by, saved_at) on document_link to {{party}};
create policy party_read on document_link for select to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations()));
create policy party_insert on document_link for insert to {{party}}
  with check ((organisation_id, saved_by) = (select organisation_id, person_id from app.viewer())
    and conversation_id in (select app.my_conversations()));
create policy party_update on document_link for update to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations()))
  with check ((organisation_id, saved_by) = (select organisation_id, person_id from app.viewer()));
select app.bind_to_slip('document_link', 'saved_at');

-- The slots filled before the slip of whoever looks: that there is something in them, and nothing of it.
create function app.locked_papers(of_conversation uuid) returns setof text language sql stable security definer
set search_path = public, pg_temp as $$
  select d.slot from document_link d, app.viewer() v
  where d.organisation_id = v.organisation_id and d.conversation_id = of_conversation and d.saved_at < v.texts_from
    and of_conversation in (select app.my_conversations())
$$;
revoke execute on function app.locked_papers(uuid) from public;
grant execute on function app.locked_papers(uuid) to {{party}};
