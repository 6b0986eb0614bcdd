// Long because it is one list, to be read in one go.
// The bylaws: who may come to each address, proved by what, and what they see or do there. Written so that a union
// representative can read and object to it. The walls that keep it stand in the database (db/migrations/0002); this is
// the promise they are tried against, and no address is served that has no row here.

/**
 * anybody: also without signing in · setup: whoever used the terminal's one-time code · signed-in: everybody with a post
 * or a duty today · administrator: whoever looks after the organisation in the system · issuer: the administrator, and
 * whoever somebody has picked to make their slip · host-of-post: who holds the talks of that post today · writer-of-post:
 * these and the administrator, nobody of their own post · of-post: these and whoever has the post · party: host and
 * participant of that conversation, from the first day of their part in it to the last · host, participant: that one of
 * the two acts; the other is led back and nothing is changed. For everybody else there is no such page.
 */
export type Who =
  | 'anybody'
  | 'setup'
  | 'signed-in'
  | 'issuer'
  | 'administrator'
  | 'host-of-post'
  | 'writer-of-post'
  | 'of-post'
  | 'party'
  | 'host'
  | 'participant'

/** What proves them: nothing, the terminal's code, a mailed code or one's PIN in this session, or one from the last five minutes. */
export type Proof = 'none' | 'setup-code' | 'mailed-code' | 'fresh-code'

/** One rule. `sees` is for people, in Danish as the promise is given. */
export type Bylaw = { readonly who: Who; readonly proof: Proof; readonly sees: string }

type Rules = { readonly get?: Bylaw; readonly post?: Bylaw }

const rule =
  (who: Who, proof: Proof) =>
  (sees: string): Bylaw => ({ who, proof, sees })

const anybody = rule('anybody', 'none')
const setup = rule('setup', 'setup-code')
const signedIn = rule('signed-in', 'mailed-code')
const issuer = rule('issuer', 'mailed-code')
const administrator = rule('administrator', 'mailed-code')
const hostOfPost = rule('host-of-post', 'mailed-code')
const writerOfPost = rule('writer-of-post', 'mailed-code')
const ofPost = rule('of-post', 'mailed-code')
const party = rule('party', 'mailed-code')
const host = rule('host', 'mailed-code')
const participant = rule('participant', 'mailed-code')
const freshParty = rule('party', 'fresh-code')
const freshSignedIn = rule('signed-in', 'fresh-code')

/** By the address's name in src/urls.ts. */
export const access: Readonly<Record<string, Rules>> = {
  health: { get: anybody('Om systemet svarer. Intet om nogen.') },
  asset: { get: anybody('Udseende og skrifttyper. Intet om nogen.') },
  language: { post: anybody('Vælger sprog i sin egen browser; er man logget ind, også til sine breve.') },

  setup: {
    get: anybody('Feltet til koden fra terminalen; efter den siden, hvor man opretter sin organisation.'),
  },
  setupCode: {
    get: anybody('Ledes til oprettelsen.'),
    post: anybody('Prøver koden fra terminalen. Den virker én gang.'),
  },
  setupPreview: {
    get: anybody('Ledes til oprettelsen.'),
    post: setup(
      'Sin egen fil, som den vil blive læst. Intet gemmes; er filen stor, venter dens tekst i hukommelsen, højst en halv time.',
    ),
  },
  setupOrganisation: {
    get: anybody(
      'At organisationen er oprettet, i den browser, der gjorde det; ellers ledes man til oprettelsen.',
    ),
    post: setup('Opretter sin egen organisation. Ser og ændrer ingen anden.'),
  },
  setupExample: { get: setup('Et eksempel på en fil. Ingen rigtige mennesker.') },

  signIn: {
    get: anybody('Feltet til mailadressen.'),
    post: anybody('Beder om en kode. Svaret er det samme, hvad enten adressen er kendt eller ej.'),
  },
  signInCode: {
    get: anybody('Den adresse, man selv skrev, og feltet til koden.'),
    post: anybody('Prøver koden i den browser, der bad om den. Fem forsøg.'),
  },
  signInPin: {
    get: anybody('Felterne til navn og PIN.'),
    post: anybody('Prøver navn og PIN. Svaret er det samme for kendte og ukendte navne.'),
  },
  signInSlip: {
    get: anybody('Felterne til sedlens kode og en PIN, man selv vælger.'),
    post: anybody('Bruger sedlen, én gang. Den åbner intet, der er skrevet før.'),
  },
  signOut: { post: anybody('Slutter sin egen session.') },

  home: {
    get: signedIn(
      'Sine egne samtaler: med hvem, hvornår, hvor langt man selv er, og om den anden har delt. Ingen tekst.',
    ),
  },
  about: { get: signedIn('Hvad samtalerne er til.') },
  ownData: {
    get: signedIn('Hvad filen med ens egne data indeholder, og feltet til en frisk kode.'),
    post: freshSignedIn(
      'Alt sit eget og det fælles, som én fil. Aldrig det, den anden selv har skrevet. At den er hentet, skrives op.',
    ),
  },
  ownDataCode: {
    get: anybody('Ledes til siden, hvor man henter sine egne data.'),
    post: signedIn('Får en frisk kode på mail.'),
  },
  whoSees: {
    get: signedIn(
      'Hvem der kan se hvad. Deltageren: hvilke dage den anden har læst. Lederen ser aldrig, hvornår deltageren læste.',
    ),
  },
  helper: {
    get: anybody('Ledes til Hvem kan se hvad.'),
    post: signedIn('Vælger selv den kollega, der må lave ens seddel. Aldrig den, der holder ens samtale.'),
  },
  newAddress: {
    get: signedIn(
      'Den nye mailadresse, en fil har givet en selv: fra hvad til hvad, af hvem, og fra hvornår.',
    ),
    post: freshSignedIn('Siger ja til den nye med en kode til den gamle. Den nye logger ind fra nu af.'),
  },
  newAddressCode: {
    get: anybody('Ledes til sin egen nye mailadresse.'),
    post: signedIn('Får en frisk kode på sin nuværende mail.'),
  },
  newAddressRefusal: {
    get: anybody('Ledes til sin egen nye mailadresse.'),
    post: signedIn(
      'Siger nej til den nye. Alt bliver, som det er, og administratoren ser, at der er sagt nej.',
    ),
  },
  roles: { get: administrator('Hvem der har hvilken rolle, fra hvornår og til hvornår.') },
  roleEnd: {
    get: anybody('Ledes til listen over roller.'),
    post: administrator(
      'Sætter den sidste dag i en rolle. Den sidste administrators rolle kan ikke afsluttes.',
    ),
  },
  outbox: {
    get: administrator(
      'Hvem der har fået brev hvornår, og hvad der ikke kom frem. Aldrig, hvad der står i brevene.',
    ),
  },
  intake: {
    get: administrator('Feltet til en fil med medarbejdere, og hvordan det gik med den sidste.'),
    post: administrator('Sender en fil ind. Den læses igennem, og intet ændres endnu.'),
  },
  intakeExample: { get: administrator('Et eksempel på en fil. Ingen rigtige mennesker.') },
  intakeRun: {
    get: administrator('Hvad filen vil ændre: navne, stillinger, ledere og mailadresser. Ingen samtaler.'),
  },
  intakeHeads: {
    get: administrator('Filens overskrifter med et eksempel på hver, og hvad vi læser dem som.'),
    post: administrator('Siger, hvad filens kolonner betyder. Det huskes til næste gang.'),
  },
  intakePlacing: {
    get: anybody('Ledes til gennemsynet af filen, hvis den er ens egen at se.'),
    post: administrator('Lægger filen ind, hele eller slet ikke. Ændrer ingen samtale, der er i gang.'),
  },
  intakeFaults: {
    get: administrator('Filens fejl med række, navn, kolonne, hvad der står, og råd. Ingen CPR-numre.'),
  },
  slips: {
    get: issuer('Hvem der logger ind hvordan, og hvem der har en seddel. Ingen koder.'),
  },
  slipFor: {
    get: anybody('Ledes til listen over sedler.'),
    post: issuer('Laver en seddel til en anden, aldrig til en, man selv holder samtaler med.'),
  },
  hosted: {
    get: signedIn(
      'De samtaler, man selv holder: navne, tider og status, hvem der lige har logget ind for første gang, og egne løfter.',
    ),
  },
  promises: { get: signedIn('Det, man selv har lovet i de samtaler, man holder. Aldrig andres løfter.') },
  closedWeeks: {
    get: signedIn('Hvornår organisationens huse har lukket. Intet om nogen.'),
    post: signedIn('Skriver lukkedage ind for de huse, man leder eller administrerer. Andre ændrer intet.'),
  },
  plans: { get: signedIn('Sine egne lukkede samtaler, med dag og vej til planen. Ingen tekst.') },
  queue: {
    get: signedIn('De samtaler, man selv skal holde: navne, tider, og om temaer er sendt. Ingen tekst.'),
    post: signedIn('Sender de samme temaer til flere af dem, man selv skal holde samtale med.'),
  },
  jobDescriptions: {
    get: signedIn('Hvilke stillinger har en beskrivelse: sin egen, dem man leder, og administratoren alle.'),
  },
  jobDescription: {
    get: ofPost('Stillingsbeskrivelsen, som den gælder nu, og de andre udgaver med dato.'),
  },
  jobVersions: {
    get: writerOfPost('Den gældende tekst i et felt, man kan skrive en ny udgave i.'),
    post: writerOfPost('Skriver en ny udgave med dato. De tidligere bliver, som de er.'),
  },
  planning: {
    get: hostOfPost('Navn og stilling på den, man skal invitere.'),
    post: hostOfPost('Inviterer. Fra nu af er de to parter.'),
  },

  planningSeveral: {
    get: signedIn('Dem, man selv holder samtaler med, og som ingen har i gang: navn og sted.'),
    post: signedIn('Inviterer dem, man selv holder samtaler med, til de samme tider.'),
  },

  conversation: { get: party('Tid, sted, status og vejen videre. Ingen tekst.') },
  invitation: { get: party('Brevet med lederens egen linje, og de tilbudte tider.') },
  time: {
    get: anybody('Ledes til brevet, hvis det er ens eget at se.'),
    post: participant('Vælger en tid.'),
  },
  otherTimes: {
    get: anybody('Ledes til brevet, hvis det er ens eget at se.'),
    post: party('Beder om andre tider end dem, den anden har givet, uden begrundelse.'),
  },
  times: {
    get: anybody('Ledes til brevet, hvis det er ens eget at se.'),
    post: host('Tilbyder flere af sine egne tider.'),
  },
  newTime: {
    get: party('Det, I hver især foreslår, og de tider, der er ledige.'),
    post: party('Foreslår en til tre tider. Den aftalte gælder, til den anden har sagt ja.'),
  },
  timeAnswer: {
    get: anybody('Ledes til siden om en ny tid.'),
    post: party('Siger ja til en tid, den anden har foreslået, eller at ingen af dem passer.'),
  },
  postponement: {
    get: anybody('Ledes til siden om en ny tid.'),
    post: party('Udskyder samtalen. Det, der er skrevet, bliver.'),
  },
  declining: {
    get: party('Hvad det betyder at vælge samtalen fra, hvor konceptet giver lov.'),
    post: participant('Vælger samtalen fra, uden begrundelse.'),
  },
  takingUp: {
    get: anybody('Ledes til siden om en ny tid.'),
    post: participant('Fortryder fravalget, indtil året er omme.'),
  },
  callingOff: {
    get: party('Årsagerne til at aflyse. Kun lederen kan aflyse.'),
    post: host('Aflyser samtalen med en af tre årsager.'),
  },
  calendarReply: {
    get: anybody('Ledes til siden om en ny tid.'),
    post: party('Læser et kalendersvar højt. Intet gemmes eller ændres.'),
  },
  place: {
    get: anybody('Ledes til samtalen, hvis den er ens egen at se.'),
    post: host('Skriver, hvor samtalen holdes. Den anden får besked.'),
  },
  calendar: { get: party('Den aftalte tid som kalenderfil: »Samtale«, uden adresser.') },
  preparation: {
    get: party('Hvor langt man selv er, og planen fra sidste gang. Aldrig den andens forberedelse.'),
  },
  step: {
    get: party(
      'Sine egne svar og noter, og det, den anden har delt. At man læser den andens, skrives op med dato.',
    ),
    post: party('Gemmer sine egne svar og noter.'),
  },
  jobAtHand: {
    get: party('Stillingsbeskrivelsen med ét tryk, for den, der har stillingen, og den, der er leder i dag.'),
  },
  documentSlots: {
    get: party('Links til det, I vil have ved hånden, og planen fra sidste gang, hvis man var med i den.'),
  },
  documentSlot: {
    get: anybody('Ledes til dokumenthylden, hvis den er ens egen.'),
    post: party('Sætter et link ind, eller siger, at det ikke er relevant i år.'),
  },
  crib: {
    get: party('Sin egen huskeseddel til print: temaer, planen fra sidst, og kun med hak sine egne noter.'),
  },
  sharing: {
    get: party('Præcis det, den anden vil kunne læse, og det, der bliver hos en selv.'),
    post: party('Deler det, man selv har set og sat hak ved.'),
  },
  shared: { get: party('Hvor meget den anden kan læse nu.') },
  unsharing: {
    get: anybody('Ledes til sin egen forberedelse.'),
    post: party('Tager det delte tilbage, indtil samtalen begynder.'),
  },

  talk: {
    get: party('Samtalens forløb og det, I har skrevet sammen.'),
    post: party('Begynder samtalen; før dagen kun, når begge siger det.'),
  },
  topic: {
    get: party(
      'Det, I hver især har delt, og det, I skriver sammen. At man læser den andens, skrives op med dato.',
    ),
    post: party('Skriver det fælles, når man har pennen, og sætter sine egne hak.'),
  },
  pen: { post: party('Tager pennen. Det, den anden havde skrevet, bliver stående.') },
  planDraft: { get: party('Planen, mens I skriver den.'), post: party('Skriver i planen.') },
  points: { post: party('Lægger et punkt til planen.') },
  point: { post: party('Retter eller flytter et punkt.') },
  pointRemoval: {
    get: party('Det punkt, der er ved at blive fjernet.'),
    post: party('Fjerner et punkt med dets tekst.'),
  },
  ending: {
    get: party('Om I begge siger, at samtalen er holdt.'),
    post: party('Siger, at samtalen er holdt; den anden bekræfter.'),
  },
  meetAgain: {
    get: anybody('Ledes til samtalens afslutning.'),
    post: party('Aftaler endnu en lille samtale med samme plan, hvor konceptet giver lov til det.'),
  },
  freezing: {
    get: party('Den fælles tekst, som den vil blive låst.'),
    post: party('Låser teksten, så begge læser den samme.'),
  },
  correction: {
    get: anybody('Ledes til den låste tekst.'),
    post: party('Åbner den låste tekst igen. De underskrifter, der var, gælder ikke den nye.'),
  },
  signing: { get: party('Den låste tekst, hvem der har svaret, og bemærkninger.') },
  answer: { get: party('Den låste tekst og sit eget valg.') },
  freshCode: {
    get: anybody('Ledes til den låste tekst.'),
    post: party('Vælger sit svar og får en frisk kode på mail.'),
  },
  signatures: {
    get: anybody('Ledes til den låste tekst.'),
    post: freshParty('Underskriver, med eller uden bemærkning, eller lader være. Kun for sig selv.'),
  },
  unanswered: {
    get: anybody('Ledes til den låste tekst.'),
    post: party(
      'Lukker efter 14 dage uden den andens svar. Hvor der skrives under, kun den, der holder samtalen. Svarer aldrig for den anden.',
    ),
  },
  document: { get: party('Samtalearket og planen som filer, når samtalen er lukket.') },
  plan: { get: party('Planens punkter, hvad der er gjort, og hvem af jer der satte hak.') },
  pointMarks: {
    get: anybody('Ledes til planen, hvis den er ens egen.'),
    post: party('Sætter hak ved et punkt, dropper det eller tager det op igen. Den låste tekst ændres ikke.'),
  },
  followUp: {
    get: party('Ønsket om en opfølgning, fristen, de tilbudte tider og den linje, der blev skrevet med.'),
    post: participant('Beder om en opfølgning, uden begrundelse.'),
  },
  followUpTimes: {
    get: anybody('Ledes til opfølgningen, hvis den er ens egen.'),
    post: host('Foreslår op til tre af sine egne tider.'),
  },
  followUpTime: {
    get: anybody('Ledes til opfølgningen, hvis den er ens egen.'),
    post: participant('Vælger en af tiderne.'),
  },
  followUpLater: {
    get: party('Den, der har bedt: hvornår det ellers er fint. Lederen ledes til opfølgningen.'),
    post: participant('Flytter sin egen frist, svarer om lukkeuger, eller trækker ønsket tilbage.'),
  },
  followUpHeld: {
    get: anybody('Ledes til opfølgningen, hvis den er ens egen.'),
    post: party('Siger, at opfølgningen er holdt; den anden bekræfter.'),
  },
  followUpCalendarReply: {
    get: anybody('Ledes til opfølgningen, hvis den er ens egen at se.'),
    post: party('Læser et kalendersvar højt. Intet gemmes eller ændres.'),
  },
  followUpOtherTime: {
    get: anybody('Ledes til opfølgningen, hvis den er ens egen at se.'),
    post: party('Opgiver den aftalte tid til opfølgningen. Fristen bliver.'),
  },
  followUpCalendar: { get: party('Opfølgningens tid som kalenderfil: »Samtale«, uden adresser.') },
  jobProposal: {
    get: anybody('Ledes til planen, hvis den er ens egen.'),
    post: host('Svarer »ikke nu« på et forslag til stillingsbeskrivelsen. Et ja er en ny udgave af den.'),
  },
  promiseMarks: {
    get: anybody('Ledes til sine egne løfter.'),
    post: host('Sætter hak ved det, man selv har lovet.'),
  },
}

/** The same for a demo's own addresses. They are served in no other installation, and everybody in a demo is invented. */
export const demoAccess: Readonly<Record<string, Rules>> = {
  demo: { get: anybody('Demoens opfundne mennesker, og hvad hver af dem kan se.') },
  demoPeople: { get: anybody('De samme mennesker som data.') },
  demoPerson: { post: anybody('Logger ind som den, man vælger.') },
  demoScene: {
    get: anybody('To opfundne menneskers sider ved siden af hinanden.'),
    post: anybody('Logger to mennesker ind, hver i sin ramme.'),
  },
  demoLetters: { get: anybody('De breve, demoen har skrevet. Ingen er sendt.') },
  demoTime: { get: anybody('Ledes til demoen.'), post: anybody('Flytter demoens ur frem.') },
  demoReset: {
    get: anybody('Spørger, om demoen skal begynde forfra.'),
    post: anybody('Sletter det, der er skrevet i demoen, og laver den forfra.'),
  },
}
