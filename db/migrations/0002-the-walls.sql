-- Who may read and write which rows. Each policy starts from the proved viewer; what it does not let through does not exist.

do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to {{owner}} using (true) with check (true)', t);
  end loop;
end $$;

-- ── Door: codes and sessions ────────────────────────────────────────────────────────────────────────────────────

grant select, insert, update, delete on code_request, sign_in_failure, proven_device, session to {{door}};
create policy door_all on code_request to {{door}} using (true) with check (true);
create policy door_all on sign_in_failure to {{door}} using (true) with check (true);
create policy door_all on proven_device to {{door}} using (true) with check (true);
create policy door_all on session to {{door}} using (true) with check (true);
grant select (organisation_id, id, address, address_proven_at, address_used_at, language), update (address_proven_at, address_used_at)
  on person to {{door}};
create policy door_person on person to {{door}} using (true) with check (true);
grant select (organisation_id) on organisation to {{door}};
create policy door_organisation on organisation for select to {{door}} using (true);

-- ── Office: the organisation, by an administrator of it or in the setup ─────────────────────────────────────────

do $$
declare t text;
begin
  foreach t in array array['organisation', 'concept', 'unit', 'person', 'post', 'duty', 'hosting'] loop
    execute format('grant select, insert, update on %I to {{office}}', t);
    execute format('create policy office_all on %I to {{office}}
      using (organisation_id = (select app.office())) with check (organisation_id = (select app.office()))', t);
  end loop;
end $$;
-- A published version never changes. Where somebody's codes go is not the office's to change: whoever could would open
-- what that person has written (walls §4). A file asks for another one, and it waits (0017).
revoke update on concept, person from {{office}};
grant update (number, name, language) on person to {{office}};
grant insert on event to {{office}};
create policy office_event on event for insert to {{office}} with check (organisation_id = (select app.office())
  and ((select app.setting_up()) or actor_id = (select person_id from app.viewer())));

-- ── Party: one's own conversations ──────────────────────────────────────────────────────────────────────────────

grant select on organisation, concept, unit, post, duty, hosting, conversation, party, slot, slot_offer, shelf, letter,
  preparation, answer, shared_answer, conclusion, tick, plan_point, pen, record, signature, document, reading, idempotency to {{party}};
grant select (organisation_id, id, name, language), update (language) on person to {{party}};
grant update (status, minutes, place, starts_at, invited_at, times_wanted_at, begun_at, held_on, begin_proposed_by, end_proposed_by, closed_at, calendar_sequence, version)
  on conversation to {{party}};
grant insert, delete, update (conversation_id) on slot to {{party}};
grant insert, delete on slot_offer, shared_answer to {{party}};
grant insert on shelf, letter, record, signature, mail, reading, event, idempotency to {{party}};
grant update (version, sealed) on letter to {{party}};
grant insert, update (finished_steps, last_step, last_saved_at, shared_at) on preparation to {{party}};
grant insert, update (person_id, until, place) on pen to {{party}};
grant insert, update (version, sealed, saved_at) on answer to {{party}};
grant insert, update (version, sealed, saved_by, saved_at) on conclusion to {{party}};
grant insert, update (version, sealed) on tick to {{party}};
grant insert, delete, update (position, version, sealed, saved_by, saved_at) on plan_point to {{party}};
grant update (voided_at) on record to {{party}};
grant delete, update (status, location) on idempotency to {{party}};

create policy party_organisation on organisation for select to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()));
create policy party_concept on concept for select to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()));
create policy party_unit on unit for select to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()));
create policy party_person on person for select to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and id in (select app.my_people()));
create policy party_language on person for update to {{party}}
  using ((organisation_id, id) = (select organisation_id, person_id from app.viewer()));
create policy party_post on post for select to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and person_id in (select app.my_people()));
create policy party_duty on duty for select to {{party}}
  using ((organisation_id, person_id) = (select organisation_id, person_id from app.viewer()));
create policy party_hosting on hosting for select to {{party}}
  using (organisation_id = (select organisation_id from app.viewer())
    and participant_post_id in (select participant_post_id from app.my_hostings()));

create policy party_conversation on conversation for select to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and id in (select app.my_conversations()));
create policy party_conversation_update on conversation for update to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and id in (select app.my_conversations()));

-- Everything that hangs on a conversation and belongs to both.
do $$
declare t text;
begin
  foreach t in array array['party', 'slot_offer', 'letter', 'conclusion', 'tick', 'plan_point', 'pen', 'record', 'signature', 'document'] loop
    execute format('create policy party_read on %I for select to {{party}}
      using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations()))', t);
  end loop;
end $$;

-- Joint text, which either writes in their own name. The letter's line is the host's.
do $$
declare
  t text;
  writer text;
begin
  for t, writer in values ('conclusion', 'saved_by'), ('plan_point', 'saved_by'), ('pen', 'person_id'), ('record', 'frozen_by') loop
    execute format('create policy party_insert on %I for insert to {{party}}
      with check ((organisation_id, %I) = (select organisation_id, person_id from app.viewer()) and conversation_id in (select app.my_conversations()))', t, writer);
  end loop;
  for t, writer in values ('conclusion', 'saved_by'), ('pen', 'person_id') loop
    execute format('create policy party_update on %I for update to {{party}}
      using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations()))
      with check ((organisation_id, %I) = (select organisation_id, person_id from app.viewer()) and conversation_id in (select app.my_conversations()))', t, writer);
  end loop;
end $$;
do $$
declare t text;
begin
  foreach t in array array['plan_point', 'record'] loop
    execute format('create policy party_update on %I for update to {{party}}
      using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations()))', t);
  end loop;
end $$;
create policy party_insert on letter for insert to {{party}}
  with check (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_hosted()));
create policy party_update on letter for update to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_hosted()));
create policy party_delete on plan_point for delete to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations()));
create policy party_insert on tick for insert to {{party}}
  with check ((organisation_id, person_id) = (select organisation_id, person_id from app.viewer())
    and conversation_id in (select app.my_conversations()));
create policy party_update on tick for update to {{party}}
  using ((organisation_id, person_id) = (select organisation_id, person_id from app.viewer())
    and conversation_id in (select app.my_conversations()));
create policy party_insert on signature for insert to {{party}}
  with check ((organisation_id, person_id) = (select organisation_id, person_id from app.viewer())
    and conversation_id in (select app.my_conversations()));

create policy party_slot_read on slot for select to {{party}}
  using ((organisation_id, host_id) = (select organisation_id, person_id from app.viewer())
    or (organisation_id = (select organisation_id from app.viewer()) and id in (select app.offered_slots())));
create policy party_slot_insert on slot for insert to {{party}}
  with check ((organisation_id, host_id) = (select organisation_id, person_id from app.viewer()));
-- Taking a free slot points it at a conversation of one's own; letting go of one's own empties it.
create policy party_slot_take on slot for update to {{party}}
  using (organisation_id = (select organisation_id from app.viewer())
    and (host_id = (select person_id from app.viewer()) or id in (select app.offered_slots()))
    and (conversation_id is null or conversation_id in (select app.my_conversations())))
  with check (conversation_id is null or conversation_id in (select app.my_conversations()));
create policy party_slot_delete on slot for delete to {{party}}
  using ((organisation_id, host_id) = (select organisation_id, person_id from app.viewer()));
-- Only a host's own times are offered, and only by the host.
create policy party_offer_insert on slot_offer for insert to {{party}}
  with check (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_hosted())
    and exists (select 1 from slot s where s.organisation_id = slot_offer.organisation_id and s.id = slot_offer.slot_id
      and s.host_id = (select person_id from app.viewer())));
create policy party_offer_delete on slot_offer for delete to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_hosted()));

-- No visible shelf, no key: one's own, and what both parties share.
create policy party_shelf on shelf for select to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations())
    and (person_id is null or person_id = (select person_id from app.viewer())));
create policy party_shelf_insert on shelf for insert to {{party}}
  with check (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations())
    and (person_id is null or person_id = (select person_id from app.viewer())));

do $$
declare t text;
begin
  foreach t in array array['preparation', 'answer'] loop
    execute format('create policy party_own on %I to {{party}}
      using ((organisation_id, person_id) = (select organisation_id, person_id from app.viewer()) and conversation_id in (select app.my_conversations()))
      with check ((organisation_id, person_id) = (select organisation_id, person_id from app.viewer()) and conversation_id in (select app.my_conversations()))', t);
  end loop;
end $$;

-- What I wrote, and what was addressed to me. In a preview only what I wrote and the other reads: never what a third
-- person once addressed to the other.
create policy party_shared_read on shared_answer for select to {{party}}
  using (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations())
    and case when (select app.previewing())
      then author_id = (select person_id from app.viewer()) and reader_id = (select app.reader())
      else (select person_id from app.viewer()) in (author_id, reader_id) end);
create policy party_shared_insert on shared_answer for insert to {{party}}
  with check ((organisation_id, author_id) = (select organisation_id, person_id from app.viewer())
    and conversation_id in (select app.my_conversations())
    and exists (select 1 from party p where p.organisation_id = shared_answer.organisation_id
      and p.conversation_id = shared_answer.conversation_id and p.person_id = shared_answer.reader_id));
create policy party_shared_delete on shared_answer for delete to {{party}}
  using ((organisation_id, author_id) = (select organisation_id, person_id from app.viewer())
    and conversation_id in (select app.my_conversations()));

-- A letter goes to the two of them and to nobody else.
create policy party_mail on mail for insert to {{party}}
  with check (organisation_id = (select organisation_id from app.viewer()) and conversation_id in (select app.my_conversations())
    and exists (select 1 from party p where p.organisation_id = mail.organisation_id
      and p.conversation_id = mail.conversation_id and p.person_id = mail.person_id));
create policy party_reading_insert on reading for insert to {{party}}
  with check ((organisation_id, reader_id) = (select organisation_id, person_id from app.viewer())
    and conversation_id in (select app.my_conversations()));
-- Shown to the writer; a participant's openings are never shown to the host.
create policy party_reading_read on reading for select to {{party}}
  using ((organisation_id, writer_id) = (select organisation_id, person_id from app.viewer())
    and exists (select 1 from party p where p.organisation_id = reading.organisation_id
      and p.conversation_id = reading.conversation_id and p.person_id = reading.writer_id and p.role = 'participant'));
create policy party_event on event for insert to {{party}}
  with check ((organisation_id, actor_id) = (select organisation_id, person_id from app.viewer())
    and (conversation_id is null or conversation_id in (select app.my_conversations())));
create policy party_idempotency on idempotency to {{party}}
  using ((organisation_id, person_id) = (select organisation_id, person_id from app.viewer()))
  with check ((organisation_id, person_id) = (select organisation_id, person_id from app.viewer()));

-- ── Jobs: what their own row names ──────────────────────────────────────────────────────────────────────────────

grant select on organisation, concept, unit, post, conversation, party, slot, slot_offer, shelf, record, signature,
  document, mail, code_request to {{jobs}};
grant select (organisation_id, id, name, address, language) on person to {{jobs}};
grant update (code_hash, organisation_id, person_id) on code_request to {{jobs}};
grant update (due_at, queued_at, tries, sent_at, failure, dropped) on mail to {{jobs}};
grant insert on document to {{jobs}};

do $$
declare t text;
begin
  foreach t in array array['organisation', 'concept', 'unit', 'post'] loop
    execute format('create policy jobs_read on %I for select to {{jobs}}
      using (organisation_id = (select organisation_id from app.job()))', t);
  end loop;
  foreach t in array array['party', 'slot_offer'] loop
    execute format('create policy jobs_read on %I for select to {{jobs}}
      using ((organisation_id, conversation_id) = (select organisation_id, conversation_id from app.job()))', t);
  end loop;
  foreach t in array array['record', 'signature'] loop
    execute format('create policy jobs_read on %I for select to {{jobs}}
      using ((select kind from app.job()) = ''draw-documents''
        and (organisation_id, conversation_id) = (select organisation_id, conversation_id from app.job()))', t);
  end loop;
end $$;
create policy jobs_read on conversation for select to {{jobs}}
  using ((organisation_id, id) = (select organisation_id, conversation_id from app.job()));
create policy jobs_read on slot for select to {{jobs}}
  using (organisation_id = (select organisation_id from app.job()) and id in (select o.slot_id from slot_offer o));
create policy jobs_person on person for select to {{jobs}}
  using ((select kind from app.job()) = 'send-code' or organisation_id = (select organisation_id from app.job()));
create policy jobs_code on code_request to {{jobs}}
  using ((select kind from app.job()) = 'send-code' and id = (select id from app.job()));
create policy jobs_mail on mail to {{jobs}}
  using ((select kind from app.job()) = 'send-mail' and (organisation_id, id) = (select organisation_id, id from app.job()));
create policy jobs_shelf on shelf for select to {{jobs}}
  using ((select kind from app.job()) = 'draw-documents' and scope in ('talk', 'plan')
    and (organisation_id, conversation_id) = (select organisation_id, conversation_id from app.job()));
create policy jobs_document on document to {{jobs}}
  using ((select kind from app.job()) = 'draw-documents'
    and (organisation_id, conversation_id) = (select organisation_id, conversation_id from app.job()))
  with check ((select kind from app.job()) = 'draw-documents'
    and (organisation_id, conversation_id) = (select organisation_id, conversation_id from app.job()));

grant select, insert, update, delete on job_worker to {{jobs}};
create policy jobs_worker on job_worker to {{jobs}} using (true) with check (true);
