-- Reading an organisation's file in (issue 4): looked through first, then put in place whole or not at all.

-- One file read in. `report` is what the page shows of it: faults, or what is new, changed and missing; once it is in place
-- only the counts stay. `seen_at` is the last sign of whoever works on it.
create table intake (
  organisation_id uuid not null references organisation,
  id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  status text not null check (status in ('reading', 'heads', 'faults', 'refused', 'ready', 'placing', 'done', 'failed')),
  rows_read int not null default 0,
  rows_in_all int not null default 0,
  seen_at timestamptz not null,
  report jsonb not null default '{}',
  done_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, made_by) references person (organisation_id, id)
);

-- What somebody has said of a head: which column it is. Asked once, and remembered.
create table intake_head (
  organisation_id uuid not null references organisation,
  head text not null check (length(head) between 1 and 254),
  meant text not null check (meant ~ '^[a-zA-Z]{1,40}$'),
  primary key (organisation_id, head)
);

-- The file as it was understood, until it is in place or another is read. Nothing refers to these rows and a crash may take
-- them: the file is still where it came from. PostgreSQL lets nobody under row-level security COPY into a table, so they
-- come as arrays, thousands at a time.
create unlogged table intake_unit (
  organisation_id uuid not null,
  intake_id uuid not null,
  no int not null,
  name text not null,
  parent int,
  unit_id uuid not null,
  known boolean not null default false
);

-- A row of the file. `host` is the place of the row that hosts this one; `seated` is false for a chair without a job.
-- person_id and post_id are new ones until the row is found to tell of somebody, or a post, that is here already.
create unlogged table intake_row (
  organisation_id uuid not null,
  intake_id uuid not null,
  no int not null,
  line int not null,
  number text collate "C" not null,
  name text not null,
  address text collate "C",
  language text,
  unit int not null,
  seated boolean not null,
  title text not null,
  team text,
  staff_group text,
  starts_on date not null,
  start_said boolean not null,
  ends_on date,
  duties text,
  host int,
  first boolean not null,
  person_id uuid not null,
  post_id uuid not null,
  known boolean not null default false,
  placed boolean not null default false
);

do $$
declare t text;
begin
  foreach t in array array['intake', 'intake_head', 'intake_unit', 'intake_row'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to {{owner}} using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to {{office}}', t);
    execute format('create policy office_all on %I to {{office}}
      using (organisation_id = (select app.office())) with check (organisation_id = (select app.office()))', t);
  end loop;
end $$;

-- The lines of a file of the viewer's own organisation whose address people of another one sign in with.
create function app.taken_lines(file uuid) returns table (line int, name text, address text) language sql stable security definer
set search_path = public, pg_temp as $$
  select distinct s.line, s.name, s.address from intake_row s join person p on p.address = s.address
  where s.organisation_id = (select app.office()) and s.intake_id = file and p.organisation_id <> (select app.office())
$$;
revoke execute on function app.taken_lines(uuid) from public;
grant execute on function app.taken_lines(uuid) to {{office}};

-- So many rows at once are news to the planner, which else would learn of them within a minute or two.
create function app.weigh_people() returns void language sql security definer set search_path = public, pg_temp as
$$ analyze unit; analyze person; analyze post; analyze duty; analyze hosting $$;
revoke execute on function app.weigh_people() from public;
grant execute on function app.weigh_people() to {{office}};
