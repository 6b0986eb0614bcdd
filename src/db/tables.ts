import type { Generated } from 'kysely'
import type { AddressOutcome } from '../domain/address-change.ts'

// Long because it is one list: the tables as Kysely sees them. `db/schema.sql` is the database as it is; a test keeps the two column lists equal.

type Org = { organisation_id: string }
type OfConversation = Org & { conversation_id: string }
type Sealed = { shelf_id: string; version: number; sealed: Uint8Array }

export type ConversationStatus =
  | 'draft' | 'invited' | 'agreed' | 'talking' | 'held' | 'closing' | 'closed' | 'contested' | 'ended'
  | 'postponed' | 'cancelled' | 'paused' | 'replaced' | 'reopened' // biome-ignore format: one row a course
export type Scope = 'own' | 'part' | 'talk' | 'plan' | 'room'
export type TalkMailKind =
  | 'invitation' | 'times-wanted' | 'times-proposed' | 'times-refused' | 'time-agreed' | 'time-moved' | 'time-found' | 'postponed'
  | 'declined' | 'taken-up' | 'called-off' | 'meets-again' | 'place-set' | 'three-days' | 'day-before' | 'shared' | 'to-sign'
  | 'time-missing' | 'themes-soon' | 'sign-reminder' | 'plan-ready' | FollowUpMail // biome-ignore format: in the order of a talk
/** The others are about no single conversation. */
export type MailKind = TalkMailKind | AddressMailKind | 'weekly-digest' | 'deletion'
export type AddressMailKind = 'address-asked' | 'address-new' | 'address-kept'
export type FollowUpMail =
  | 'follow-up-asked' | 'follow-up-times' | 'follow-up-agreed' | 'follow-up-off'
  | 'follow-up-nudge' | 'follow-up-soon' | 'follow-up-late' // biome-ignore format: the asking, then the clock

export type IntakeStatus =
  | 'reading'
  | 'heads'
  | 'faults'
  | 'refused'
  | 'ready'
  | 'placing'
  | 'done'
  | 'failed'
type OfIntake = Org & { intake_id: string; no: number }
type Dated = { starts_on: string; ends_on: string | null }

export type Tables = {
  installation: {
    one: Generated<boolean>
    installation: string
    kind: 'demo' | 'trial' | 'live'
    made_at: Date
    clock_offset: Generated<string>
    oldest_epoch: Generated<number>
  }
  setup_code: {
    code_hash: Uint8Array
    expires_at: Date
    used_at: Date | null
    browser_hash: Uint8Array | null
    finished_at: Date | null
  }
  organisation: Org & {
    name: string
    language: 'da' | 'en'
    concept_id: string | null
    made_at: Date
    own_days: Generated<number>
    talk_months: Generated<number>
    plan_months: Generated<number>
    left_months: Generated<number>
  }
  concept: Org & { id: string; name: string; version: number; body: unknown; published_at: Date }
  unit: Org & { id: string; parent_id: string | null; name: string }
  person: Org & {
    id: string
    number: string
    name: string
    address: string | null
    address_proven_at: Date | null
    address_used_at: Date | null
    language: 'da' | 'en'
  }
  address_change: Org & {
    id: string
    person_id: string
    was: string | null
    becomes: string
    asked_by: string
    asked_at: Date
    works_from: Date
    settled_at: Date | null
    outcome: AddressOutcome | null
  }
  post: Org &
    Dated & {
      id: string
      person_id: string
      unit_id: string
      title: string
      team: string | null
      staff_group: string | null
    }
  duty: Org &
    Dated & {
      id: string
      person_id: string
      unit_id: string | null
      duty: 'administrator' | 'hr' | 'amr' | 'tr' | 'chair' | 'deputy'
    }
  hosting: Org & Dated & { participant_post_id: string; host_post_id: string }
  intake: Org & {
    id: string
    made_by: string
    made_at: Date
    status: IntakeStatus
    rows_read: Generated<number>
    rows_in_all: Generated<number>
    seen_at: Date
    report: Generated<unknown>
    done_at: Date | null
  }
  intake_head: Org & { head: string; meant: string }
  intake_unit: OfIntake & { name: string; parent: number | null; unit_id: string; known: Generated<boolean> }
  intake_row: OfIntake & {
    line: number
    number: string
    name: string
    address: string | null
    language: string | null
    unit: number
    seated: boolean
    title: string
    team: string | null
    staff_group: string | null
    starts_on: string
    start_said: boolean
    ends_on: string | null
    duties: string | null
    host: number | null
    first: boolean
    person_id: string
    post_id: string
    known: Generated<boolean>
    placed: Generated<boolean>
  }
  code_request: {
    id: string
    browser_hash: Uint8Array
    address: string
    network: string
    proven_device: boolean
    long_code: boolean
    made_at: Date
    code_hash: Uint8Array | null
    organisation_id: string | null
    person_id: string | null
    tries: Generated<number>
    used_at: Date | null
  }
  sign_in_failure: { id: Generated<string>; at: Date; address: string; network: string }
  proven_device: Org & { device_hash: Uint8Array; person_id: string; made_at: Date }
  slip: Org & {
    id: string
    person_id: string
    login: string
    made_by: string
    made_at: Date
    expires_at: Date
    code_hash: Uint8Array
    tries: Generated<number>
    used_at: Date | null
    voided_at: Date | null
  }
  pin: Org & {
    person_id: string
    slip_id: string
    login: string
    salt: Uint8Array
    epoch: number
    wrapped: Uint8Array
    made_at: Date
    texts_from: Date
    talks_from: Date | null
  }
  chosen_helper: Org & { person_id: string; helper_id: string; chosen_at: Date }
  session: Org & {
    token_hash: Uint8Array
    person_id: string
    device: 'shared' | 'own'
    strength: number
    made_at: Date
    seen_at: Date
    fresh_code_at: Date
    idle: string
    ends_at: Date
    fell: Generated<boolean>
    texts_from: Date | null
    talks_from: Date | null
  }
  conversation: Org & {
    id: string
    kind: 'mus' | 'lus' | 'grus'
    concept_id: string
    unit_id: string
    status: ConversationStatus
    minutes: number
    place: string | null
    starts_at: Date | null
    invited_at: Date | null
    times_wanted_at: Date | null
    begun_at: Date | null
    held_on: string | null
    begin_proposed_by: string | null
    end_proposed_by: string | null
    closed_at: Date | null
    calendar_sequence: Generated<number>
    version: Generated<number>
    shape: Generated<'one' | 'one-and-follow-up' | 'one-and-several' | 'several'>
    was_at: Date | null
    postponed_at: Date | null
    postponed_by: string | null
    postponed_until: string | null
    host_postponements: Generated<number>
    cancelled_at: Date | null
    cancelled_cause: 'declined' | 'left' | 'double' | 'mistake' | null
    time_set_by: string | null
  }
  sitting: OfConversation & { met_on: string }
  party: OfConversation &
    Dated & {
      person_id: string
      role: 'host' | 'participant'
      post_id: string | null
      duty_id: string | null
      made_at: Generated<Date>
    }
  slot: Org & {
    id: string
    host_id: string
    starts_at: Date
    minutes: number
    conversation_id: string | null
  }
  slot_offer: OfConversation & { slot_id: string }
  proposed_time: OfConversation & { id: string; proposed_by: string; starts_at: Date; made_at: Date }
  shelf: OfConversation & {
    id: string
    scope: Scope
    person_id: string | null
    epoch: number
    wrapped: Uint8Array | null
    destroy_after: string | null
    at_latest: string | null
    destroyed_at: Date | null
  }
  letter: OfConversation & Sealed & { written_at: Generated<Date> }
  preparation: OfConversation & {
    person_id: string
    begun_at: Date
    finished_steps: Generated<string[]>
    last_step: string | null
    last_saved_at: Date | null
    shared_at: Date | null
  }
  answer: OfConversation & Sealed & { person_id: string; question: string; saved_at: Date }
  shared_answer: OfConversation &
    Sealed & { author_id: string; reader_id: string; question: string; shared_at: Date }
  own_themes: OfConversation & Sealed & { person_id: string; saved_at: Date }
  sent_themes: OfConversation & Sealed & { author_id: string; reader_id: string; sent_at: Date }
  conclusion: OfConversation & Sealed & { question: string; saved_by: string; saved_at: Date }
  tick: OfConversation & Sealed & { person_id: string; question: string }
  plan_point: OfConversation & Sealed & { id: string; position: number; saved_by: string; saved_at: Date }
  pen: OfConversation & { person_id: string; until: Date; place: Generated<string> }
  record: OfConversation & {
    version: number
    frozen_at: Date
    frozen_by: string
    talk_shelf_id: string
    talk_sealed: Uint8Array
    talk_hash: Uint8Array
    plan_shelf_id: string
    plan_sealed: Uint8Array
    plan_hash: Uint8Array
    fingerprint: Uint8Array
    voided_at: Date | null
  }
  signature: OfConversation & {
    record_version: number
    person_id: string
    choice: 'signed' | 'signed-with-remark' | 'refused' | 'confirmed'
    at: Date
    shelf_id: string | null
    remark_sealed: Uint8Array | null
  }
  document: OfConversation & {
    record_version: number
    part: 'record' | 'plan'
    shelf_id: string
    sealed: Uint8Array
    drawn_at: Date
  }
  point_mark: OfConversation &
    Sealed & {
      record_version: number
      point: number
      about: 'point' | 'promise'
      marked_by: string
      marked_on: string
    }
  job_description: Org & {
    post_id: string
    version: number
    valid_from: string
    words: string
    link: string | null
    written_by: string
    written_at: Date
  }
  document_link: OfConversation & Sealed & { slot: string; saved_by: string; saved_at: Date }
  job_decision: OfConversation & {
    outcome: 'approved' | 'not-now'
    decided_by: string
    decided_on: string
    valid_from: string | null
  }
  closed_weeks: Org & { id: string; unit_id: string; starts_on: string; ends_on: string }
  follow_up: OfConversation & {
    id: string
    asked_by: string
    asked_on: string
    due_on: string
    status: 'wanted' | 'agreed' | 'held' | 'withdrawn'
    starts_at: Date | null
    was_at: Date | null
    calendar_sequence: Generated<number>
    said_by: string | null
    said_on: string | null
    held_on: string | null
    closed_weeks: 'before' | 'after' | null
  }
  follow_up_line: OfConversation & Sealed & { follow_up_id: string; written_at: Date }
  follow_up_time: OfConversation & { id: string; follow_up_id: string; starts_at: Date }
  mail: Org & {
    id: string
    person_id: string
    conversation_id: string | null
    kind: MailKind
    made_at: Date
    due_at: Date | null
    queued_at: Date | null
    tries: Generated<number>
    sent_at: Date | null
    failure: string | null
    dropped: string | null
    for_date: string | null
  }
  mail_choice: Org & { kind: string; wanted: boolean }
  leave: Org & {
    id: string
    person_id: string
    starts_on: string
    ends_on: string
    mails: Generated<boolean>
  }
  deletion_notice: Org & {
    shelf_id: string
    person_id: string
    layer: 'own' | 'talk' | 'plan'
    destroy_on: string
    mail_id: string
  }
  deletion_day: { one: Generated<boolean>; done_on: string }
  reading: OfConversation & {
    id: string
    reader_id: string
    writer_id: string
    what: 'preparation' | 'themes'
    read_on: string
  }
  event: Org & {
    id: string
    at: Date
    actor_id: string | null
    what: string
    conversation_id: string | null
    ids: string
    salt: Uint8Array
  }
  job_worker: { worker: string; seen_at: Date }
  idempotency: Org & {
    person_id: string
    key: string
    status: number | null
    location: string | null
    made_at: Date
  }
}
