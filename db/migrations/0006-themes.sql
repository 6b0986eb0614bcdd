-- What each would most like to talk about, and hopes for (S0-42, S0-46, S0-47): told beforehand, apart from the answers.

-- Chosen so far, for its chooser alone.
create table own_themes (
  organisation_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  shelf_id uuid not null,
  version int not null,
  sealed bytea not null,
  saved_at timestamptz not null,
  primary key (organisation_id, conversation_id, person_id),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, shelf_id) references shelf (organisation_id, id)
);

-- A copy under the talk's key, addressed to one named person; taking back deletes it (walls §3).
create table sent_themes (
  organisation_id uuid not null,
  conversation_id uuid not null,
  author_id uuid not null,
  reader_id uuid not null,
  shelf_id uuid not null,
  version int not null,
  sealed bytea not null,
  sent_at timestamptz not null,
  primary key (organisation_id, conversation_id, author_id, reader_id),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id),
  foreign key (organisation_id, author_id) references person (organisation_id, id),
  foreign key (organisation_id, reader_id) references person (organisation_id, id),
  foreign key (organisation_id, shelf_id) references shelf (organisation_id, id),
  check (author_id <> reader_id)
);

alter table own_themes enable row level security;
alter table own_themes force row level security;
alter table sent_themes enable row level security;
alter table sent_themes force row level security;
create policy owner_all on own_themes to {{owner}} using (true) with check (true);
create policy owner_all on sent_themes to {{owner}} using (true) with check (true);

grant select, insert, update (version, sealed, saved_at) on own_themes to {{party}};
grant select, insert, delete on sent_themes to {{party}};

create policy party_own on own_themes to {{party}}
  using ((organisation_id, person_id) = (select organisation_id, person_id from app.viewer())
    and conversation_id in (select app.my_conversations()))
  with check ((organisation_id, person_id) = (select organisation_id, person_id from app.viewer())
    and conversation_id in (select app.my_conversations()));

create policy party_sent_read on sent_themes for select to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations())
    and case when (select app.previewing())
      then author_id = (select person_id from app.viewer()) and reader_id = (select app.reader())
      else (select person_id from app.viewer()) in (author_id, reader_id) end);
create policy party_sent_insert on sent_themes for insert to {{party}}
  with check ((organisation_id, author_id) = (select organisation_id, person_id from app.viewer())
    and conversation_id in (select app.my_conversations())
    and exists (select 1 from party p where p.organisation_id = sent_themes.organisation_id
      and p.conversation_id = sent_themes.conversation_id and p.person_id = sent_themes.reader_id));
create policy party_sent_delete on sent_themes for delete to {{party}}
  using ((organisation_id, author_id) = (select organisation_id, person_id from app.viewer())
    and conversation_id in (select app.my_conversations()));
