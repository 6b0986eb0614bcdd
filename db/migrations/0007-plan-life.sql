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
    where of_conversation in (select app.my_conversations()) and c.status in ('closed', 'contested')
      and e.organisation_id = c.organisation_id and e.id <> c.id and e.kind = c.kind
      and e.status in ('closed', 'contested') and e.closed_at <= c.closed_at
      and exists (select 1 from party o where (o.organisation_id, o.conversation_id) = (e.organisation_id, e.id)
        and o.role = 'participant' and o.person_id = p.person_id and o.post_id is not distinct from p.post_id)
$$;
revoke execute on function app.end_earlier(uuid) from public;
grant execute on function app.end_earlier(uuid) to {{party}};
