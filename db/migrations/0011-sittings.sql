-- One talk, or several small ones with one plan and one closing (S0-22).

alter table conversation add column shape text not null default 'one'
  check (shape in ('one', 'one-and-follow-up', 'one-and-several', 'several'));
grant update (shape) on conversation to {{party}};

-- The days they have met before the last one, which is the conversation's own.
create table sitting (
  organisation_id uuid not null,
  conversation_id uuid not null,
  met_on date not null,
  primary key (organisation_id, conversation_id, met_on),
  foreign key (organisation_id, conversation_id) references conversation (organisation_id, id)
);
alter table sitting enable row level security;
alter table sitting force row level security;
create policy owner_all on sitting to {{owner}} using (true) with check (true);
grant select, insert on sitting to {{party}};
create policy party_read on sitting for select to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations()));
create policy party_insert on sitting for insert to {{party}}
  with check (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations()));
