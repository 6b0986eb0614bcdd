-- The database as it is now, described by src/db/schema.ts. Not run by anybody: the migrations make it.
-- Renew with: node_modules/.bin/node bin/schema.ts

ROLE {door} login
ROLE {jobs} login
ROLE {office} login
ROLE {party} login
ROLE {stats} login
ROLE {status} login

DATABASE: {door} connect, {jobs} connect, {office} connect, {party} connect, {stats} connect, {status} connect
SCHEMA app: {door} usage, {jobs} usage, {office} usage, {party} usage
SCHEMA graphile_worker: {jobs} usage
SCHEMA public: {door} usage, {jobs} usage, {office} usage, {party} usage, {stats} usage, {status} usage

TABLE address_change
  organisation_id uuid not null
  id uuid not null
  person_id uuid not null
  was text
  becomes text not null
  asked_by uuid not null
  asked_at timestamp with time zone not null
  works_from timestamp with time zone not null
  settled_at timestamp with time zone
  outcome text
  PRIMARY KEY (organisation_id, id)
  FOREIGN KEY (organisation_id, asked_by) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
  CHECK (((becomes = lower(becomes)) AND (length(becomes) <= 254)))
  CHECK (((settled_at IS NULL) = (outcome IS NULL)))
  CHECK ((outcome = ANY (ARRAY['agreed'::text, 'refused'::text, 'due'::text, 'withdrawn'::text, 'replaced'::text, 'taken'::text])))
  CHECK ((was IS DISTINCT FROM becomes))
  CHECK ((works_from = (asked_at + '72:00:00'::interval)))
  CREATE INDEX address_change_due btree (works_from) WHERE (settled_at IS NULL)
  CREATE INDEX address_change_person btree (organisation_id, person_id, asked_at DESC)
  CREATE INDEX address_change_was btree (was) WHERE (outcome = ANY (ARRAY['agreed'::text, 'due'::text]))
  CREATE UNIQUE INDEX address_change_waits btree (organisation_id, person_id) WHERE (settled_at IS NULL)
  ROW SECURITY FORCED
  GRANT TO {jobs}: select
  GRANT TO {office}: select
  POLICY jobs_code FOR select TO {jobs}
    USING (( SELECT job.kind FROM app.job() job(kind, organisation_id, conversation_id, id)) = 'send-code'::text)
  POLICY jobs_read FOR select TO {jobs}
    USING ((( SELECT job.kind FROM app.job() job(kind, organisation_id, conversation_id, id)) = 'send-mail'::text) AND ((organisation_id, person_id) = ( SELECT m.organisation_id, m.person_id FROM mail m)))
  POLICY office_read FOR select TO {office}
    USING (organisation_id = ( SELECT app.office() AS office))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE answer
  organisation_id uuid not null
  conversation_id uuid not null
  person_id uuid not null
  question text not null
  shelf_id uuid not null
  version integer not null
  sealed bytea not null
  saved_at timestamp with time zone not null
  PRIMARY KEY (organisation_id, conversation_id, person_id, question)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, shelf_id) REFERENCES shelf(organisation_id, id)
  CHECK ((question ~ '^[a-z0-9-]{1,40}$'::text))
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert, update (version, sealed, saved_at)
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_own FOR all TO {party}
    USING (((organisation_id, person_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
    CHECK (((organisation_id, person_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY slip_bound FOR select TO {party} RESTRICTIVE
    USING ((( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from)) IS NULL) OR (saved_at >= ( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from))))

TABLE chain
  organisation_id uuid not null
  month date not null
  sequence integer not null
  digest bytea not null
  previous bytea not null
  PRIMARY KEY (organisation_id, month, sequence)
  ROW SECURITY FORCED
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE chosen_helper
  organisation_id uuid not null
  person_id uuid not null
  helper_id uuid not null
  chosen_at timestamp with time zone not null
  PRIMARY KEY (organisation_id, person_id)
  FOREIGN KEY (organisation_id, helper_id) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
  CHECK ((helper_id <> person_id))
  ROW SECURITY FORCED
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE closed_weeks
  organisation_id uuid not null
  id uuid not null
  unit_id uuid not null
  starts_on date not null
  ends_on date not null
  PRIMARY KEY (organisation_id, id)
  FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id)
  CHECK ((ends_on >= starts_on))
  CREATE INDEX closed_weeks_unit btree (organisation_id, unit_id)
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert, delete
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_delete FOR delete TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (unit_id IN ( SELECT app.my_houses() AS my_houses)))
  POLICY party_insert FOR insert TO {party}
    CHECK ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (unit_id IN ( SELECT app.my_houses() AS my_houses)))
  POLICY party_read FOR select TO {party}
    USING (organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)))

TABLE code_request
  id uuid not null
  browser_hash bytea not null
  address text not null
  network text not null
  proven_device boolean not null
  long_code boolean not null
  made_at timestamp with time zone not null
  code_hash bytea
  organisation_id uuid
  person_id uuid
  tries integer not null default 0
  used_at timestamp with time zone
  PRIMARY KEY (id)
  FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
  CHECK ((length(address) <= 254))
  CREATE INDEX code_request_address btree (address, made_at)
  CREATE INDEX code_request_browser btree (browser_hash, made_at)
  CREATE INDEX code_request_network btree (network, made_at)
  ROW SECURITY FORCED
  GRANT TO {door}: select, insert, update, delete
  GRANT TO {jobs}: select, update (code_hash, organisation_id, person_id)
  POLICY door_all FOR all TO {door}
    USING true
    CHECK true
  POLICY jobs_code FOR all TO {jobs}
    USING ((( SELECT job.kind FROM app.job() job(kind, organisation_id, conversation_id, id)) = 'send-code'::text) AND (id = ( SELECT job.id FROM app.job() job(kind, organisation_id, conversation_id, id))))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE concept
  organisation_id uuid not null
  id uuid not null
  name text not null
  version integer not null
  body jsonb not null
  published_at timestamp with time zone not null
  PRIMARY KEY (organisation_id, id)
  UNIQUE (organisation_id, name, version)
  FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  CHECK ((version > 0))
  ROW SECURITY FORCED
  GRANT TO {jobs}: select
  GRANT TO {office}: select, insert
  GRANT TO {party}: select
  POLICY jobs_read FOR select TO {jobs}
    USING (organisation_id = ( SELECT job.organisation_id FROM app.job() job(kind, organisation_id, conversation_id, id)))
  POLICY office_all FOR all TO {office}
    USING (organisation_id = ( SELECT app.office() AS office))
    CHECK (organisation_id = ( SELECT app.office() AS office))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_concept FOR select TO {party}
    USING (organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)))

TABLE conclusion
  organisation_id uuid not null
  conversation_id uuid not null
  question text not null
  shelf_id uuid not null
  version integer not null
  sealed bytea not null
  saved_by uuid not null
  saved_at timestamp with time zone not null
  PRIMARY KEY (organisation_id, conversation_id, question)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, shelf_id) REFERENCES shelf(organisation_id, id)
  CHECK ((question ~ '^[a-z0-9-]{1,40}$'::text))
  CREATE TRIGGER refuse_when_frozen BEFORE INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION app.refuse_when_frozen()
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert, update (version, sealed, saved_by, saved_at)
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_insert FOR insert TO {party}
    CHECK (((organisation_id, saved_by) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_update FOR update TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
    CHECK (((organisation_id, saved_by) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY slip_bound FOR select TO {party} RESTRICTIVE
    USING ((( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from)) IS NULL) OR (saved_at >= ( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from))))

TABLE conversation
  organisation_id uuid not null
  id uuid not null
  kind text not null
  concept_id uuid not null
  unit_id uuid not null
  status text not null
  minutes integer not null
  place text
  starts_at timestamp with time zone
  invited_at timestamp with time zone
  times_wanted_at timestamp with time zone
  begun_at timestamp with time zone
  held_on date
  begin_proposed_by uuid
  end_proposed_by uuid
  closed_at timestamp with time zone
  calendar_sequence integer not null default 0
  version integer not null default 1
  was_at timestamp with time zone
  postponed_at timestamp with time zone
  postponed_by uuid
  postponed_until date
  host_postponements integer not null default 0
  cancelled_at timestamp with time zone
  cancelled_cause text
  shape text not null default 'one'::text
  time_set_by uuid
  PRIMARY KEY (organisation_id, id)
  FOREIGN KEY (organisation_id, concept_id) REFERENCES concept(organisation_id, id)
  FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id)
  FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  CHECK (((cancelled_at IS NULL) = (cancelled_cause IS NULL)))
  CHECK (((length(place) >= 1) AND (length(place) <= 120)))
  CHECK (((minutes >= 15) AND (minutes <= 240)))
  CHECK (((status <> ALL (ARRAY['agreed'::text, 'talking'::text])) OR (starts_at IS NOT NULL)))
  CHECK (((status <> ALL (ARRAY['held'::text, 'closing'::text, 'closed'::text, 'contested'::text])) OR (held_on IS NOT NULL)))
  CHECK (((status = 'postponed'::text) <= ((postponed_by IS NOT NULL) AND (postponed_until IS NOT NULL))))
  CHECK ((cancelled_cause = ANY (ARRAY['declined'::text, 'left'::text, 'double'::text, 'mistake'::text])))
  CHECK ((kind = ANY (ARRAY['mus'::text, 'lus'::text, 'grus'::text])))
  CHECK ((shape = ANY (ARRAY['one'::text, 'one-and-follow-up'::text, 'one-and-several'::text, 'several'::text])))
  CHECK ((status = ANY (ARRAY['draft'::text, 'invited'::text, 'agreed'::text, 'talking'::text, 'held'::text, 'closing'::text, 'closed'::text, 'contested'::text, 'ended'::text, 'postponed'::text, 'cancelled'::text, 'paused'::text, 'replaced'::text, 'reopened'::text])))
  CREATE INDEX conversation_closed btree (closed_at) WHERE (status = ANY (ARRAY['closed'::text, 'contested'::text]))
  CREATE INDEX conversation_day btree ((((starts_at AT TIME ZONE 'Europe/Copenhagen'::text))::date)) WHERE (status = 'agreed'::text)
  CREATE TRIGGER date_shelves AFTER UPDATE OF status FOR EACH ROW EXECUTE FUNCTION app.date_shelves()
  ROW SECURITY FORCED
  GRANT TO {jobs}: select
  GRANT TO {party}: select, update (status, minutes, place, starts_at, invited_at, times_wanted_at, begun_at, held_on, begin_proposed_by, end_proposed_by, closed_at, calendar_sequence, version, was_at, postponed_at, postponed_by, postponed_until, host_postponements, cancelled_at, cancelled_cause, shape, time_set_by)
  POLICY jobs_read FOR select TO {jobs}
    USING ((organisation_id, id) = ( SELECT job.organisation_id, job.conversation_id FROM app.job() job(kind, organisation_id, conversation_id, id)))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_conversation FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_conversation_update FOR update TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (id IN ( SELECT app.my_conversations() AS my_conversations)))

TABLE deletion_day
  one boolean not null default true
  done_on date not null
  PRIMARY KEY (one)
  CHECK (one)
  ROW SECURITY FORCED
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE deletion_notice
  organisation_id uuid not null
  shelf_id uuid not null
  person_id uuid not null
  layer text not null
  destroy_on date not null
  mail_id uuid not null
  PRIMARY KEY (organisation_id, shelf_id, person_id, destroy_on)
  FOREIGN KEY (organisation_id, mail_id) REFERENCES mail(organisation_id, id) ON DELETE CASCADE
  FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id, shelf_id) REFERENCES shelf(organisation_id, id)
  CHECK ((layer = ANY (ARRAY['own'::text, 'talk'::text, 'plan'::text])))
  CREATE INDEX deletion_notice_mail btree (organisation_id, mail_id)
  ROW SECURITY FORCED
  GRANT TO {jobs}: select
  POLICY jobs_read FOR select TO {jobs}
    USING ((( SELECT job.kind FROM app.job() job(kind, organisation_id, conversation_id, id)) = 'send-mail'::text) AND ((organisation_id, mail_id) = ( SELECT job.organisation_id, job.id FROM app.job() job(kind, organisation_id, conversation_id, id))))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE document
  organisation_id uuid not null
  conversation_id uuid not null
  record_version integer not null
  part text not null
  shelf_id uuid not null
  sealed bytea not null
  drawn_at timestamp with time zone not null
  PRIMARY KEY (organisation_id, conversation_id, record_version, part)
  FOREIGN KEY (organisation_id, conversation_id, record_version) REFERENCES record(organisation_id, conversation_id, version)
  FOREIGN KEY (organisation_id, shelf_id) REFERENCES shelf(organisation_id, id)
  CHECK ((part = ANY (ARRAY['record'::text, 'plan'::text])))
  ROW SECURITY FORCED
  GRANT TO {jobs}: select, insert
  GRANT TO {party}: select
  POLICY jobs_document FOR all TO {jobs}
    USING ((( SELECT job.kind FROM app.job() job(kind, organisation_id, conversation_id, id)) = 'draw-documents'::text) AND ((organisation_id, conversation_id) = ( SELECT job.organisation_id, job.conversation_id FROM app.job() job(kind, organisation_id, conversation_id, id))))
    CHECK ((( SELECT job.kind FROM app.job() job(kind, organisation_id, conversation_id, id)) = 'draw-documents'::text) AND ((organisation_id, conversation_id) = ( SELECT job.organisation_id, job.conversation_id FROM app.job() job(kind, organisation_id, conversation_id, id))))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY slip_bound FOR select TO {party} RESTRICTIVE
    USING ((( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from)) IS NULL) OR (drawn_at >= ( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from))))

TABLE document_link
  organisation_id uuid not null
  conversation_id uuid not null
  slot text not null
  shelf_id uuid not null
  version integer not null
  sealed bytea not null
  saved_by uuid not null
  saved_at timestamp with time zone not null
  PRIMARY KEY (organisation_id, conversation_id, slot)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, saved_by) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id, shelf_id) REFERENCES shelf(organisation_id, id)
  CHECK ((slot ~ '^[a-z0-9-]{1,40}$'::text))
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert, update (version, sealed, saved_by, saved_at)
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_insert FOR insert TO {party}
    CHECK (((organisation_id, saved_by) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_update FOR update TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
    CHECK ((organisation_id, saved_by) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)))
  POLICY slip_bound FOR select TO {party} RESTRICTIVE
    USING ((( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from)) IS NULL) OR (saved_at >= ( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from))))

TABLE duty
  organisation_id uuid not null
  id uuid not null
  person_id uuid not null
  unit_id uuid
  duty text not null
  starts_on date not null
  ends_on date
  PRIMARY KEY (organisation_id, id)
  CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
  CHECK ((duty = ANY (ARRAY['administrator'::text, 'hr'::text, 'amr'::text, 'tr'::text, 'chair'::text, 'deputy'::text])))
  CREATE INDEX duty_person btree (organisation_id, person_id)
  CREATE TRIGGER person_id_known AFTER INSERT REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_unknown('person_id', 'person', 'id')
  CREATE TRIGGER person_id_still_known AFTER UPDATE REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_unknown('person_id', 'person', 'id')
  CREATE TRIGGER unit_id_known AFTER INSERT REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_unknown('unit_id', 'unit', 'id')
  CREATE TRIGGER unit_id_still_known AFTER UPDATE REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_unknown('unit_id', 'unit', 'id')
  ROW SECURITY FORCED
  GRANT TO {office}: select, insert, update
  GRANT TO {party}: select
  POLICY office_all FOR all TO {office}
    USING (organisation_id = ( SELECT app.office() AS office))
    CHECK (organisation_id = ( SELECT app.office() AS office))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_duty FOR select TO {party}
    USING ((organisation_id, person_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)))

TABLE event
  organisation_id uuid not null
  id uuid not null
  at timestamp with time zone not null
  actor_id uuid
  what text not null
  conversation_id uuid
  ids jsonb not null default '{}'::jsonb
  salt bytea not null
  PRIMARY KEY (organisation_id, id)
  CHECK ((what ~ '^[a-z-]{1,40}$'::text))
  CHECK (app.holds_ids(ids))
  CREATE INDEX event_about btree (organisation_id, ((ids ->> 'person'::text))) WHERE (ids ? 'person'::text)
  CREATE INDEX event_actor btree (organisation_id, actor_id)
  CREATE INDEX event_conversation btree (organisation_id, conversation_id)
  CREATE TRIGGER chain_event AFTER INSERT FOR EACH ROW EXECUTE FUNCTION app.chain_event()
  ROW SECURITY FORCED
  GRANT TO {office}: insert
  GRANT TO {party}: insert
  POLICY office_event FOR insert TO {office}
    CHECK ((organisation_id = ( SELECT app.office() AS office)) AND (( SELECT app.setting_up() AS setting_up) OR (actor_id = ( SELECT viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)))))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_event FOR insert TO {party}
    CHECK (((organisation_id, actor_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND ((conversation_id IS NULL) OR (conversation_id IN ( SELECT app.my_conversations() AS my_conversations))))

TABLE follow_up
  organisation_id uuid not null
  id uuid not null
  conversation_id uuid not null
  asked_by uuid not null
  asked_on date not null
  due_on date not null
  status text not null
  starts_at timestamp with time zone
  was_at timestamp with time zone
  calendar_sequence integer not null default 0
  said_by uuid
  said_on date
  held_on date
  closed_weeks text
  PRIMARY KEY (organisation_id, id)
  FOREIGN KEY (organisation_id, asked_by) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  CHECK (((said_by IS NULL) = (said_on IS NULL)))
  CHECK (((status <> 'agreed'::text) OR (starts_at IS NOT NULL)))
  CHECK (((status = 'held'::text) = (held_on IS NOT NULL)))
  CHECK ((closed_weeks = ANY (ARRAY['before'::text, 'after'::text])))
  CHECK ((due_on >= asked_on))
  CHECK ((status = ANY (ARRAY['wanted'::text, 'agreed'::text, 'held'::text, 'withdrawn'::text])))
  CREATE INDEX follow_up_conversation btree (organisation_id, conversation_id)
  CREATE UNIQUE INDEX follow_up_running btree (organisation_id, conversation_id) WHERE (status = ANY (ARRAY['wanted'::text, 'agreed'::text]))
  ROW SECURITY FORCED
  GRANT TO {jobs}: select (organisation_id, id, conversation_id, asked_on, due_on, status, starts_at, was_at, calendar_sequence)
  GRANT TO {party}: select, insert, update (due_on, status, starts_at, was_at, calendar_sequence, said_by, said_on, held_on, closed_weeks)
  POLICY jobs_read FOR select TO {jobs}
    USING ((organisation_id, conversation_id) = ( SELECT job.organisation_id, job.conversation_id FROM app.job() job(kind, organisation_id, conversation_id, id)))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_insert FOR insert TO {party}
    CHECK (((organisation_id, asked_by) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)) AND (NOT (conversation_id IN ( SELECT app.my_hosted() AS my_hosted))))
  POLICY party_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_update FOR update TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))

TABLE follow_up_line
  organisation_id uuid not null
  conversation_id uuid not null
  follow_up_id uuid not null
  shelf_id uuid not null
  version integer not null
  sealed bytea not null
  written_at timestamp with time zone not null
  PRIMARY KEY (organisation_id, follow_up_id)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, follow_up_id) REFERENCES follow_up(organisation_id, id) ON DELETE CASCADE
  FOREIGN KEY (organisation_id, shelf_id) REFERENCES shelf(organisation_id, id)
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_insert FOR insert TO {party}
    CHECK (EXISTS ( SELECT FROM follow_up f WHERE (((f.organisation_id = follow_up_line.organisation_id) AND (f.id = follow_up_line.follow_up_id) AND (f.conversation_id = follow_up_line.conversation_id)) AND ((f.organisation_id, f.asked_by) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))))))
  POLICY party_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY slip_bound FOR select TO {party} RESTRICTIVE
    USING ((( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from)) IS NULL) OR (written_at >= ( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from))))

TABLE follow_up_time
  organisation_id uuid not null
  conversation_id uuid not null
  follow_up_id uuid not null
  id uuid not null
  starts_at timestamp with time zone not null
  PRIMARY KEY (organisation_id, id)
  UNIQUE (organisation_id, follow_up_id, starts_at)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, follow_up_id) REFERENCES follow_up(organisation_id, id) ON DELETE CASCADE
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert, delete
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_delete FOR delete TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_hosted() AS my_hosted)))
  POLICY party_insert FOR insert TO {party}
    CHECK ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_hosted() AS my_hosted)))
  POLICY party_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))

TABLE hosting
  organisation_id uuid not null
  participant_post_id uuid not null
  host_post_id uuid not null
  starts_on date not null
  ends_on date
  PRIMARY KEY (organisation_id, participant_post_id, host_post_id, starts_on)
  CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
  CHECK ((participant_post_id <> host_post_id))
  CREATE INDEX hosting_host btree (organisation_id, host_post_id)
  CREATE TRIGGER host_post_id_known AFTER INSERT REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_unknown('host_post_id', 'post', 'id')
  CREATE TRIGGER host_post_id_still_known AFTER UPDATE REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_unknown('host_post_id', 'post', 'id')
  CREATE TRIGGER participant_post_id_known AFTER INSERT REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_unknown('participant_post_id', 'post', 'id')
  CREATE TRIGGER participant_post_id_still_known AFTER UPDATE REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_unknown('participant_post_id', 'post', 'id')
  ROW SECURITY FORCED
  GRANT TO {office}: select, insert, update
  GRANT TO {party}: select
  POLICY office_all FOR all TO {office}
    USING (organisation_id = ( SELECT app.office() AS office))
    CHECK (organisation_id = ( SELECT app.office() AS office))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_hosting FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (participant_post_id IN ( SELECT my_hostings.participant_post_id FROM app.my_hostings() my_hostings(participant_post_id, host_post_id, host_duty_id, led_as))))

TABLE idempotency
  organisation_id uuid not null
  person_id uuid not null
  key text not null
  status integer
  location text
  made_at timestamp with time zone not null
  PRIMARY KEY (organisation_id, person_id, key)
  CHECK (((length(key) >= 8) AND (length(key) <= 64)))
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert, update (status, location), delete
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_idempotency FOR all TO {party}
    USING ((organisation_id, person_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)))
    CHECK ((organisation_id, person_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)))

TABLE installation
  one boolean not null default true
  installation uuid not null
  kind text not null
  made_at timestamp with time zone not null
  clock_offset interval not null default '00:00:00'::interval
  oldest_epoch integer not null default 1
  PRIMARY KEY (one)
  CHECK (((kind <> 'live'::text) OR (clock_offset = '00:00:00'::interval)))
  CHECK ((kind = ANY (ARRAY['demo'::text, 'trial'::text, 'live'::text])))
  CHECK (one)
  ROW SECURITY FORCED
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE intake
  organisation_id uuid not null
  id uuid not null
  made_by uuid not null
  made_at timestamp with time zone not null
  status text not null
  rows_read integer not null default 0
  rows_in_all integer not null default 0
  seen_at timestamp with time zone not null
  report jsonb not null default '{}'::jsonb
  done_at timestamp with time zone
  PRIMARY KEY (organisation_id, id)
  FOREIGN KEY (organisation_id, made_by) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  CHECK ((status = ANY (ARRAY['reading'::text, 'heads'::text, 'faults'::text, 'refused'::text, 'ready'::text, 'placing'::text, 'done'::text, 'failed'::text])))
  ROW SECURITY FORCED
  GRANT TO {office}: select, insert, update, delete
  POLICY office_all FOR all TO {office}
    USING (organisation_id = ( SELECT app.office() AS office))
    CHECK (organisation_id = ( SELECT app.office() AS office))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE intake_head
  organisation_id uuid not null
  head text not null
  meant text not null
  PRIMARY KEY (organisation_id, head)
  FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  CHECK (((length(head) >= 1) AND (length(head) <= 254)))
  CHECK ((meant ~ '^[a-zA-Z]{1,40}$'::text))
  ROW SECURITY FORCED
  GRANT TO {office}: select, insert, update, delete
  POLICY office_all FOR all TO {office}
    USING (organisation_id = ( SELECT app.office() AS office))
    CHECK (organisation_id = ( SELECT app.office() AS office))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE intake_row
  organisation_id uuid not null
  intake_id uuid not null
  no integer not null
  line integer not null
  number text not null
  name text not null
  address text
  language text
  unit integer not null
  seated boolean not null
  title text not null
  team text
  staff_group text
  starts_on date not null
  start_said boolean not null
  ends_on date
  duties text
  host integer
  first boolean not null
  person_id uuid not null
  post_id uuid not null
  known boolean not null default false
  placed boolean not null default false
  ROW SECURITY FORCED
  GRANT TO {office}: select, insert, update, delete
  POLICY office_all FOR all TO {office}
    USING (organisation_id = ( SELECT app.office() AS office))
    CHECK (organisation_id = ( SELECT app.office() AS office))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE intake_unit
  organisation_id uuid not null
  intake_id uuid not null
  no integer not null
  name text not null
  parent integer
  unit_id uuid not null
  known boolean not null default false
  ROW SECURITY FORCED
  GRANT TO {office}: select, insert, update, delete
  POLICY office_all FOR all TO {office}
    USING (organisation_id = ( SELECT app.office() AS office))
    CHECK (organisation_id = ( SELECT app.office() AS office))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE job_decision
  organisation_id uuid not null
  conversation_id uuid not null
  outcome text not null
  decided_by uuid not null
  decided_on date not null
  valid_from date
  PRIMARY KEY (organisation_id, conversation_id)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, decided_by) REFERENCES person(organisation_id, id)
  CHECK (((outcome = 'approved'::text) = (valid_from IS NOT NULL)))
  CHECK ((outcome = ANY (ARRAY['approved'::text, 'not-now'::text])))
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert, update (outcome, decided_by, decided_on, valid_from)
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_insert FOR insert TO {party}
    CHECK (((organisation_id, decided_by) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_hosted() AS my_hosted)))
  POLICY party_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_update FOR update TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_hosted() AS my_hosted)) AND (outcome = 'not-now'::text))
    CHECK ((organisation_id, decided_by) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)))

TABLE job_description
  organisation_id uuid not null
  post_id uuid not null
  version integer not null
  valid_from date not null
  words text not null
  link text
  written_by uuid not null
  written_at timestamp with time zone not null
  PRIMARY KEY (organisation_id, post_id, version)
  FOREIGN KEY (organisation_id, post_id) REFERENCES post(organisation_id, id)
  FOREIGN KEY (organisation_id, written_by) REFERENCES person(organisation_id, id)
  CHECK (((link ~ '^https://'::text) AND (length(link) <= 500)))
  CHECK (((words <> ''::text) OR (link IS NOT NULL)))
  CHECK ((length(words) <= 6000))
  CHECK ((version > 0))
  ROW SECURITY FORCED
  GRANT TO {party}: insert
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_insert FOR insert TO {party}
    CHECK (((organisation_id, written_by) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (EXISTS ( SELECT FROM app.job_of(job_description.post_id) j(person, title, unit, mine, may) WHERE (j.may = 'write'::text))))

TABLE job_worker
  worker text not null
  seen_at timestamp with time zone not null
  PRIMARY KEY (worker)
  ROW SECURITY FORCED
  GRANT TO {jobs}: select, insert, update, delete
  POLICY jobs_worker FOR all TO {jobs}
    USING true
    CHECK true
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE leave
  organisation_id uuid not null
  id uuid not null
  person_id uuid not null
  starts_on date not null
  ends_on date not null
  mails boolean not null default false
  PRIMARY KEY (organisation_id, id)
  FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  CHECK ((ends_on >= starts_on))
  CREATE INDEX leave_person btree (organisation_id, person_id)
  ROW SECURITY FORCED
  GRANT TO {office}: select, insert, update, delete
  POLICY office_all FOR all TO {office}
    USING (organisation_id = ( SELECT app.office() AS office))
    CHECK (organisation_id = ( SELECT app.office() AS office))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE letter
  organisation_id uuid not null
  conversation_id uuid not null
  shelf_id uuid not null
  version integer not null
  sealed bytea not null
  written_at timestamp with time zone not null default app.now()
  PRIMARY KEY (organisation_id, conversation_id)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, shelf_id) REFERENCES shelf(organisation_id, id)
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert, update (version, sealed)
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_insert FOR insert TO {party}
    CHECK ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_hosted() AS my_hosted)))
  POLICY party_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_update FOR update TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_hosted() AS my_hosted)))
  POLICY slip_bound FOR select TO {party} RESTRICTIVE
    USING ((( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from)) IS NULL) OR (written_at >= ( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from))))

TABLE mail
  organisation_id uuid not null
  id uuid not null
  person_id uuid not null
  conversation_id uuid
  kind text not null
  made_at timestamp with time zone not null
  due_at timestamp with time zone
  queued_at timestamp with time zone
  tries integer not null default 0
  sent_at timestamp with time zone
  failure text
  dropped text
  for_date date
  PRIMARY KEY (organisation_id, id)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
  CHECK ((dropped ~ '^[a-z-]{1,40}$'::text))
  CHECK ((failure ~ '^[a-z-]{1,40}$'::text))
  CHECK ((kind ~ '^[a-z-]{1,40}$'::text))
  CREATE INDEX mail_failed btree (organisation_id) WHERE ((failure IS NOT NULL) AND (sent_at IS NULL) AND (dropped IS NULL))
  CREATE INDEX mail_made btree (organisation_id, made_at DESC, id)
  CREATE INDEX mail_waiting btree (due_at) WHERE (due_at IS NOT NULL)
  CREATE UNIQUE INDEX mail_once btree (organisation_id, person_id, kind, for_date, conversation_id) NULLS NOT DISTINCT WHERE (for_date IS NOT NULL)
  ROW SECURITY FORCED
  GRANT TO {jobs}: select, update (due_at, queued_at, tries, sent_at, failure, dropped)
  GRANT TO {party}: insert
  POLICY jobs_mail FOR all TO {jobs}
    USING ((( SELECT job.kind FROM app.job() job(kind, organisation_id, conversation_id, id)) = 'send-mail'::text) AND ((organisation_id, id) = ( SELECT job.organisation_id, job.id FROM app.job() job(kind, organisation_id, conversation_id, id))))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_mail FOR insert TO {party}
    CHECK ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)) AND (EXISTS ( SELECT 1 FROM party p WHERE ((p.organisation_id = mail.organisation_id) AND (p.conversation_id = mail.conversation_id) AND (p.person_id = mail.person_id)))))

TABLE mail_choice
  organisation_id uuid not null
  kind text not null
  wanted boolean not null
  PRIMARY KEY (organisation_id, kind)
  FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  CHECK ((kind ~ '^[a-z-]{1,40}$'::text))
  ROW SECURITY FORCED
  GRANT TO {office}: select, insert, update, delete
  GRANT TO {party}: select
  POLICY office_all FOR all TO {office}
    USING (organisation_id = ( SELECT app.office() AS office))
    CHECK (organisation_id = ( SELECT app.office() AS office))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_choice FOR select TO {party}
    USING (organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)))

TABLE organisation
  organisation_id uuid not null
  name text not null
  language text not null default 'da'::text
  concept_id uuid
  made_at timestamp with time zone not null
  own_days integer not null default 30
  talk_months integer not null default 24
  plan_months integer not null default 36
  left_months integer not null default 6
  PRIMARY KEY (organisation_id)
  FOREIGN KEY (organisation_id, concept_id) REFERENCES concept(organisation_id, id) DEFERRABLE INITIALLY DEFERRED
  CHECK (((left_months >= 0) AND (left_months <= 6)))
  CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  CHECK (((own_days >= 0) AND (own_days <= 30)))
  CHECK (((plan_months >= 0) AND (plan_months <= 36)))
  CHECK (((talk_months >= 0) AND (talk_months <= 24)))
  CHECK ((language = ANY (ARRAY['da'::text, 'en'::text])))
  CREATE TRIGGER stays_for_person_organisation_id AFTER DELETE REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_named('person', 'organisation_id', 'organisation_id')
  CREATE TRIGGER stays_for_unit_organisation_id AFTER DELETE REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_named('unit', 'organisation_id', 'organisation_id')
  ROW SECURITY FORCED
  GRANT TO {door}: select (organisation_id)
  GRANT TO {jobs}: select
  GRANT TO {office}: select, insert, update
  GRANT TO {party}: select
  POLICY door_organisation FOR select TO {door}
    USING true
  POLICY jobs_read FOR select TO {jobs}
    USING (organisation_id = ( SELECT job.organisation_id FROM app.job() job(kind, organisation_id, conversation_id, id)))
  POLICY office_all FOR all TO {office}
    USING (organisation_id = ( SELECT app.office() AS office))
    CHECK (organisation_id = ( SELECT app.office() AS office))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_organisation FOR select TO {party}
    USING (organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)))

TABLE own_themes
  organisation_id uuid not null
  conversation_id uuid not null
  person_id uuid not null
  shelf_id uuid not null
  version integer not null
  sealed bytea not null
  saved_at timestamp with time zone not null
  PRIMARY KEY (organisation_id, conversation_id, person_id)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id, shelf_id) REFERENCES shelf(organisation_id, id)
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert, update (version, sealed, saved_at)
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_own FOR all TO {party}
    USING (((organisation_id, person_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
    CHECK (((organisation_id, person_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY slip_bound FOR select TO {party} RESTRICTIVE
    USING ((( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from)) IS NULL) OR (saved_at >= ( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from))))

TABLE party
  organisation_id uuid not null
  conversation_id uuid not null
  person_id uuid not null
  role text not null
  post_id uuid
  duty_id uuid
  starts_on date not null
  ends_on date
  made_at timestamp with time zone not null default app.now()
  PRIMARY KEY (organisation_id, conversation_id, person_id, starts_on)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, duty_id) REFERENCES duty(organisation_id, id)
  FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id, post_id) REFERENCES post(organisation_id, id)
  CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
  CHECK ((role = ANY (ARRAY['host'::text, 'participant'::text])))
  CREATE INDEX party_person btree (organisation_id, person_id)
  CREATE INDEX party_post btree (organisation_id, post_id)
  ROW SECURITY FORCED
  GRANT TO {jobs}: select
  GRANT TO {party}: select
  POLICY jobs_read FOR select TO {jobs}
    USING ((organisation_id, conversation_id) = ( SELECT job.organisation_id, job.conversation_id FROM app.job() job(kind, organisation_id, conversation_id, id)))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))

TABLE pen
  organisation_id uuid not null
  conversation_id uuid not null
  person_id uuid not null
  until timestamp with time zone not null
  place text not null default ''::text
  PRIMARY KEY (organisation_id, conversation_id)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert, update (person_id, until, place)
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_insert FOR insert TO {party}
    CHECK (((organisation_id, person_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_update FOR update TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
    CHECK (((organisation_id, person_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))

TABLE person
  organisation_id uuid not null
  id uuid not null
  number text not null
  name text not null
  address text
  address_proven_at timestamp with time zone
  address_used_at timestamp with time zone
  language text not null default 'da'::text
  PRIMARY KEY (organisation_id, id)
  UNIQUE (organisation_id, number)
  CHECK (((address = lower(address)) AND (length(address) <= 254)))
  CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  CHECK (((length(number) >= 1) AND (length(number) <= 60)))
  CHECK ((language = ANY (ARRAY['da'::text, 'en'::text])))
  CREATE INDEX person_address hash (address)
  CREATE TRIGGER organisation_id_known AFTER INSERT REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_unknown('organisation_id', 'organisation', 'organisation_id')
  CREATE TRIGGER organisation_id_still_known AFTER UPDATE REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_unknown('organisation_id', 'organisation', 'organisation_id')
  CREATE TRIGGER stays_for_duty_person_id AFTER DELETE REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_named('duty', 'person_id', 'id')
  CREATE TRIGGER stays_for_post_person_id AFTER DELETE REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_named('post', 'person_id', 'id')
  ROW SECURITY FORCED
  GRANT TO {door}: select (organisation_id, id, address, address_proven_at, address_used_at, language), update (address_proven_at, address_used_at)
  GRANT TO {jobs}: select (organisation_id, id, name, address, language)
  GRANT TO {office}: select, insert, update (number, name, language)
  GRANT TO {party}: select (organisation_id, id, name, language), update (language)
  POLICY door_person FOR all TO {door}
    USING true
    CHECK true
  POLICY jobs_person FOR select TO {jobs}
    USING ((( SELECT job.kind FROM app.job() job(kind, organisation_id, conversation_id, id)) = 'send-code'::text) OR (organisation_id = ( SELECT job.organisation_id FROM app.job() job(kind, organisation_id, conversation_id, id))))
  POLICY office_all FOR all TO {office}
    USING (organisation_id = ( SELECT app.office() AS office))
    CHECK (organisation_id = ( SELECT app.office() AS office))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_language FOR update TO {party}
    USING ((organisation_id, id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)))
  POLICY party_person FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (id IN ( SELECT app.my_people() AS my_people)))

TABLE pin
  organisation_id uuid not null
  person_id uuid not null
  slip_id uuid not null
  login text not null
  salt bytea not null
  epoch integer not null
  wrapped bytea not null
  made_at timestamp with time zone not null
  texts_from timestamp with time zone not null
  talks_from timestamp with time zone
  PRIMARY KEY (organisation_id, person_id)
  UNIQUE (login)
  FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id, slip_id) REFERENCES slip(organisation_id, id)
  CHECK ((length(salt) = 16))
  CREATE TRIGGER refuse_ended_epoch BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION app.refuse_ended_epoch()
  ROW SECURITY FORCED
  GRANT TO {door}: select, insert, update, delete
  POLICY door_all FOR all TO {door}
    USING true
    CHECK true
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE plan_point
  organisation_id uuid not null
  conversation_id uuid not null
  id uuid not null
  shelf_id uuid not null
  position integer not null
  version integer not null
  sealed bytea not null
  saved_by uuid not null
  saved_at timestamp with time zone not null
  PRIMARY KEY (organisation_id, conversation_id, id)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, shelf_id) REFERENCES shelf(organisation_id, id)
  CREATE TRIGGER refuse_when_frozen BEFORE INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION app.refuse_when_frozen()
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert, update (position, version, sealed, saved_by, saved_at), delete
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_delete FOR delete TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_insert FOR insert TO {party}
    CHECK (((organisation_id, saved_by) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_update FOR update TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY slip_bound FOR select TO {party} RESTRICTIVE
    USING ((( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from)) IS NULL) OR (saved_at >= ( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from))))

TABLE point_mark
  organisation_id uuid not null
  conversation_id uuid not null
  record_version integer not null
  point integer not null
  about text not null
  shelf_id uuid not null
  version integer not null
  sealed bytea not null
  marked_by uuid not null
  marked_on date not null
  PRIMARY KEY (organisation_id, conversation_id, record_version, point, about)
  FOREIGN KEY (organisation_id, conversation_id, record_version) REFERENCES record(organisation_id, conversation_id, version)
  FOREIGN KEY (organisation_id, marked_by) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id, shelf_id) REFERENCES shelf(organisation_id, id)
  CHECK (((point >= 0) AND (point <= 999)))
  CHECK ((about = ANY (ARRAY['point'::text, 'promise'::text])))
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert, update (version, sealed, marked_by, marked_on)
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_insert FOR insert TO {party}
    CHECK (((organisation_id, marked_by) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND ((conversation_id IN ( SELECT app.my_hosted() AS my_hosted)) OR ((about = 'point'::text) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))))
  POLICY party_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_update FOR update TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND ((conversation_id IN ( SELECT app.my_hosted() AS my_hosted)) OR ((about = 'point'::text) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))))
    CHECK ((organisation_id, marked_by) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)))

TABLE post
  organisation_id uuid not null
  id uuid not null
  person_id uuid not null
  unit_id uuid not null
  title text not null
  starts_on date not null
  ends_on date
  team text
  staff_group text
  PRIMARY KEY (organisation_id, id)
  CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
  CHECK (((length(staff_group) >= 1) AND (length(staff_group) <= 120)))
  CHECK (((length(team) >= 1) AND (length(team) <= 120)))
  CHECK ((length(title) <= 120))
  CREATE INDEX post_person btree (organisation_id, person_id)
  CREATE INDEX post_unit btree (organisation_id, unit_id)
  CREATE TRIGGER person_id_known AFTER INSERT REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_unknown('person_id', 'person', 'id')
  CREATE TRIGGER person_id_still_known AFTER UPDATE REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_unknown('person_id', 'person', 'id')
  CREATE TRIGGER stays_for_hosting_host_post_id AFTER DELETE REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_named('hosting', 'host_post_id', 'id')
  CREATE TRIGGER stays_for_hosting_participant_post_id AFTER DELETE REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_named('hosting', 'participant_post_id', 'id')
  CREATE TRIGGER unit_id_known AFTER INSERT REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_unknown('unit_id', 'unit', 'id')
  CREATE TRIGGER unit_id_still_known AFTER UPDATE REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_unknown('unit_id', 'unit', 'id')
  ROW SECURITY FORCED
  GRANT TO {jobs}: select
  GRANT TO {office}: select, insert, update
  GRANT TO {party}: select
  POLICY jobs_read FOR select TO {jobs}
    USING (organisation_id = ( SELECT job.organisation_id FROM app.job() job(kind, organisation_id, conversation_id, id)))
  POLICY office_all FOR all TO {office}
    USING (organisation_id = ( SELECT app.office() AS office))
    CHECK (organisation_id = ( SELECT app.office() AS office))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_post FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (person_id IN ( SELECT app.my_people() AS my_people)))

TABLE preparation
  organisation_id uuid not null
  conversation_id uuid not null
  person_id uuid not null
  begun_at timestamp with time zone not null
  finished_steps text[] not null default '{}'::text[]
  last_step text
  last_saved_at timestamp with time zone
  shared_at timestamp with time zone
  PRIMARY KEY (organisation_id, conversation_id, person_id)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert, update (finished_steps, last_step, last_saved_at, shared_at)
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_own FOR all TO {party}
    USING (((organisation_id, person_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
    CHECK (((organisation_id, person_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))

TABLE preview
  transaction xid8 not null
  reader_id uuid not null
  PRIMARY KEY (transaction)
  CREATE CONSTRAINT TRIGGER never_commit AFTER INSERT DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.never_commit()
  ROW SECURITY FORCED
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE proposed_time
  organisation_id uuid not null
  id uuid not null
  conversation_id uuid not null
  proposed_by uuid not null
  starts_at timestamp with time zone not null
  made_at timestamp with time zone not null
  PRIMARY KEY (organisation_id, id)
  UNIQUE (organisation_id, conversation_id, starts_at)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, proposed_by) REFERENCES person(organisation_id, id)
  ROW SECURITY FORCED
  GRANT TO {jobs}: select
  GRANT TO {party}: select, insert, delete
  POLICY jobs_read FOR select TO {jobs}
    USING ((organisation_id, conversation_id) = ( SELECT job.organisation_id, job.conversation_id FROM app.job() job(kind, organisation_id, conversation_id, id)))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_delete FOR delete TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_insert FOR insert TO {party}
    CHECK (((organisation_id, proposed_by) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))

TABLE proven_device
  device_hash bytea not null
  organisation_id uuid not null
  person_id uuid not null
  made_at timestamp with time zone not null
  PRIMARY KEY (device_hash, organisation_id, person_id)
  FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
  ROW SECURITY FORCED
  GRANT TO {door}: select, insert, update, delete
  POLICY door_all FOR all TO {door}
    USING true
    CHECK true
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE reading
  organisation_id uuid not null
  id uuid not null
  conversation_id uuid not null
  reader_id uuid not null
  writer_id uuid not null
  what text not null
  read_on date not null
  PRIMARY KEY (organisation_id, id)
  UNIQUE (organisation_id, conversation_id, reader_id, writer_id, what, read_on)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  CHECK ((what = ANY (ARRAY['preparation'::text, 'themes'::text])))
  CREATE INDEX reading_writer btree (organisation_id, writer_id)
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_reading_insert FOR insert TO {party}
    CHECK (((organisation_id, reader_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_reading_read FOR select TO {party}
    USING (((organisation_id, writer_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (EXISTS ( SELECT 1 FROM party p WHERE ((p.organisation_id = reading.organisation_id) AND (p.conversation_id = reading.conversation_id) AND (p.person_id = reading.writer_id) AND (p.role = 'participant'::text)))))

TABLE record
  organisation_id uuid not null
  conversation_id uuid not null
  version integer not null
  frozen_at timestamp with time zone not null
  frozen_by uuid not null
  talk_shelf_id uuid not null
  talk_sealed bytea not null
  talk_hash bytea not null
  plan_shelf_id uuid not null
  plan_sealed bytea not null
  plan_hash bytea not null
  fingerprint bytea not null
  voided_at timestamp with time zone
  PRIMARY KEY (organisation_id, conversation_id, version)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, plan_shelf_id) REFERENCES shelf(organisation_id, id)
  FOREIGN KEY (organisation_id, talk_shelf_id) REFERENCES shelf(organisation_id, id)
  CHECK ((length(fingerprint) = 32))
  CHECK ((length(plan_hash) = 32))
  CHECK ((length(talk_hash) = 32))
  ROW SECURITY FORCED
  GRANT TO {jobs}: select
  GRANT TO {party}: select, insert, update (voided_at)
  POLICY jobs_read FOR select TO {jobs}
    USING ((( SELECT job.kind FROM app.job() job(kind, organisation_id, conversation_id, id)) = 'draw-documents'::text) AND ((organisation_id, conversation_id) = ( SELECT job.organisation_id, job.conversation_id FROM app.job() job(kind, organisation_id, conversation_id, id))))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_insert FOR insert TO {party}
    CHECK (((organisation_id, frozen_by) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_update FOR update TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY slip_bound FOR select TO {party} RESTRICTIVE
    USING ((( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from)) IS NULL) OR (frozen_at >= ( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from))))

TABLE sent_themes
  organisation_id uuid not null
  conversation_id uuid not null
  author_id uuid not null
  reader_id uuid not null
  shelf_id uuid not null
  version integer not null
  sealed bytea not null
  sent_at timestamp with time zone not null
  PRIMARY KEY (organisation_id, conversation_id, author_id, reader_id)
  FOREIGN KEY (organisation_id, author_id) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, reader_id) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id, shelf_id) REFERENCES shelf(organisation_id, id)
  CHECK ((author_id <> reader_id))
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert, delete
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_sent_delete FOR delete TO {party}
    USING (((organisation_id, author_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_sent_insert FOR insert TO {party}
    CHECK (((organisation_id, author_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)) AND (EXISTS ( SELECT 1 FROM party p WHERE ((p.organisation_id = sent_themes.organisation_id) AND (p.conversation_id = sent_themes.conversation_id) AND (p.person_id = sent_themes.reader_id)))))
  POLICY party_sent_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)) AND CASE WHEN ( SELECT app.previewing() AS previewing) THEN ((author_id = ( SELECT viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (reader_id = ( SELECT app.reader() AS reader))) ELSE ((( SELECT viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)) = author_id) OR (( SELECT viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)) = reader_id)) END)
  POLICY slip_bound FOR select TO {party} RESTRICTIVE
    USING ((( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from)) IS NULL) OR (sent_at >= ( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from))))

TABLE session
  token_hash bytea not null
  organisation_id uuid not null
  person_id uuid not null
  device text not null
  strength integer not null
  made_at timestamp with time zone not null
  seen_at timestamp with time zone not null
  fresh_code_at timestamp with time zone not null
  idle interval not null
  ends_at timestamp with time zone not null
  fell boolean not null default false
  texts_from timestamp with time zone
  talks_from timestamp with time zone
  PRIMARY KEY (token_hash)
  FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
  CHECK ((device = ANY (ARRAY['shared'::text, 'own'::text])))
  CHECK ((strength = ANY (ARRAY[1, 2])))
  CREATE INDEX session_end btree (ends_at)
  CREATE INDEX session_person btree (organisation_id, person_id)
  ROW SECURITY FORCED
  GRANT TO {door}: select, insert, update, delete
  POLICY door_all FOR all TO {door}
    USING true
    CHECK true
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE setup_code
  code_hash bytea not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  browser_hash bytea
  finished_at timestamp with time zone
  PRIMARY KEY (code_hash)
  CHECK (((used_at IS NULL) = (browser_hash IS NULL)))
  ROW SECURITY FORCED
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE shared_answer
  organisation_id uuid not null
  conversation_id uuid not null
  author_id uuid not null
  reader_id uuid not null
  question text not null
  shelf_id uuid not null
  version integer not null
  sealed bytea not null
  shared_at timestamp with time zone not null
  PRIMARY KEY (organisation_id, conversation_id, author_id, reader_id, question)
  FOREIGN KEY (organisation_id, author_id) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, reader_id) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id, shelf_id) REFERENCES shelf(organisation_id, id)
  CHECK ((author_id <> reader_id))
  CHECK ((question ~ '^[a-z0-9-]{1,40}$'::text))
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert, delete
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_shared_delete FOR delete TO {party}
    USING (((organisation_id, author_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_shared_insert FOR insert TO {party}
    CHECK (((organisation_id, author_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)) AND (EXISTS ( SELECT 1 FROM party p WHERE ((p.organisation_id = shared_answer.organisation_id) AND (p.conversation_id = shared_answer.conversation_id) AND (p.person_id = shared_answer.reader_id)))))
  POLICY party_shared_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)) AND CASE WHEN ( SELECT app.previewing() AS previewing) THEN ((author_id = ( SELECT viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (reader_id = ( SELECT app.reader() AS reader))) ELSE ((( SELECT viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)) = author_id) OR (( SELECT viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)) = reader_id)) END)
  POLICY slip_bound FOR select TO {party} RESTRICTIVE
    USING ((( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from)) IS NULL) OR (shared_at >= ( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from))))

TABLE shelf
  organisation_id uuid not null
  id uuid not null
  conversation_id uuid not null
  scope text not null
  person_id uuid
  epoch integer not null
  wrapped bytea
  destroy_after date
  destroyed_at timestamp with time zone
  at_latest date
  PRIMARY KEY (organisation_id, id)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
  CHECK (((scope = ANY (ARRAY['own'::text, 'part'::text])) = (person_id IS NOT NULL)))
  CHECK (((wrapped IS NULL) = (destroyed_at IS NOT NULL)))
  CHECK ((scope = ANY (ARRAY['own'::text, 'part'::text, 'talk'::text, 'plan'::text, 'room'::text])))
  CREATE INDEX shelf_due btree (destroy_after) WHERE (wrapped IS NOT NULL)
  CREATE INDEX shelf_id btree (id)
  CREATE UNIQUE INDEX shelf_of_all btree (organisation_id, conversation_id, scope) WHERE (person_id IS NULL)
  CREATE UNIQUE INDEX shelf_of_one btree (organisation_id, conversation_id, scope, person_id) WHERE (person_id IS NOT NULL)
  CREATE TRIGGER date_new_shelf BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION app.date_new_shelf()
  CREATE TRIGGER refuse_ended_epoch BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION app.refuse_ended_epoch()
  ROW SECURITY FORCED
  GRANT TO {jobs}: select
  GRANT TO {party}: select, insert
  POLICY jobs_shelf FOR select TO {jobs}
    USING ((( SELECT job.kind FROM app.job() job(kind, organisation_id, conversation_id, id)) = 'draw-documents'::text) AND (scope = ANY (ARRAY['talk'::text, 'plan'::text])) AND ((organisation_id, conversation_id) = ( SELECT job.organisation_id, job.conversation_id FROM app.job() job(kind, organisation_id, conversation_id, id))))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_shelf FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)) AND ((person_id IS NULL) OR (person_id = ( SELECT viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)))))
  POLICY party_shelf_insert FOR insert TO {party}
    CHECK ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)) AND ((person_id IS NULL) OR (person_id = ( SELECT viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)))))

TABLE sign_in_failure
  id bigint not null identity
  at timestamp with time zone not null
  address text not null
  network text not null
  PRIMARY KEY (id)
  CREATE INDEX sign_in_failure_address btree (address, at)
  CREATE INDEX sign_in_failure_at btree (at)
  ROW SECURITY FORCED
  GRANT TO {door}: select, insert, update, delete
  POLICY door_all FOR all TO {door}
    USING true
    CHECK true
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE signature
  organisation_id uuid not null
  conversation_id uuid not null
  record_version integer not null
  person_id uuid not null
  choice text not null
  at timestamp with time zone not null
  shelf_id uuid
  remark_sealed bytea
  PRIMARY KEY (organisation_id, conversation_id, record_version, person_id)
  FOREIGN KEY (organisation_id, conversation_id, record_version) REFERENCES record(organisation_id, conversation_id, version)
  FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id, shelf_id) REFERENCES shelf(organisation_id, id)
  CHECK (((choice <> 'signed-with-remark'::text) OR (remark_sealed IS NOT NULL)))
  CHECK (((remark_sealed IS NULL) = (shelf_id IS NULL)))
  CHECK ((choice = ANY (ARRAY['signed'::text, 'signed-with-remark'::text, 'refused'::text, 'confirmed'::text])))
  ROW SECURITY FORCED
  GRANT TO {jobs}: select
  GRANT TO {party}: select, insert
  POLICY jobs_read FOR select TO {jobs}
    USING ((( SELECT job.kind FROM app.job() job(kind, organisation_id, conversation_id, id)) = 'draw-documents'::text) AND ((organisation_id, conversation_id) = ( SELECT job.organisation_id, job.conversation_id FROM app.job() job(kind, organisation_id, conversation_id, id))))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_insert FOR insert TO {party}
    CHECK (((organisation_id, person_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY slip_bound FOR select TO {party} RESTRICTIVE
    USING ((( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from)) IS NULL) OR (at >= ( SELECT v.texts_from FROM app.viewer() v(organisation_id, person_id, texts_from, talks_from))))

TABLE sitting
  organisation_id uuid not null
  conversation_id uuid not null
  met_on date not null
  PRIMARY KEY (organisation_id, conversation_id, met_on)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_insert FOR insert TO {party}
    CHECK ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))

TABLE slip
  organisation_id uuid not null
  id uuid not null
  person_id uuid not null
  login text not null
  made_by uuid not null
  made_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  code_hash bytea not null
  tries integer not null default 0
  used_at timestamp with time zone
  voided_at timestamp with time zone
  PRIMARY KEY (organisation_id, id)
  FOREIGN KEY (organisation_id, made_by) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  CHECK (((login = lower(login)) AND ((length(login) >= 1) AND (length(login) <= 70))))
  CHECK ((length(code_hash) = 32))
  CHECK ((made_by <> person_id))
  CREATE INDEX slip_login btree (login)
  CREATE UNIQUE INDEX slip_live btree (organisation_id, person_id) WHERE ((used_at IS NULL) AND (voided_at IS NULL))
  ROW SECURITY FORCED
  GRANT TO {door}: select, update (tries, used_at, voided_at)
  POLICY door_all FOR all TO {door}
    USING true
    CHECK true
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true

TABLE slot
  organisation_id uuid not null
  id uuid not null
  host_id uuid not null
  starts_at timestamp with time zone not null
  minutes integer not null
  conversation_id uuid
  PRIMARY KEY (organisation_id, id)
  UNIQUE (organisation_id, conversation_id)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, host_id) REFERENCES person(organisation_id, id)
  FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id)
  CHECK (((minutes >= 15) AND (minutes <= 240)))
  CREATE INDEX slot_host btree (organisation_id, host_id)
  ROW SECURITY FORCED
  GRANT TO {jobs}: select
  GRANT TO {party}: select, insert, update (conversation_id), delete
  POLICY jobs_read FOR select TO {jobs}
    USING ((organisation_id = ( SELECT job.organisation_id FROM app.job() job(kind, organisation_id, conversation_id, id))) AND (id IN ( SELECT o.slot_id FROM slot_offer o)))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_slot_delete FOR delete TO {party}
    USING ((organisation_id, host_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)))
  POLICY party_slot_insert FOR insert TO {party}
    CHECK ((organisation_id, host_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)))
  POLICY party_slot_read FOR select TO {party}
    USING (((organisation_id, host_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) OR ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (id IN ( SELECT app.offered_slots() AS offered_slots))))
  POLICY party_slot_take FOR update TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND ((host_id = ( SELECT viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) OR (id IN ( SELECT app.offered_slots() AS offered_slots))) AND ((conversation_id IS NULL) OR (conversation_id IN ( SELECT app.my_conversations() AS my_conversations))))
    CHECK ((conversation_id IS NULL) OR (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))

TABLE slot_offer
  organisation_id uuid not null
  conversation_id uuid not null
  slot_id uuid not null
  PRIMARY KEY (organisation_id, conversation_id, slot_id)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, slot_id) REFERENCES slot(organisation_id, id)
  CREATE INDEX slot_offer_slot btree (organisation_id, slot_id)
  ROW SECURITY FORCED
  GRANT TO {jobs}: select
  GRANT TO {party}: select, insert, delete
  POLICY jobs_read FOR select TO {jobs}
    USING ((organisation_id, conversation_id) = ( SELECT job.organisation_id, job.conversation_id FROM app.job() job(kind, organisation_id, conversation_id, id)))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_offer_delete FOR delete TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_hosted() AS my_hosted)))
  POLICY party_offer_insert FOR insert TO {party}
    CHECK ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_hosted() AS my_hosted)) AND (EXISTS ( SELECT 1 FROM slot s WHERE ((s.organisation_id = slot_offer.organisation_id) AND (s.id = slot_offer.slot_id) AND (s.host_id = ( SELECT viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)))))))
  POLICY party_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))

TABLE tick
  organisation_id uuid not null
  conversation_id uuid not null
  person_id uuid not null
  question text not null
  shelf_id uuid not null
  version integer not null
  sealed bytea not null
  PRIMARY KEY (organisation_id, conversation_id, person_id, question)
  FOREIGN KEY (organisation_id, conversation_id) REFERENCES conversation(organisation_id, id)
  FOREIGN KEY (organisation_id, shelf_id) REFERENCES shelf(organisation_id, id)
  CHECK ((question ~ '^[a-z0-9-]{1,40}$'::text))
  CREATE TRIGGER refuse_when_frozen BEFORE INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION app.refuse_when_frozen()
  ROW SECURITY FORCED
  GRANT TO {party}: select, insert, update (version, sealed)
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_insert FOR insert TO {party}
    CHECK (((organisation_id, person_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_read FOR select TO {party}
    USING ((organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))
  POLICY party_update FOR update TO {party}
    USING (((organisation_id, person_id) = ( SELECT viewer.organisation_id, viewer.person_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from))) AND (conversation_id IN ( SELECT app.my_conversations() AS my_conversations)))

TABLE unit
  organisation_id uuid not null
  id uuid not null
  parent_id uuid
  name text not null
  PRIMARY KEY (organisation_id, id)
  CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  CHECK ((parent_id IS DISTINCT FROM id))
  CREATE TRIGGER organisation_id_known AFTER INSERT REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_unknown('organisation_id', 'organisation', 'organisation_id')
  CREATE TRIGGER organisation_id_still_known AFTER UPDATE REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_unknown('organisation_id', 'organisation', 'organisation_id')
  CREATE TRIGGER parent_id_known AFTER INSERT REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_unknown('parent_id', 'unit', 'id')
  CREATE TRIGGER parent_id_still_known AFTER UPDATE REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_unknown('parent_id', 'unit', 'id')
  CREATE TRIGGER stays_for_duty_unit_id AFTER DELETE REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_named('duty', 'unit_id', 'id')
  CREATE TRIGGER stays_for_post_unit_id AFTER DELETE REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_named('post', 'unit_id', 'id')
  CREATE TRIGGER stays_for_unit_parent_id AFTER DELETE REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_named('unit', 'parent_id', 'id')
  ROW SECURITY FORCED
  GRANT TO {jobs}: select
  GRANT TO {office}: select, insert, update
  GRANT TO {party}: select
  POLICY jobs_read FOR select TO {jobs}
    USING (organisation_id = ( SELECT job.organisation_id FROM app.job() job(kind, organisation_id, conversation_id, id)))
  POLICY office_all FOR all TO {office}
    USING (organisation_id = ( SELECT app.office() AS office))
    CHECK (organisation_id = ( SELECT app.office() AS office))
  POLICY owner_all FOR all TO {owner}
    USING true
    CHECK true
  POLICY party_unit FOR select TO {party}
    USING (organisation_id = ( SELECT viewer.organisation_id FROM app.viewer() viewer(organisation_id, person_id, texts_from, talks_from)))

FUNCTION app.about_me() RETURNS TABLE(number text, address text)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select p.number, p.address from app.viewer() v join person p on (p.organisation_id, p.id) = (v.organisation_id, v.person_id)

FUNCTION app.answer_address(agrees boolean, shown text) RETURNS boolean
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    declare
      me record;
      change address_change;
    begin
      select * into me from app.viewer();
      select c.* into change from address_change c where (c.organisation_id, c.id) in (select o.organisation_id, o.id from app.open_address() o)
        for update;
      if change.id is null or change.becomes <> shown or not (change.settled_at is null or agrees and change.outcome = 'refused') then return false; end if;
      if agrees and (me.texts_from is not null or change.was is null) then raise exception 'not-by-mail' using errcode = 'P0403'; end if;
      perform app.settle_address(change, case when agrees then 'agreed' else 'refused' end, me.person_id);
      return true;
    end

FUNCTION app.begin_conversation(new_id uuid, new_kind text, led_post uuid, new_minutes integer, new_place text) RETURNS void
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    declare
      me record;
      led post;
      mine record;
    begin
      select * into me from app.viewer();
      select h.* into mine from app.my_hostings() h where h.participant_post_id = led_post
        and (h.host_duty_id is null or new_kind = 'lus') order by h.host_duty_id nulls last limit 1;
      if mine is null then raise exception 'not-host' using errcode = 'P0403'; end if;
      select * into led from post o where o.organisation_id = me.organisation_id and o.id = led_post for update;
      if exists (select 1 from party m join conversation c on (c.organisation_id, c.id) = (m.organisation_id, m.conversation_id)
          where (m.organisation_id, m.post_id) = (me.organisation_id, led_post) and m.role = 'participant'
            and c.kind = new_kind and c.status not in ('closed', 'contested', 'ended', 'cancelled')) then
        raise exception 'already-open' using errcode = 'P0410';
      end if;
      insert into conversation (organisation_id, id, kind, concept_id, unit_id, status, minutes, place)
        select me.organisation_id, new_id, new_kind, o.concept_id, led.unit_id, 'draft', new_minutes, new_place
        from organisation o where o.organisation_id = me.organisation_id;
      insert into party (organisation_id, conversation_id, person_id, role, post_id, duty_id, starts_on) values
        (me.organisation_id, new_id, me.person_id, 'host', mine.host_post_id, mine.host_duty_id, app.today()),
        (me.organisation_id, new_id, led.person_id, 'participant', led_post, null, app.today());
    end

FUNCTION app.begin_round() RETURNS boolean
  sql, volatile
  EXECUTE BY {jobs}
    select pg_try_advisory_lock(7473, 1)

FUNCTION app.bind_to_slip(of_table text, written text) RETURNS void
  plpgsql, volatile
  EXECUTE BY the owner alone
    begin
      execute format('create policy slip_bound on %I as restrictive for select to "{party}"
        using ((select v.texts_from from app.viewer() v) is null or %I >= (select v.texts_from from app.viewer() v))', of_table, written);
    end

FUNCTION app.bring_days_nearer() RETURNS void
  sql, volatile
  EXECUTE BY the owner alone
    update shelf s set destroy_after = n.day
      from (
        select d.organisation_id, d.id, case when d.day <= (select app.today()) + 14 or d.day < s.at_latest then
            least(s.at_latest, greatest(d.day,
              case when s.destroy_after < coalesce(s.at_latest, 'infinity') then s.destroy_after else (select app.today()) + 14 end))
          else s.at_latest end as day
        from app.nearer_days() d join shelf s on (s.organisation_id, s.id) = (d.organisation_id, d.id)) n
      where (s.organisation_id, s.id) = (n.organisation_id, n.id) and s.destroy_after is distinct from n.day

FUNCTION app.busy_in(of_conversation uuid, from_at timestamp with time zone, length integer) RETURNS SETOF text
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select p.role from app.viewer() v
      join party p on p.organisation_id = v.organisation_id and p.conversation_id = of_conversation
        and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today())
      where of_conversation in (select app.my_conversations())
        and app.has_appointment(p.organisation_id, p.person_id, of_conversation, from_at, length)

FUNCTION app.chain_event() RETURNS trigger
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY the owner alone
    declare
      this_month date := date_trunc('month', new.at at time zone 'Europe/Copenhagen')::date;
      head chain;
    begin
      perform pg_advisory_xact_lock(hashtextextended(new.organisation_id::text || this_month::text, 0));
      select * into head from chain c where c.organisation_id = new.organisation_id and c.month = this_month
        order by c.sequence desc limit 1;
      insert into chain (organisation_id, month, sequence, previous, digest) values (
        new.organisation_id, this_month, coalesce(head.sequence, 0) + 1, coalesce(head.digest, '\x'),
        sha256(coalesce(head.digest, '\x') || new.salt || convert_to(concat_ws('|', new.organisation_id, new.id,
          extract(epoch from new.at), new.actor_id, new.what, new.conversation_id, new.ids::text), 'UTF8')));
      return new;
    end

FUNCTION app.chair_hosts(house uuid) RETURNS boolean
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY the owner alone
    select exists (select 1 from organisation o join concept c on (c.organisation_id, c.id) = (o.organisation_id, o.concept_id)
        where o.organisation_id = house and c.body #>> '{kinds,lus,host}' = 'board-chair')

FUNCTION app.choose_helper(who uuid) RETURNS void
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    declare me record;
    begin
      select * into me from app.viewer();
      delete from chosen_helper h where (h.organisation_id, h.person_id) = (me.organisation_id, me.person_id);
      if who is null or me.person_id is null then return; end if;
      if who not in (select c.id from app.my_colleagues() c) then
        raise exception 'not-colleague' using errcode = 'P0403';
      end if;
      insert into chosen_helper values (me.organisation_id, me.person_id, who, app.now());
    end

FUNCTION app.date_new_shelf() RETURNS trigger
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY the owner alone
    declare
      talk record;
    begin
      select c.status, (c.closed_at at time zone 'Europe/Copenhagen')::date as closed_on into talk
        from conversation c where c.organisation_id = new.organisation_id and c.id = new.conversation_id;
      new.destroy_after := null;
      if app.is_over(talk.status) then
        new.destroy_after := app.last_day(new.organisation_id, new.scope, talk.status,
          case when new.scope = 'own' then app.today() else coalesce(talk.closed_on, app.today()) end);
      end if;
      new.at_latest := new.destroy_after;
      return new;
    end

FUNCTION app.date_shelves() RETURNS trigger
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY the owner alone
    begin
      if app.is_over(new.status) = app.is_over(old.status) then return null; end if;
      update shelf s set (at_latest, destroy_after) = (select d.day, d.day from (
          select case when app.is_over(new.status) then app.last_day(s.organisation_id, s.scope, new.status, app.today()) end as day) d)
        where s.organisation_id = new.organisation_id and s.conversation_id = new.id and s.destroyed_at is null;
      if new.status in ('closed', 'contested') then
        update shelf s set at_latest = least(s.at_latest, app.today() + 14), destroy_after = least(s.destroy_after, app.today() + 14)
          from conversation earlier
          join party before on (before.organisation_id, before.conversation_id) = (earlier.organisation_id, earlier.id)
          join party now on (now.organisation_id, now.person_id, now.role) = (before.organisation_id, before.person_id, before.role)
            and now.post_id is not distinct from before.post_id
          where now.organisation_id = new.organisation_id and now.conversation_id = new.id and now.role = 'participant'
            and earlier.kind = new.kind and earlier.id <> new.id and earlier.status in ('closed', 'contested', 'ended')
            and (s.organisation_id, s.conversation_id) = (earlier.organisation_id, earlier.id)
            and s.scope = 'talk' and s.destroyed_at is null;
      end if;
      return null;
    end

FUNCTION app.delete_old_jobs() RETURNS void
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}
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
    end

FUNCTION app.demand_round(kind text) RETURNS void
  plpgsql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY the owner alone
    begin
      if app.round() is distinct from kind then raise exception 'not in a round' using errcode = 'P0403'; end if;
    end

FUNCTION app.destroy_due_shelf(house uuid, shelf_id uuid) RETURNS void
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}
    begin
      if not app.hold_due_shelf(house, shelf_id) then raise exception 'not-due' using errcode = 'P0403'; end if;
      perform app.erase_shelves(array[shelf_id], app.now());
      insert into event (organisation_id, id, at, what, conversation_id, ids, salt)
        select house, gen_random_uuid(), app.now(), 'text-deleted', s.conversation_id, jsonb_build_object('scope', s.scope),
          uuid_send(gen_random_uuid()) from shelf s where s.organisation_id = house and s.id = shelf_id;
      update conversation c set place = null from shelf s
        where (s.organisation_id, s.id) = (house, shelf_id) and (c.organisation_id, c.id) = (s.organisation_id, s.conversation_id)
          and app.is_over(c.status) and not exists (select from shelf left_over where left_over.organisation_id = c.organisation_id
            and left_over.conversation_id = c.id and left_over.wrapped is not null);
    end

FUNCTION app.digest(at timestamp with time zone) RETURNS TABLE(other text, about text, starts_at timestamp with time zone, minutes integer)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}
    select o.name, w.about, w.starts_at, w.minutes
      from app.job() j
      join mail m on (m.organisation_id, m.id) = (j.organisation_id, j.id) and m.kind = 'weekly-digest'
      cross join lateral app.week_of(m.organisation_id, m.person_id, at) w
      join person o on (o.organisation_id, o.id) = (m.organisation_id, w.other_id)
      where j.kind = 'send-mail' order by w.starts_at, o.name

FUNCTION app.due_digests(week date, at timestamp with time zone) RETURNS TABLE(organisation_id uuid, person_id uuid)
  plpgsql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}
    begin
      perform app.demand_round('digests');
      return query with busy as materialized (select distinct p.organisation_id, p.person_id
        from party p join conversation c on (c.organisation_id, c.id) = (p.organisation_id, p.conversation_id)
        where p.role = 'host' and (c.status in ('held', 'closing')
            or c.status = 'agreed' and c.starts_at > at and c.starts_at < at + interval '8 days'
            or c.status = 'invited' and c.times_wanted_at is not null
            or c.status in ('invited', 'agreed', 'postponed') and exists (select from proposed_time t
              where (t.organisation_id, t.conversation_id) = (c.organisation_id, c.id) and t.proposed_by <> p.person_id)
            or c.status in ('closed', 'contested') and c.closed_at > at - interval '7 days')
          and not exists (select from mail m where (m.organisation_id, m.person_id, m.kind, m.for_date)
            = (p.organisation_id, p.person_id, 'weekly-digest', week)))
        select b.organisation_id, b.person_id from busy b
        where app.is_here(b.organisation_id, b.person_id)
          and exists (select from app.week_of(b.organisation_id, b.person_id, at));
    end

FUNCTION app.due_offered(at timestamp with time zone) RETURNS TABLE(organisation_id uuid, conversation_id uuid, person_id uuid, kind text, for_date date)
  plpgsql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}
    declare today date := (at at time zone 'Europe/Copenhagen')::date;
    begin
      perform app.demand_round('offered');
      return query select c.organisation_id, c.id, p.person_id, w.kind, w.day
        from mail_choice h
        join conversation c on c.organisation_id = h.organisation_id and c.status in ('invited', 'agreed', 'closing')
        join party p on (p.organisation_id, p.conversation_id) = (c.organisation_id, c.id)
          and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today())
        cross join lateral (
          select 'time-missing' as kind,
              (c.invited_at at time zone 'Europe/Copenhagen')::date + case p.role when 'host' then 9 else 5 end as day, 7 as lasts
            where c.status = 'invited' and c.times_wanted_at is null
          union all
          select 'themes-soon', (c.starts_at at time zone 'Europe/Copenhagen')::date - 10, 6
            where c.status = 'agreed' and not exists (select from sent_themes t where t.author_id = p.person_id
              and (t.organisation_id, t.conversation_id) = (c.organisation_id, c.id))
          union all
          select 'sign-reminder', (r.frozen_at at time zone 'Europe/Copenhagen')::date + after, 4
            from record r cross join unnest(array[3, 7]) after
            where c.status = 'closing' and (r.organisation_id, r.conversation_id) = (c.organisation_id, c.id)
              and r.voided_at is null and not exists (select from signature s
                where (s.organisation_id, s.conversation_id, s.record_version, s.person_id)
                  = (r.organisation_id, r.conversation_id, r.version, p.person_id))) w
        where h.wanted and h.kind = w.kind and w.day <= today and today < w.day + w.lasts
          and app.is_here(p.organisation_id, p.person_id)
          and not exists (select from mail m where (m.organisation_id, m.person_id, m.kind, m.for_date, m.conversation_id)
            = (c.organisation_id, p.person_id, w.kind, w.day, c.id));
    end

FUNCTION app.due_reminders(of_kind text, days date[], moments timestamp with time zone[], at timestamp with time zone) RETURNS TABLE(organisation_id uuid, conversation_id uuid, person_id uuid, role text, for_date date)
  plpgsql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}
    begin
      perform app.demand_round('reminders');
      return query select c.organisation_id, c.id, p.person_id, p.role, d.day
        from unnest(days, moments) d(day, moment)
        join conversation c on (c.starts_at at time zone 'Europe/Copenhagen')::date = d.day
          and c.status = 'agreed' and c.starts_at > at
        join party p on (p.organisation_id, p.conversation_id) = (c.organisation_id, c.id)
          and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today())
        where app.is_here(p.organisation_id, p.person_id)
          and not exists (select from mail m where (m.organisation_id, m.person_id, m.kind, m.for_date, m.conversation_id)
            = (c.organisation_id, p.person_id, of_kind, d.day, c.id))
          and not exists (select from event e where (e.organisation_id, e.conversation_id) = (c.organisation_id, c.id)
            and e.what in ('time-agreed', 'time-moved', 'time-found', 'meets-again') and e.at >= d.moment);
    end

FUNCTION app.due_shelves(most integer) RETURNS TABLE(organisation_id uuid, id uuid)
  plpgsql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}
    begin
      perform app.demand_round('deletion');
      return query select s.organisation_id, s.id from shelf s
        where s.wrapped is not null and s.destroy_after <= app.today() order by s.destroy_after, s.id limit most;
    end

FUNCTION app.end_earlier(of_conversation uuid) RETURNS void
  sql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    update conversation e set status = 'ended', version = e.version + 1
        from app.viewer() v
        join conversation c on c.organisation_id = v.organisation_id and c.id = of_conversation
        join party p on (p.organisation_id, p.conversation_id) = (c.organisation_id, c.id) and p.role = 'participant'
        join party o on (o.organisation_id, o.person_id) = (p.organisation_id, p.person_id)
          and o.role = 'participant' and o.post_id is not distinct from p.post_id
        where of_conversation in (select app.my_conversations()) and c.status in ('closed', 'contested')
          and (e.organisation_id, e.id) = (o.organisation_id, o.conversation_id) and e.id <> c.id and e.kind = c.kind
          and e.status in ('closed', 'contested') and e.closed_at <= c.closed_at

FUNCTION app.end_old_talks(today date) RETURNS integer
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}
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
    end

FUNCTION app.end_role(of_duty uuid, on_day date) RETURNS boolean
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
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
    end

FUNCTION app.end_round() RETURNS void
  sql, volatile
  EXECUTE BY {jobs}
    select pg_advisory_unlock_all()

FUNCTION app.enqueue(kind text, ids jsonb) RETURNS void
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {door}, {party}
    begin
      if kind not in ('send-code', 'send-mail', 'draw-documents') then
        raise exception 'unknown job' using errcode = 'P0400';
      end if;
      if exists (select 1 from jsonb_each_text(ids) i
          where i.key not in ('organisation', 'conversation', 'id') or coalesce(i.value, '') !~ '^[0-9a-f-]{36}$') then
        raise exception 'jobs carry ids only' using errcode = 'P0400';
      end if;
      if kind <> 'send-code' and (ids->>'organisation' is distinct from (select v.organisation_id::text from app.viewer() v)
          or not coalesce((ids->>'conversation')::uuid in (select app.my_conversations()), false)) then
        raise exception 'not-party' using errcode = 'P0403';
      end if;
      perform graphile_worker.add_job(kind, ids::json, max_attempts => 12);
    end

FUNCTION app.erase_shelves(shelves uuid[], at timestamp with time zone) RETURNS integer
  plpgsql, volatile, search_path=public, pg_temp
  EXECUTE BY the owner alone
    declare
      t text;
      gone uuid[];
    begin
      with erased as (update shelf set wrapped = null, destroyed_at = at
          where id = any(shelves) and wrapped is not null returning id)
        select coalesce(array_agg(id), '{}') into gone from erased;
      if cardinality(gone) = 0 then return 0; end if;
      for t in select s.table_name from information_schema.columns s join information_schema.columns x
          on (x.table_schema, x.table_name, x.column_name) = (s.table_schema, s.table_name, 'sealed')
        where s.table_schema = 'public' and s.column_name = 'shelf_id' order by 1
      loop
        execute format('delete from %I t using shelf s where s.id = any($1) and t.shelf_id = s.id
          and (t.organisation_id, t.conversation_id) = (s.organisation_id, s.conversation_id)', t) using gone;
      end loop;
      update record r set talk_sealed = '' from shelf s where s.id = any(gone)
        and (r.organisation_id, r.conversation_id, r.talk_shelf_id) = (s.organisation_id, s.conversation_id, s.id);
      update record r set plan_sealed = '' from shelf s where s.id = any(gone)
        and (r.organisation_id, r.conversation_id, r.plan_shelf_id) = (s.organisation_id, s.conversation_id, s.id);
      update signature g set remark_sealed = '' from shelf s where s.id = any(gone)
        and (g.organisation_id, g.conversation_id, g.shelf_id) = (s.organisation_id, s.conversation_id, s.id);
      update preparation p set finished_steps = '{}', last_step = null, last_saved_at = null from shelf s where s.id = any(gone)
        and s.scope = 'own' and (p.organisation_id, p.conversation_id, p.person_id) = (s.organisation_id, s.conversation_id, s.person_id);
      delete from reading r using shelf s where s.id = any(gone) and s.scope = 'talk'
        and (r.organisation_id, r.conversation_id) = (s.organisation_id, s.conversation_id);
      return cardinality(gone);
    end

FUNCTION app.events_about_me() RETURNS TABLE(day date, what text, conversation_id uuid, by_name text, mine boolean)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    with mine as (
        select e.* from app.viewer() v join event e on (e.organisation_id, e.actor_id) = (v.organisation_id, v.person_id)
        union
        select e.* from app.viewer() v join event e on e.organisation_id = v.organisation_id and e.ids ? 'person'
          and e.ids ->> 'person' = v.person_id::text
        union
        select e.* from app.viewer() v join event e on e.organisation_id = v.organisation_id
          where e.conversation_id in (select app.my_conversations()) and e.what in ('invited', 'times-offered', 'other-times-wanted',
            'times-proposed', 'times-refused', 'postponed', 'taken-up', 'declined', 'called-off', 'meets-again', 'place-set', 'talk-held',
            'time-agreed', 'talk-begun', 'text-frozen', 'text-corrected', 'text-answered', 'conversation-closed'))
      select distinct (m.at at time zone 'Europe/Copenhagen')::date, m.what, m.conversation_id, a.name, m.actor_id is not distinct from v.person_id
      from mine m cross join app.viewer() v left join person a on (a.organisation_id, a.id) = (m.organisation_id, m.actor_id)
      order by 1 desc, 2, 3

FUNCTION app.file_addresses(file uuid) RETURNS TABLE(person_id uuid, name text, was text, becomes text, fate text, moment timestamp with time zone, no integer)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {office}
    with house as (select app.office() as id),
      last as (select distinct on (c.person_id) c.* from address_change c, house where c.organisation_id = house.id
        order by c.person_id, c.asked_at desc, c.id),
      known as (select p.person_id from party p, house where p.organisation_id = house.id
        union select s.person_id from slip s, house where s.organisation_id = house.id and s.used_at is not null)
      select p.id, s.name, p.address, s.address,
        case when p.address = s.address then 'withdrawn'
          when last.settled_at is null and last.becomes = s.address then 'waiting'
          when last.outcome = 'refused' and last.becomes = s.address then 'refused'
          when p.address is null and p.address_proven_at is null and known.person_id is null then 'first'
          else 'asked' end,
        coalesce(last.settled_at, last.works_from), s.no
      from house
      join intake_row s on s.organisation_id = house.id and s.intake_id = file and s.first and s.known and s.address is not null
      join person p on p.organisation_id = house.id and p.id = s.person_id
      left join last on last.person_id = p.id
      left join known on known.person_id = p.id
      where p.address is distinct from s.address or last.id is not null and last.settled_at is null

FUNCTION app.finish_setup() RETURNS void
  sql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {office}
    update setup_code set finished_at = app.now()
        where browser_hash = sha256(convert_to(current_setting('app.setup', true), 'UTF8')) and finished_at is null

FUNCTION app.first_sign_ins() RETURNS TABLE(name text, at timestamp with time zone)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select distinct p.name, p.address_used_at from app.viewer() v
      join party l on l.organisation_id = v.organisation_id and l.role = 'participant' and l.conversation_id in (select app.my_hosted())
      join person p on (p.organisation_id, p.id) = (l.organisation_id, l.person_id)
      where p.address_used_at > app.now() - interval '14 days' and p.id <> v.person_id
      order by p.address_used_at desc, p.name

FUNCTION app.forget_files() RETURNS void
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY the owner alone
    begin
      perform app.demand_round('deletion');
      update intake set status = 'failed', report = '{"refused": "forgotten"}'
        where status in ('heads', 'faults', 'ready') and (made_at at time zone 'Europe/Copenhagen')::date + 7 <= app.today();
      -- Nobody works on it any more: its page has said so for a day.
      update intake set status = 'failed', report = '{"refused": "stopped"}'
        where status in ('reading', 'placing') and seen_at < app.now() - interval '1 day';
      delete from intake_row r where not exists (select from intake i where (i.organisation_id, i.id) = (r.organisation_id, r.intake_id)
        and i.status in ('reading', 'ready', 'placing'));
      delete from intake_unit u where not exists (select from intake i where (i.organisation_id, i.id) = (u.organisation_id, u.intake_id)
        and i.status in ('reading', 'ready', 'placing'));
    end

FUNCTION app.give_notices() RETURNS void
  plpgsql, volatile
  EXECUTE BY the owner alone
    declare
      told record;
      letter uuid;
    begin
      for told in
        select s.organisation_id, p.person_id, array_agg(distinct s.id) as shelves
        from shelf s join party p on (p.organisation_id, p.conversation_id) = (s.organisation_id, s.conversation_id)
          and p.person_id = coalesce(s.person_id, p.person_id) and p.starts_on <= app.today() and coalesce(p.ends_on > app.today(), true)
        where s.wrapped is not null and s.destroy_after > app.today() and s.destroy_after <= app.today() + 14
          and app.is_here(p.organisation_id, p.person_id)
          and not exists (select from deletion_notice n where (n.organisation_id, n.shelf_id, n.person_id, n.destroy_on)
            = (s.organisation_id, s.id, p.person_id, s.destroy_after))
          and app.shelf_holds(s.organisation_id, s.conversation_id, s.id)
        group by 1, 2
      loop
        letter := gen_random_uuid();
        insert into mail (organisation_id, id, person_id, kind, made_at, due_at)
          values (told.organisation_id, letter, told.person_id, 'deletion', app.now(), app.now());
        insert into deletion_notice (organisation_id, shelf_id, person_id, layer, destroy_on, mail_id)
          select s.organisation_id, s.id, told.person_id, case when s.scope in ('own', 'plan') then s.scope else 'talk' end, s.destroy_after, letter
          from shelf s where s.organisation_id = told.organisation_id and s.id = any(told.shelves);
      end loop;
    end

FUNCTION app.has_appointment(house uuid, who uuid, but uuid, from_at timestamp with time zone, length integer) RETURNS boolean
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY the owner alone
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

FUNCTION app.has_duty(wanted text) RETURNS boolean
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {door}, {office}, {party}
    select exists (select 1 from duty d, app.viewer() v
        where (d.organisation_id, d.person_id) = (v.organisation_id, v.person_id) and d.duty = wanted
          and d.starts_on <= app.today() and (d.ends_on is null or d.ends_on > app.today()))

FUNCTION app.held_mail(of_conversation uuid) RETURNS TABLE(kind text, due timestamp with time zone)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select m.kind, m.due_at from mail m, app.viewer() v
      where m.organisation_id = v.organisation_id and m.conversation_id = of_conversation and m.person_id <> v.person_id
        and m.queued_at is null and m.due_at is not null and (m.for_date is null or m.kind = 'follow-up-late')
        and of_conversation in (select app.my_conversations())

FUNCTION app.hold_addresses() RETURNS void
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {office}
    begin
      perform from address_change c where c.organisation_id = (select app.office()) and c.settled_at is null order by c.id for update;
    end

FUNCTION app.hold_due_shelf(house uuid, shelf_id uuid) RETURNS boolean
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}
    begin
      perform app.demand_round('deletion');
      perform from shelf s where s.organisation_id = house and s.id = shelf_id and s.wrapped is not null
        and s.destroy_after <= app.today() for update;
      return found;
    end

FUNCTION app.hold_times(of_conversation uuid) RETURNS void
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
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
    end

FUNCTION app.holds_ids(given jsonb) RETURNS boolean
  sql, immutable
  EXECUTE BY {office}, {party}
    select jsonb_typeof(given) = 'object' and not exists (
        select from jsonb_each(given) i where i.key !~ '^[a-z-]{1,40}$' or (i.value #>> '{}') is null
          or jsonb_typeof(i.value) <> 'string' or (i.value #>> '{}') !~ '^[0-9a-z-]{1,40}$')

FUNCTION app.holds_talks(house uuid, host uuid, who uuid) RETURNS boolean
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {door}
    select exists (select 1 from post theirs
          where (theirs.organisation_id, theirs.person_id) = (house, who)
            and theirs.starts_on <= app.today() and (theirs.ends_on is null or theirs.ends_on > app.today())
            and (exists (select 1 from hosting h
                  join post mine on (mine.organisation_id, mine.id) = (h.organisation_id, h.host_post_id) and mine.person_id = host
                    and mine.starts_on <= app.today() and (mine.ends_on is null or mine.ends_on > app.today())
                  where (h.organisation_id, h.participant_post_id) = (theirs.organisation_id, theirs.id)
                    and h.starts_on <= app.today() and (h.ends_on is null or h.ends_on > app.today()))
              or app.chair_hosts(house) and app.led_as(theirs) = 'leader-of-house' and exists (select 1 from duty d
                  where (d.organisation_id, d.person_id, d.unit_id) = (house, host, theirs.unit_id) and d.duty = 'chair'
                    and d.starts_on <= app.today() and (d.ends_on is null or d.ends_on > app.today()))))
        or exists (select 1 from party mine
          join party led on (led.organisation_id, led.conversation_id) = (mine.organisation_id, mine.conversation_id)
            and led.role = 'participant' and led.person_id = who
          where (mine.organisation_id, mine.person_id) = (house, host) and mine.role = 'host')

FUNCTION app.holds_talks_of(who uuid) RETURNS boolean
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY the owner alone
    select app.holds_talks(v.organisation_id, v.person_id, who) from app.viewer() v

FUNCTION app.is_here(house uuid, who uuid) RETURNS boolean
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {door}, {jobs}
    select exists (select 1 from post p where (p.organisation_id, p.person_id) = (house, who)
                     and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today()))
          or exists (select 1 from duty d where (d.organisation_id, d.person_id) = (house, who)
                     and d.starts_on <= app.today() and (d.ends_on is null or d.ends_on > app.today()))

FUNCTION app.is_over(status text) RETURNS boolean
  sql, immutable
  EXECUTE BY the owner alone
    select status in ('closed', 'contested', 'ended', 'cancelled', 'replaced')

FUNCTION app.job(OUT kind text, OUT organisation_id uuid, OUT conversation_id uuid, OUT id uuid) RETURNS record
  plpgsql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}
    begin
      select t.identifier, (j.payload->>'organisation')::uuid, (j.payload->>'conversation')::uuid, (j.payload->>'id')::uuid
        into kind, organisation_id, conversation_id, id
        from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where j.id = nullif(current_setting('app.job', true), '')::bigint and j.locked_at is not null;
    end

FUNCTION app.job_of(of_post uuid) RETURNS TABLE(person text, title text, unit text, mine boolean, may text)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select p.name, o.title, u.name, p.id = v.person_id,
        case when p.id = v.person_id then 'read' else 'write' end
      from app.viewer() v
      join post o on (o.organisation_id, o.id) = (v.organisation_id, of_post)
        and o.starts_on <= app.today() and (o.ends_on is null or o.ends_on > app.today())
      join person p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
      join unit u on (u.organisation_id, u.id) = (o.organisation_id, o.unit_id)
      where p.id = v.person_id or app.has_duty('administrator')
        or o.id in (select h.participant_post_id from app.my_hostings() h)

FUNCTION app.job_posts(search text) RETURNS TABLE(post uuid, person text, title text, unit text, mine boolean, since date)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
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

FUNCTION app.job_versions(of_post uuid) RETURNS TABLE(version integer, valid_from date, words text, link text, writer text, written_at timestamp with time zone)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select j.version, j.valid_from, j.words, j.link, w.name, j.written_at
      from app.viewer() v
      join job_description j on (j.organisation_id, j.post_id) = (v.organisation_id, of_post)
      join person w on (w.organisation_id, w.id) = (j.organisation_id, j.written_by)
      where exists (select from app.job_of(of_post))
      order by j.version desc

FUNCTION app.keep_job() RETURNS trigger
  plpgsql, volatile
  EXECUTE BY the owner alone
    begin
      if new.payload::text is distinct from old.payload::text or new.task_id is distinct from old.task_id or new.id <> old.id then
        raise exception 'a job stays as it was entered' using errcode = 'P0400';
      end if;
      return new;
    end

FUNCTION app.last_day(house uuid, scope text, status text, since date) RETURNS date
  sql, stable
  EXECUTE BY the owner alone
    select (since + case
          when scope = 'own' or status in ('cancelled', 'replaced') then make_interval(days => o.own_days)
          when scope = 'plan' then make_interval(months => o.plan_months)
          else make_interval(months => o.talk_months) end)::date
      from organisation o where o.organisation_id = house

FUNCTION app.led_as(led post) RETURNS text
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY the owner alone
    select case
        when not exists (select 1 from hosting h where (h.organisation_id, h.host_post_id) = (led.organisation_id, led.id)
          and h.starts_on <= app.today() and (h.ends_on is null or h.ends_on > app.today())) then 'employee'
        when exists (select 1 from hosting h
          join post o on (o.organisation_id, o.id) = (h.organisation_id, h.host_post_id) and o.unit_id = led.unit_id
          where (h.organisation_id, h.participant_post_id) = (led.organisation_id, led.id)
            and h.starts_on <= app.today() and (h.ends_on is null or h.ends_on > app.today())) then 'leader'
        else 'leader-of-house' end

FUNCTION app.let_go_of_time(of_conversation uuid, withdraw boolean) RETURNS void
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
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
    end

FUNCTION app.locked_conversations() RETURNS integer
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select count(distinct p.conversation_id)::int from app.viewer() v
      join party p on (p.organisation_id, p.person_id) = (v.organisation_id, v.person_id)
      where v.talks_from is not null and p.made_at < v.talks_from and (p.ends_on is null or p.ends_on > app.today())

FUNCTION app.locked_papers(of_conversation uuid) RETURNS SETOF text
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select d.slot from document_link d, app.viewer() v
      where d.organisation_id = v.organisation_id and d.conversation_id = of_conversation and d.saved_at < v.texts_from
        and of_conversation in (select app.my_conversations())

FUNCTION app.mail_choices() RETURNS TABLE(organisation_id uuid, kind text, wanted boolean)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}
    select c.organisation_id, c.kind, c.wanted from mail_choice c where app.round() is not null

FUNCTION app.mail_standing(OUT begun boolean, OUT shared boolean, OUT other_shared boolean, OUT themes_sent boolean, OUT other_themes_sent boolean, OUT answered boolean) RETURNS record
  plpgsql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}
    declare about mail;
    begin
      select m.* into about from app.job() j join mail m on (m.organisation_id, m.id) = (j.organisation_id, j.id)
        where j.kind = 'send-mail';
      select coalesce(bool_or(p.person_id = about.person_id), false),
          coalesce(bool_or(p.person_id = about.person_id and p.shared_at is not null), false),
          coalesce(bool_or(p.person_id <> about.person_id and p.shared_at is not null), false)
        into begun, shared, other_shared
        from preparation p where (p.organisation_id, p.conversation_id) = (about.organisation_id, about.conversation_id);
      select coalesce(bool_or(t.author_id = about.person_id), false), coalesce(bool_or(t.reader_id = about.person_id), false)
        into themes_sent, other_themes_sent
        from sent_themes t where (t.organisation_id, t.conversation_id) = (about.organisation_id, about.conversation_id);
      answered := exists (select from signature s
        join record r on (r.organisation_id, r.conversation_id, r.version) = (s.organisation_id, s.conversation_id, s.record_version)
        where (s.organisation_id, s.conversation_id, s.person_id) = (about.organisation_id, about.conversation_id, about.person_id)
          and r.voided_at is null);
    end

FUNCTION app.make_slip(new_id uuid, who uuid, hash bytea, until timestamp with time zone, suffix text) RETURNS text
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    declare
      me record;
      own_number text;
      name_in text;
    begin
      select * into me from app.viewer();
      if coalesce(app.slip_right(who), 'nobody') not in ('administrator', 'helper') then
        raise exception 'not-issuer' using errcode = 'P0403';
      end if;
      select lower(p.number) into own_number from person p where (p.organisation_id, p.id) = (me.organisation_id, who) for update;
      select s.login into name_in from slip s where (s.organisation_id, s.person_id) = (me.organisation_id, who)
        order by s.made_at desc limit 1;
      if name_in is null then
        name_in := own_number;
        if exists (select 1 from person p where lower(p.number) = own_number and (p.organisation_id, p.id) <> (me.organisation_id, who))
          or exists (select 1 from slip s where s.login = own_number) then
          name_in := own_number || '-' || lower(suffix);
        end if;
      end if;
      update slip s set voided_at = app.now() where (s.organisation_id, s.person_id) = (me.organisation_id, who)
        and s.used_at is null and s.voided_at is null;
      insert into slip (organisation_id, id, person_id, login, made_by, made_at, expires_at, code_hash)
        values (me.organisation_id, new_id, who, name_in, me.person_id, app.now(), until, hash);
      return name_in;
    end

FUNCTION app.makes_slips() RETURNS boolean
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select app.has_duty('administrator') or exists (select 1 from app.viewer() v
        join chosen_helper h on (h.organisation_id, h.helper_id) = (v.organisation_id, v.person_id))

FUNCTION app.my_addresses() RETURNS TABLE(was text, becomes text, asked_by text, asked_at timestamp with time zone, works_from timestamp with time zone, settled_at timestamp with time zone, outcome text)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select c.was, c.becomes, a.name, c.asked_at, c.works_from, c.settled_at, c.outcome
      from app.viewer() v
      join address_change c on (c.organisation_id, c.person_id) = (v.organisation_id, v.person_id)
      join person a on (a.organisation_id, a.id) = (c.organisation_id, c.asked_by)
      order by c.asked_at desc, c.id

FUNCTION app.my_colleagues() RETURNS TABLE(id uuid, name text)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select distinct p.id, p.name
      from app.viewer() v
      join post mine on (mine.organisation_id, mine.person_id) = (v.organisation_id, v.person_id)
        and mine.starts_on <= app.today() and (mine.ends_on is null or mine.ends_on > app.today())
      join post theirs on (theirs.organisation_id, theirs.unit_id) = (mine.organisation_id, mine.unit_id)
        and theirs.starts_on <= app.today() and (theirs.ends_on is null or theirs.ends_on > app.today())
      join person p on (p.organisation_id, p.id) = (theirs.organisation_id, theirs.person_id)
      where p.id <> v.person_id
        and not exists (select 1 from hosting h join post leader on (leader.organisation_id, leader.id) = (h.organisation_id, h.host_post_id)
          join post led on (led.organisation_id, led.id) = (h.organisation_id, h.participant_post_id)
          where led.organisation_id = v.organisation_id and led.person_id = v.person_id and leader.person_id = p.id
            and h.starts_on <= app.today() and (h.ends_on is null or h.ends_on > app.today()))
        and not exists (select 1 from party led join party host on (host.organisation_id, host.conversation_id) = (led.organisation_id, led.conversation_id)
            and host.role = 'host'
          where led.organisation_id = v.organisation_id and led.person_id = v.person_id and led.role = 'participant' and host.person_id = p.id)

FUNCTION app.my_conversations() RETURNS SETOF uuid
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select p.conversation_id
      from app.viewer() v
      join party p on (p.organisation_id, p.person_id) = (v.organisation_id, v.person_id)
      left join post o on (o.organisation_id, o.id) = (p.organisation_id, p.post_id)
      left join duty d on (d.organisation_id, d.id) = (p.organisation_id, p.duty_id)
      where p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today())
        and (o.id is null or o.ends_on is null or o.ends_on > app.today())
        and (d.id is null or d.ends_on is null or d.ends_on > app.today())
        and (v.talks_from is null or p.made_at >= v.talks_from)

FUNCTION app.my_helper() RETURNS TABLE(id uuid, name text)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select p.id, p.name from app.viewer() v
      join chosen_helper h on (h.organisation_id, h.person_id) = (v.organisation_id, v.person_id)
      join person p on (p.organisation_id, p.id) = (h.organisation_id, h.helper_id)

FUNCTION app.my_hosted() RETURNS SETOF uuid
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select p.conversation_id
      from app.viewer() v
      join party p on (p.organisation_id, p.person_id) = (v.organisation_id, v.person_id)
      where p.role = 'host' and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today())
        and p.conversation_id in (select app.my_conversations())

FUNCTION app.my_hostings() RETURNS TABLE(participant_post_id uuid, host_post_id uuid, host_duty_id uuid, led_as text)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select h.participant_post_id, h.host_post_id, null::uuid, app.led_as(theirs)
      from app.viewer() v
      join post mine on (mine.organisation_id, mine.person_id) = (v.organisation_id, v.person_id)
        and mine.starts_on <= app.today() and (mine.ends_on is null or mine.ends_on > app.today())
      join hosting h on (h.organisation_id, h.host_post_id) = (mine.organisation_id, mine.id)
        and h.starts_on <= app.today() and (h.ends_on is null or h.ends_on > app.today())
      join post theirs on (theirs.organisation_id, theirs.id) = (h.organisation_id, h.participant_post_id)
        and theirs.starts_on <= app.today() and (theirs.ends_on is null or theirs.ends_on > app.today())
      union
      select theirs.id, null::uuid, d.id, app.led_as(theirs)
      from app.viewer() v
      join duty d on (d.organisation_id, d.person_id) = (v.organisation_id, v.person_id) and d.duty = 'chair'
        and d.starts_on <= app.today() and (d.ends_on is null or d.ends_on > app.today())
      join post theirs on (theirs.organisation_id, theirs.unit_id) = (d.organisation_id, d.unit_id)
        and theirs.person_id <> d.person_id
        and theirs.starts_on <= app.today() and (theirs.ends_on is null or theirs.ends_on > app.today())
      where app.chair_hosts(v.organisation_id) and app.led_as(theirs) = 'leader-of-house'

FUNCTION app.my_houses() RETURNS SETOF uuid
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select u.id from unit u, app.viewer() v where u.organisation_id = v.organisation_id and app.has_duty('administrator')
      union
      select o.unit_id from post o, app.viewer() v
        where o.organisation_id = v.organisation_id
          and (o.id in (select participant_post_id from app.my_hostings()) or o.id in (select host_post_id from app.my_hostings()))

FUNCTION app.my_people() RETURNS SETOF uuid
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select (app.viewer()).person_id
      union select p.person_id from party p, app.viewer() v
        where p.organisation_id = v.organisation_id and p.conversation_id in (select app.my_conversations())
      union select o.person_id from post o, app.viewer() v
        where o.organisation_id = v.organisation_id and o.id in (select participant_post_id from app.my_hostings())

FUNCTION app.my_slips() RETURNS TABLE(made_at timestamp with time zone, maker text, used_at timestamp with time zone, waits boolean)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select s.made_at, m.name, s.used_at, s.used_at is null and s.voided_at is null and s.expires_at > app.now()
        and not app.holds_talks(s.organisation_id, s.made_by, s.person_id)
      from app.viewer() v
      join slip s on (s.organisation_id, s.person_id) = (v.organisation_id, v.person_id)
      join person m on (m.organisation_id, m.id) = (s.organisation_id, s.made_by)
      order by s.made_at desc

FUNCTION app.nearer_days() RETURNS TABLE(organisation_id uuid, id uuid, day date)
  sql, stable
  EXECUTE BY the owner alone
    with gone as (select * from app.people_gone()),
      led as (
        select p.organisation_id, p.conversation_id, max(g.since) as since from party p
        left join gone g on (g.organisation_id, g.person_id) = (p.organisation_id, p.person_id)
        where p.role = 'participant' group by 1, 2 having bool_and(g.since is not null)),
      part as (
        select p.organisation_id, p.conversation_id, p.person_id, least(p.ends_on, o.ends_on, d.ends_on) as ends_on from party p
        left join post o on (o.organisation_id, o.id) = (p.organisation_id, p.post_id)
        left join duty d on (d.organisation_id, d.id) = (p.organisation_id, p.duty_id)),
      parted as (
        select p.organisation_id, p.conversation_id, p.person_id, max(p.ends_on) as since from part p
        group by 1, 2, 3 having bool_and(p.ends_on is not null) and bool_and(p.ends_on <= (select app.today())))
      select s.organisation_id, s.id, least(
          (led.since + make_interval(months => o.left_months))::date,
          (parted.since + make_interval(days => o.own_days))::date,
          case when not app.is_over(c.status) then (coalesce(c.held_on, (c.starts_at at time zone 'Europe/Copenhagen')::date,
            (c.invited_at at time zone 'Europe/Copenhagen')::date) + make_interval(months => o.talk_months))::date end)
      from shelf s
      join organisation o on o.organisation_id = s.organisation_id
      join conversation c on (c.organisation_id, c.id) = (s.organisation_id, s.conversation_id)
      left join led on s.person_id is null and (led.organisation_id, led.conversation_id) = (s.organisation_id, s.conversation_id)
      left join parted on (parted.organisation_id, parted.conversation_id, parted.person_id) = (s.organisation_id, s.conversation_id, s.person_id)
      where s.wrapped is not null

FUNCTION app.never_commit() RETURNS trigger
  plpgsql, volatile
  EXECUTE BY the owner alone
    begin raise exception 'a preview is rolled back' using errcode = 'P0400'; end

FUNCTION app.now() RETURNS timestamp with time zone
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {door}, {jobs}, {office}, {party}
    select now() + coalesce((select clock_offset from installation), '0')

FUNCTION app.offered_slots() RETURNS SETOF uuid
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select o.slot_id from slot_offer o, app.viewer() v
        where o.organisation_id = v.organisation_id and o.conversation_id in (select app.my_conversations())

FUNCTION app.office() RETURNS uuid
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {office}
    select coalesce(app.setup_organisation(), (select v.organisation_id from app.viewer() v where app.has_duty('administrator')))

FUNCTION app.open_address() RETURNS SETOF address_change
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select last.* from (select c.* from app.viewer() v join address_change c on (c.organisation_id, c.person_id) = (v.organisation_id, v.person_id)
        order by c.asked_at desc, c.id limit 1) last
      where last.settled_at is null or last.outcome = 'refused'

FUNCTION app.order_mail(house uuid, new_id uuid, reader uuid, talk uuid, of_kind text, about date, made timestamp with time zone, due timestamp with time zone) RETURNS void
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}
    begin
      if app.round() is null then raise exception 'not in a round' using errcode = 'P0403'; end if;
      insert into mail (organisation_id, id, person_id, conversation_id, kind, for_date, made_at, due_at)
        values (house, new_id, reader, talk, of_kind, about, made, due) on conflict do nothing;
    end

FUNCTION app.other_unreached(of_conversation uuid) RETURNS boolean
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select exists (select from app.viewer() v
        join party o on o.organisation_id = v.organisation_id and o.person_id <> v.person_id
        join person p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
        where o.conversation_id = of_conversation and p.address is null
          and o.starts_on <= app.today() and (o.ends_on is null or o.ends_on > app.today())
          and of_conversation in (select app.my_conversations()))

FUNCTION app.outbox(wanted text, most integer, skipped integer) RETURNS TABLE(id uuid, name text, address text, about text, made_at timestamp with time zone, due_at timestamp with time zone, sent_at timestamp with time zone, failure text, tried boolean, dropped boolean)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {office}
    select m.id, p.name, p.address, case when m.conversation_id is null then m.kind else 'conversation' end,
        m.made_at, m.due_at, m.sent_at, m.failure, m.tries > 0, m.dropped is not null
      from (
        select * from mail where wanted = 'waiting' and organisation_id = (select app.office()) and due_at is not null
        union all
        select * from mail where wanted = 'failed' and organisation_id = (select app.office())
          and failure is not null and sent_at is null and dropped is null
        union all
        (select * from mail where wanted not in ('waiting', 'failed') and organisation_id = (select app.office())
          order by made_at desc, id limit most + skipped)) m
      join person p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
      order by m.made_at desc, m.id limit most offset skipped

FUNCTION app.parties_of(of_conversation uuid, OUT host_id uuid, OUT participant_id uuid, OUT left_role text, OUT left_on date) RETURNS record
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}, {party}
    with seen as (
        select p.role, p.person_id, p.starts_on, least(p.ends_on, o.ends_on, d.ends_on) as ends_on
        from party p
        left join post o on (o.organisation_id, o.id) = (p.organisation_id, p.post_id)
        left join duty d on (d.organisation_id, d.id) = (p.organisation_id, p.duty_id)
        where p.conversation_id = of_conversation and p.starts_on <= app.today()
          and p.organisation_id = coalesce((select v.organisation_id from app.viewer() v), (select j.organisation_id from app.job() j))
          and (of_conversation in (select app.my_conversations()) or p.organisation_id = (select j.organisation_id from app.job() j))),
      last as (
        select distinct on (role) role, person_id, case when ends_on <= app.today() then ends_on end as left_on
        from seen order by role, coalesce(ends_on > app.today(), true) desc, starts_on desc)
      select h.person_id, l.person_id,
        case when h.left_on is not null then 'host' when l.left_on is not null then 'participant' end, coalesce(h.left_on, l.left_on)
      from last h, last l where h.role = 'host' and l.role = 'participant'

FUNCTION app.people_gone() RETURNS TABLE(organisation_id uuid, person_id uuid, since date)
  sql, stable
  EXECUTE BY the owner alone
    select w.organisation_id, w.person_id, max(w.ends_on)
      from (select p.organisation_id, p.person_id, p.ends_on from post p
            union all select d.organisation_id, d.person_id, d.ends_on from duty d) w
      group by 1, 2 having bool_and(w.ends_on <= (select app.today())) and bool_and(w.ends_on is not null)

FUNCTION app.place_addresses(file uuid) RETURNS void
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {office}
    declare
      house uuid := (select app.office());
      me uuid := (select v.person_id from app.viewer() v);
      people uuid[];
    begin
      if house is null or me is null then raise exception 'not-yours' using errcode = 'P0403'; end if;
      with ended as (
        update address_change c set settled_at = app.now(), outcome = case given.fate when 'withdrawn' then 'withdrawn' else 'replaced' end
          from app.file_addresses(file) given
          where c.organisation_id = house and c.person_id = given.person_id and c.settled_at is null and given.fate in ('asked', 'withdrawn')
          returning c.person_id, c.outcome),
      kept as (select person_id from ended where outcome = 'withdrawn')
      insert into mail (organisation_id, id, person_id, kind, made_at, due_at)
        select house, gen_random_uuid(), kept.person_id, 'address-kept', app.now(), app.now() from kept;
      with placed as (
        update person p set address = given.becomes from app.file_addresses(file) given
          where p.organisation_id = house and p.id = given.person_id and given.fate = 'first' returning p.id)
      select array(select id from placed) into people;
      perform app.send_again(house, people);
      with asked as (
        insert into address_change (organisation_id, id, person_id, was, becomes, asked_by, asked_at, works_from)
          select house, gen_random_uuid(), given.person_id, given.was, given.becomes, me, app.now(), app.now() + interval '72 hours'
          from app.file_addresses(file) given where given.fate = 'asked' returning person_id, was)
      insert into mail (organisation_id, id, person_id, kind, made_at, due_at)
        select house, gen_random_uuid(), asked.person_id, letter.kind, app.now(), app.now()
          from asked cross join (values ('address-asked'), ('address-new')) letter (kind)
          where letter.kind = 'address-new' or asked.was is not null;
    end

FUNCTION app.prepare_deletions() RETURNS void
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}
    begin
      perform app.demand_round('deletion');
      if exists (select from deletion_day where done_on = app.today()) then return; end if;
      insert into deletion_day (done_on) values (app.today()) on conflict (one) do update set done_on = app.today();
      perform app.bring_days_nearer();
      perform app.give_notices();
      perform app.forget_files();
      delete from reading r using organisation o
        where o.organisation_id = r.organisation_id and r.read_on + make_interval(months => o.talk_months) <= (select app.today());
    end

FUNCTION app.preview(of_conversation uuid, as_person uuid) RETURNS void
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    begin
      if not exists (select 1 from party p, app.viewer() v where p.organisation_id = v.organisation_id
          and p.conversation_id = of_conversation and p.person_id = as_person
          and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today()))
        or of_conversation not in (select app.my_conversations()) then
        raise exception 'not-party' using errcode = 'P0403';
      end if;
      insert into preview (transaction, reader_id) values (pg_current_xact_id(), as_person);
    end

FUNCTION app.previewing() RETURNS boolean
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select exists (select 1 from preview p where p.transaction = pg_current_xact_id_if_assigned())

FUNCTION app.queue_due_mails(at timestamp with time zone, most integer) RETURNS integer
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}
    declare
      due record;
      queued int := 0;
    begin
      perform app.demand_round('due-mails');
      for due in
        update mail m set queued_at = at
          where (m.organisation_id, m.id) in (
            select w.organisation_id, w.id from mail w
            where w.due_at <= at and (w.queued_at is null or w.queued_at < at - interval '2 days')
            order by w.due_at limit most for update skip locked)
          returning m.organisation_id as organisation, m.conversation_id as conversation, m.id
      loop
        perform graphile_worker.add_job('send-mail', json_strip_nulls(row_to_json(due)), max_attempts => 12,
          job_key => 'mail ' || due.id);
        queued := queued + 1;
      end loop;
      return queued;
    end

FUNCTION app.reader() RETURNS uuid
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select coalesce((select p.reader_id from preview p where p.transaction = pg_current_xact_id_if_assigned()),
        (select person_id from app.viewer()))

FUNCTION app.refuse_ended_epoch() RETURNS trigger
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY the owner alone
    begin
      if new.wrapped is not null and new.epoch < (select oldest_epoch from installation) then
        raise exception 'epoch-ended' using errcode = 'P0411';
      end if;
      return new;
    end

FUNCTION app.refuse_named() RETURNS trigger
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY the owner alone
    declare named boolean;
    begin
      execute format('select exists (select from removed r join %I n
        on (n.organisation_id, n.%I) = (r.organisation_id, r.%I))', tg_argv[0], tg_argv[1], tg_argv[2]) into named;
      if named then raise foreign_key_violation using message = format('%s is named in %s', tg_table_name, tg_argv[0]); end if;
      return null;
    end

FUNCTION app.refuse_unknown() RETURNS trigger
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY the owner alone
    declare unknown boolean;
    begin
      execute format('select exists (select from written w where w.%3$I is not null and not exists (select from %1$I k
        where (k.organisation_id, k.%2$I) = (w.organisation_id, w.%3$I)))', tg_argv[1], tg_argv[2], tg_argv[0]) into unknown;
      if unknown then
        raise foreign_key_violation using message = format('%s names what is not in %s', tg_table_name, tg_argv[1]);
      end if;
      return null;
    end

FUNCTION app.refuse_when_frozen() RETURNS trigger
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY the owner alone
    declare
      wanted record;
      now_status text;
    begin
      if tg_op = 'DELETE' then wanted := old; else wanted := new; end if;
      if tg_op = 'DELETE' and exists (select 1 from shelf s where s.organisation_id = old.organisation_id
          and s.id = old.shelf_id and s.destroyed_at is not null) then
        return old;
      end if;
      select c.status into now_status from conversation c
        where c.organisation_id = wanted.organisation_id and c.id = wanted.conversation_id for share;
      if now_status not in ('agreed', 'talking', 'held', 'reopened') then
        raise exception 'frozen' using errcode = 'P0409';
      end if;
      return wanted;
    end

FUNCTION app.representatives(of_conversation uuid) RETURNS TABLE(name text, duty text, address text)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
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

FUNCTION app.roles() RETURNS TABLE(id uuid, person text, unit text, duty text, starts_on date, ends_on date, mine boolean)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select d.id, p.name, u.name, d.duty, d.starts_on, d.ends_on, d.person_id = v.person_id
      from app.viewer() v
      join duty d on d.organisation_id = v.organisation_id and (d.ends_on is null or d.ends_on > app.today())
      join person p on (p.organisation_id, p.id) = (d.organisation_id, d.person_id)
      left join unit u on (u.organisation_id, u.id) = (d.organisation_id, d.unit_id)
      where app.has_duty('administrator')
      order by array_position(array['administrator', 'hr', 'chair', 'deputy', 'amr', 'tr'], d.duty), p.name collate "da-x-icu", u.name

FUNCTION app.round() RETURNS text
  sql, stable, SECURITY DEFINER, search_path=pg_catalog, pg_temp
  EXECUTE BY the owner alone
    select nullif(current_setting('app.round', true), '') where exists (
        select from pg_locks l where l.locktype = 'advisory' and l.pid = pg_backend_pid() and l.granted
          and l.database = (select oid from pg_database where datname = current_database())
          and (l.classid, l.objid, l.objsubid) = (7473::oid, 1::oid, 2::smallint))

FUNCTION app.running_follow_ups() RETURNS TABLE(organisation uuid, conversation uuid, asker uuid, host uuid, asked_on date, due_on date, status text, said_by uuid)
  plpgsql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}
    begin
      perform app.demand_round('follow-ups');
      return query select f.organisation_id, f.conversation_id, f.asked_by, h.person_id, f.asked_on, f.due_on, f.status, f.said_by
        from follow_up f join party h on (h.organisation_id, h.conversation_id) = (f.organisation_id, f.conversation_id)
          and h.role = 'host' and h.starts_on <= app.today() and (h.ends_on is null or h.ends_on > app.today())
        where f.status in ('wanted', 'agreed');
    end

FUNCTION app.send_again(house uuid, readers uuid[]) RETURNS void
  sql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY the owner alone
    update mail m set due_at = app.now(), queued_at = null
        where m.organisation_id = house and m.person_id = any (readers) and m.made_at > app.now() - interval '30 days'
          and m.failure in ('refused-address', 'no-address') and m.sent_at is null and m.dropped is null and m.due_at is null

FUNCTION app.setting_up() RETURNS boolean
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {office}
    select exists (select 1 from setup_code
        where browser_hash = sha256(convert_to(current_setting('app.setup', true), 'UTF8'))
          and finished_at is null and expires_at > app.now())

FUNCTION app.settle_address(change address_change, how text, by_whom uuid) RETURNS void
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY the owner alone
    declare came_of text := how;
    begin
      if how in ('agreed', 'due') then
        perform pg_advisory_xact_lock(hashtextextended('address ' || change.becomes, 0));
        if exists (select from person p where p.address = change.becomes and p.organisation_id <> change.organisation_id) then
          came_of := 'taken';
        end if;
      end if;
      if came_of in ('agreed', 'due') then
        update person p set address = change.becomes, address_used_at = null where (p.organisation_id, p.id) = (change.organisation_id, change.person_id);
        update code_request r set code_hash = null, used_at = app.now()
          where (r.organisation_id, r.person_id) = (change.organisation_id, change.person_id) and r.used_at is null;
        perform app.send_again(change.organisation_id, array[change.person_id]);
      end if;
      update address_change c set settled_at = app.now(), outcome = came_of
        where (c.organisation_id, c.id) = (change.organisation_id, change.id);
      insert into event (organisation_id, id, at, actor_id, what, ids, salt) values (change.organisation_id, gen_random_uuid(),
        app.now(), by_whom, 'address-' || came_of, jsonb_build_object('person', change.person_id), uuid_send(gen_random_uuid()));
    end

FUNCTION app.settle_addresses(at timestamp with time zone, most integer) RETURNS integer
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}
    declare
      due address_change;
      settled int := 0;
    begin
      perform app.demand_round('addresses');
      delete from address_change c where c.settled_at < at - interval '24 months';
      for due in select c.* from address_change c where c.settled_at is null and c.works_from <= at
        order by c.id limit most for update skip locked
      loop
        perform app.settle_address(due, 'due', null);
        settled := settled + 1;
      end loop;
      return settled;
    end

FUNCTION app.setup_organisation() RETURNS uuid
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY the owner alone
    select overlay(overlay(left(hex, 32) placing '8' from 13) placing 'a' from 17)::uuid
      from encode(sha256(convert_to('medspil/setup/1|' || current_setting('app.setup', true), 'UTF8')), 'hex') hex
      where app.setting_up()

FUNCTION app.shared_on(of_conversation uuid) RETURNS TABLE(person_id uuid, shared_at timestamp with time zone)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select p.person_id, p.shared_at from preparation p, app.viewer() v
        where p.organisation_id = v.organisation_id and p.conversation_id = of_conversation
          and of_conversation in (select app.my_conversations())

FUNCTION app.shelf_holds(house uuid, talk uuid, shelf uuid) RETURNS boolean
  plpgsql, stable, search_path=public, pg_temp
  EXECUTE BY the owner alone
    declare
      t text;
      held boolean;
    begin
      for t in select s.table_name from information_schema.columns s join information_schema.columns x
          on (x.table_schema, x.table_name, x.column_name) = (s.table_schema, s.table_name, 'sealed')
        where s.table_schema = 'public' and s.column_name = 'shelf_id' order by 1
      loop
        execute format('select exists (select from %I where organisation_id = $1 and conversation_id = $2 and shelf_id = $3)', t)
          into held using house, talk, shelf;
        if held then return true; end if;
      end loop;
      return exists (select from record r where r.organisation_id = house and r.conversation_id = talk
        and shelf in (r.talk_shelf_id, r.plan_shelf_id));
    end

FUNCTION app.slip_name(who uuid) RETURNS text
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select p.name from app.viewer() v join person p on (p.organisation_id, p.id) = (v.organisation_id, who)
      where app.slip_right(who) <> 'nobody'

FUNCTION app.slip_people(search text) RETURNS TABLE(person_id uuid, name text, number text, house text, mail text, pin_at timestamp with time zone, slip_at timestamp with time zone, slip_until timestamp with time zone, slip_by text, spoilt boolean, may text)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    with v as materialized (
        select x.organisation_id, x.person_id, app.has_duty('administrator') as admin from app.viewer() x),
      shared as (select p.address from person p where p.address is not null group by p.address having count(*) > 1),
      asked as (
        select p.organisation_id, p.id, p.name, p.number, p.address, k.made_at as pin_at, s.made_at as slip_at,
          s.expires_at, s.made_by, coalesce(s.tries >= 5, false) as spoilt
        from v
        join person p on p.organisation_id = v.organisation_id
        left join pin k on (k.organisation_id, k.person_id) = (p.organisation_id, p.id)
        left join slip s on (s.organisation_id, s.person_id) = (p.organisation_id, p.id) and s.used_at is null and s.voided_at is null
          and not app.holds_talks(s.organisation_id, s.made_by, s.person_id)
        where p.id <> v.person_id
          and (v.admin or exists (select 1 from chosen_helper h
            where (h.organisation_id, h.person_id, h.helper_id) = (p.organisation_id, p.id, v.person_id)))
          and case when search = '' then not v.admin or p.address is null or s.id is not null or k.slip_id is not null
              or p.address in (select address from shared)
            else position(lower(search) in lower(p.name)) > 0 or lower(p.number) = lower(search) end
        order by p.name collate "da-x-icu" offset 0)
      select a.id, a.name, a.number,
        (select string_agg(distinct u.name, ', ') from post o join unit u on (u.organisation_id, u.id) = (o.organisation_id, o.unit_id)
          where (o.organisation_id, o.person_id) = (a.organisation_id, a.id)
            and o.starts_on <= app.today() and (o.ends_on is null or o.ends_on > app.today())),
        case when a.address is null then 'none'
          when exists (select 1 from person other where other.address = a.address
            and (other.organisation_id, other.id) <> (a.organisation_id, a.id)) then 'shared' else 'own' end,
        a.pin_at, a.slip_at, a.expires_at,
        (select m.name from person m where (m.organisation_id, m.id) = (a.organisation_id, a.made_by)),
        a.spoilt, app.slip_right(a.id)
      from asked a
      where app.is_here(a.organisation_id, a.id) limit 200

FUNCTION app.slip_right(who uuid) RETURNS text
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
    select case
        when not exists (select 1 from person p where (p.organisation_id, p.id) = (v.organisation_id, who))
          or not app.is_here(v.organisation_id, who) then 'nobody'
        when not app.has_duty('administrator') and not exists (select 1 from chosen_helper h
          where (h.organisation_id, h.person_id, h.helper_id) = (v.organisation_id, who, v.person_id)) then 'nobody'
        when who = v.person_id then 'self'
        when app.holds_talks_of(who) then 'host'
        when app.has_duty('administrator') then 'administrator'
        else 'helper' end
      from app.viewer() v

FUNCTION app.take_time(of_conversation uuid, at timestamp with time zone, length integer, new_slot uuid, withdraw boolean) RETURNS boolean
  plpgsql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {party}
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
    end

FUNCTION app.taken_addresses(asked text[]) RETURNS SETOF text
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {office}
    select distinct p.address from person p where p.address = any(asked) and p.organisation_id <> (select app.office())

FUNCTION app.taken_lines(file uuid) RETURNS TABLE(line integer, name text, address text)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {office}
    select distinct s.line, s.name, s.address from intake_row s join person p on p.address = s.address
      where s.organisation_id = (select app.office()) and s.intake_id = file and p.organisation_id <> (select app.office())

FUNCTION app.taken_up(at timestamp with time zone) RETURNS TABLE("from" timestamp with time zone, "to" timestamp with time zone)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {jobs}
    with reader as (
        select m.organisation_id, m.person_id from app.job() j
        join mail m on (m.organisation_id, m.id) = (j.organisation_id, j.id) where j.kind = 'send-mail')
      select l.starts_on::timestamp at time zone 'Europe/Copenhagen', l.ends_on::timestamp at time zone 'Europe/Copenhagen'
        from reader r join leave l on (l.organisation_id, l.person_id) = (r.organisation_id, r.person_id)
        where not l.mails and l.ends_on >= (at at time zone 'Europe/Copenhagen')::date
      union all
      select c.starts_at, c.starts_at + make_interval(mins => c.minutes)
        from reader r join party p on (p.organisation_id, p.person_id) = (r.organisation_id, r.person_id)
        join conversation c on (c.organisation_id, c.id) = (p.organisation_id, p.conversation_id)
        where c.status in ('agreed', 'talking', 'held', 'closing', 'closed', 'contested') and c.starts_at > at - interval '5 hours'

FUNCTION app.today() RETURNS date
  sql, stable
  EXECUTE BY {door}, {jobs}, {office}, {party}
    select (app.now() at time zone 'Europe/Copenhagen')::date

FUNCTION app.use_setup_code(code text, browser text) RETURNS boolean
  sql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {door}
    update setup_code set used_at = app.now(), browser_hash = sha256(convert_to(browser, 'UTF8'))
        where code_hash = sha256(convert_to(code, 'UTF8')) and used_at is null and expires_at > app.now()
        returning true

FUNCTION app.viewer(OUT organisation_id uuid, OUT person_id uuid, OUT texts_from timestamp with time zone, OUT talks_from timestamp with time zone) RETURNS record
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {door}, {office}, {party}
    select s.organisation_id, s.person_id, s.texts_from, s.talks_from
      from session s
      where s.token_hash = sha256(convert_to(current_setting('app.session', true), 'UTF8'))
        and s.ends_at > app.now() and s.seen_at + s.idle > app.now()
        and app.is_here(s.organisation_id, s.person_id)

FUNCTION app.week_of(house uuid, host uuid, at timestamp with time zone) RETURNS TABLE(conversation_id uuid, other_id uuid, about text, starts_at timestamp with time zone, minutes integer)
  sql, stable, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY the owner alone
    select c.id, other.person_id, w.about, c.starts_at, c.minutes
      from party p
      join conversation c on (c.organisation_id, c.id) = (p.organisation_id, p.conversation_id)
      join party other on (other.organisation_id, other.conversation_id) = (c.organisation_id, c.id)
        and other.role = 'participant' and other.starts_on <= app.today() and (other.ends_on is null or other.ends_on > app.today())
      cross join lateral (select case
        when c.status = 'agreed' and c.starts_at > at and c.starts_at < at + interval '8 days' then 'coming'
        when c.status = 'invited' and c.times_wanted_at is not null or exists (select from proposed_time t
          where (t.organisation_id, t.conversation_id) = (c.organisation_id, c.id) and t.proposed_by <> p.person_id)
          then 'times-wanted'
        when c.status = 'held' then 'to-close'
        when c.status = 'closing' and not exists (select from signature s
          join record r on (r.organisation_id, r.conversation_id, r.version) = (s.organisation_id, s.conversation_id, s.record_version)
          where (s.organisation_id, s.conversation_id, s.person_id) = (c.organisation_id, c.id, p.person_id) and r.voided_at is null)
          then 'to-sign'
        when c.status in ('closed', 'contested') and c.closed_at > at - interval '7 days' then 'closed'
      end as about) w
      where p.organisation_id = house and p.person_id = host and p.role = 'host' and w.about is not null
        and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today())

FUNCTION app.weigh_people() RETURNS void
  sql, volatile, SECURITY DEFINER, search_path=public, pg_temp
  EXECUTE BY {office}
    analyze unit; analyze person; analyze post; analyze duty; analyze hosting

QUEUE graphile_worker: 4 policies
  _private_job_queues: delete, insert, select, update
  _private_jobs: delete, select, update
  _private_known_crontabs: delete, insert, select, update
  _private_tasks: delete, insert, select, update
  jobs: delete, insert, select, update
  migrations: delete, insert, select, update
  _private_jobs: CREATE TRIGGER medspil_keep_job BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION app.keep_job()
