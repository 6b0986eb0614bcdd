// Every address of the system. Routes, links, redirects and tests build theirs here, so a renamed page breaks the types.

type Names<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never
type Filled<P extends string> = [Names<P>] extends [never] ? [] : [Readonly<Record<Names<P>, string>>]
type Url<P extends string> = ((...filled: Filled<P>) => string) & { pattern: P }

/** An address: `.pattern` for the router, a call with the named parts for a link. Parts are percent-encoded. */
function url<const P extends string>(pattern: P): Url<P> {
  const fill = (...filled: Filled<P>) =>
    Object.entries<string>({ ...filled[0] }).reduce<string>(
      (path, [name, part]) => path.replace(`:${name}`, encodeURIComponent(part)),
      pattern,
    )
  return Object.assign(fill, { pattern })
}

export const urls = {
  health: url('/health'),
  asset: url('/assets/:file'),
  language: url('/sprog'),

  setup: url('/opret'),
  setupCode: url('/opret/kode'),
  setupPreview: url('/opret/gennemsyn'),
  setupOrganisation: url('/opret/organisationer'),
  setupExample: url('/opret/eksempel.csv'),

  signIn: url('/log-ind'),
  signInCode: url('/log-ind/kode'),
  signInPin: url('/log-ind/pin'),
  signInSlip: url('/log-ind/seddel'),
  signOut: url('/log-ud'),

  home: url('/'),
  about: url('/om-samtalerne'),
  whoSees: url('/hvem-kan-se-hvad'),
  ownData: url('/mine-data'),
  ownDataCode: url('/mine-data/kode'),
  helper: url('/hjaelper'),
  newAddress: url('/ny-mailadresse'),
  newAddressCode: url('/ny-mailadresse/kode'),
  newAddressRefusal: url('/ny-mailadresse/nej'),
  slips: url('/sedler'),
  slipFor: url('/sedler/:person'),
  outbox: url('/udbakke'),
  intake: url('/organisation/import'),
  intakeExample: url('/organisation/import/eksempel/:example'),
  intakeRun: url('/organisation/import/:intake'),
  intakeHeads: url('/organisation/import/:intake/kolonner'),
  intakePlacing: url('/organisation/import/:intake/indlaesning'),
  intakeFaults: url('/organisation/import/:intake/fejl.csv'),
  roles: url('/roller'),
  roleEnd: url('/roller/:duty/slutdato'),

  hosted: url('/mine-samtaler'),
  queue: url('/mine-samtaler/forberedelse'),
  promises: url('/det-har-du-lovet'),
  plans: url('/mine-planer'),
  closedWeeks: url('/huset-har-lukket'),
  jobDescriptions: url('/stillingsbeskrivelser'),
  jobDescription: url('/stillingsbeskrivelser/:post'),
  jobVersions: url('/stillingsbeskrivelser/:post/udgaver'),
  planning: url('/planlaeg/:post'),
  planningSeveral: url('/planlaeg'),

  conversation: url('/samtaler/:id'),
  invitation: url('/samtaler/:id/invitation'),
  time: url('/samtaler/:id/tid'),
  otherTimes: url('/samtaler/:id/oenske-om-tider'),
  times: url('/samtaler/:id/tider'),
  newTime: url('/samtaler/:id/ny-tid'),
  timeAnswer: url('/samtaler/:id/svar-paa-tid'),
  postponement: url('/samtaler/:id/udskydelse'),
  declining: url('/samtaler/:id/fravalg'),
  takingUp: url('/samtaler/:id/fortrudt-fravalg'),
  callingOff: url('/samtaler/:id/aflysning'),
  calendar: url('/samtaler/:id/samtale.ics'),
  calendarReply: url('/samtaler/:id/kalendersvar'),
  place: url('/samtaler/:id/sted'),
  preparation: url('/samtaler/:id/forberedelse'),
  step: url('/samtaler/:id/forberedelse/:step'),
  jobAtHand: url('/samtaler/:id/stillingsbeskrivelse'),
  documentSlots: url('/samtaler/:id/dokumenthylde'),
  documentSlot: url('/samtaler/:id/dokumenthylde/:slot'),
  crib: url('/samtaler/:id/huskeseddel'),
  sharing: url('/samtaler/:id/deling'),
  shared: url('/samtaler/:id/delt'),
  unsharing: url('/samtaler/:id/tilbagetagning'),
  talk: url('/samtaler/:id/samtalen'),
  topic: url('/samtaler/:id/samtalen/:step'),
  pen: url('/samtaler/:id/pen'),
  planDraft: url('/samtaler/:id/plan'),
  points: url('/samtaler/:id/punkter'),
  point: url('/samtaler/:id/punkter/:point'),
  pointRemoval: url('/samtaler/:id/punkter/:point/sletning'),
  ending: url('/samtaler/:id/afslutning'),
  meetAgain: url('/samtaler/:id/naeste-moede'),
  freezing: url('/samtaler/:id/laasning'),
  correction: url('/samtaler/:id/rettelse'),
  signing: url('/samtaler/:id/underskrift'),
  answer: url('/samtaler/:id/underskrift/:choice'),
  freshCode: url('/samtaler/:id/underskriftskode'),
  signatures: url('/samtaler/:id/underskrifter'),
  unanswered: url('/samtaler/:id/uden-svar'),
  document: url('/samtaler/:id/dokumenter/:part'),
  plan: url('/samtaler/:id/min-plan'),
  pointMarks: url('/samtaler/:id/hak'),
  jobProposal: url('/samtaler/:id/stillingsforslag'),
  promiseMarks: url('/samtaler/:id/loefter'),
  followUp: url('/samtaler/:id/opfoelgning'),
  followUpTimes: url('/samtaler/:id/opfoelgning/tider'),
  followUpTime: url('/samtaler/:id/opfoelgning/tid'),
  followUpLater: url('/samtaler/:id/opfoelgning/senere'),
  followUpHeld: url('/samtaler/:id/opfoelgning/holdt'),
  followUpCalendarReply: url('/samtaler/:id/opfoelgning/kalendersvar'),
  followUpOtherTime: url('/samtaler/:id/opfoelgning/anden-tid'),
  followUpCalendar: url('/samtaler/:id/opfoelgning/samtale.ics'),
} as const

/** The demo's own addresses. In no other installation is anything served there. */
export const demoUrls = {
  demo: url('/demo'),
  demoPeople: url('/demo.json'),
  demoPerson: url('/demo/personer/:person'),
  demoScene: url('/demo/side-om-side/:scene'),
  demoLetters: url('/demo/breve'),
  demoTime: url('/demo/tid'),
  demoReset: url('/demo/nulstilling'),
} as const
