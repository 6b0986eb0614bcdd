// Writes the two privacy papers that follow from the rules themselves: who sees what, and how long it is kept. A test
// says when a rule has changed and the paper has not.

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { access, type Bylaw, type Proof, type Who } from '../src/domain/access.ts'
import { defaultPeriods, fileDays } from '../src/domain/retention.ts'
import { urls } from '../src/urls.ts'

/** The papers by file, as they follow from the rules today. */
export const papers = (): Readonly<Record<string, string>> => ({
  'docs/privacy/who-sees-what.md': whoSeesWhat(),
  'docs/privacy/how-long.md': howLong(),
})

/** The order of reading: the two in the talk first. */
const people: Record<Who, string> = {
  party: 'De to i samtalen, fra første til sidste dag, hver er part i den',
  participant: 'Den af de to, samtalen handler om',
  host: 'Den af de to, der holder samtalen',
  'host-of-post': 'Den, der holder samtalen med netop den stilling i dag',
  'of-post': 'Den, der har stillingen, den, der holder samtalen med den, og administratoren',
  'writer-of-post':
    'Den, der holder samtalen med stillingen, og administratoren; aldrig den, der har stillingen',
  'signed-in': 'Alle med en stilling eller et hverv i dag',
  administrator: 'Administratoren',
  issuer: 'Administratoren, og den kollega, man selv har valgt til at lave sin seddel',
  setup: 'Den, der har brugt engangskoden fra serverens terminal',
  anybody: 'Alle, også uden at være logget ind',
}

const proofs: Record<Proof, string> = {
  none: '',
  'setup-code': 'koden fra terminalen',
  'mailed-code': 'logget ind',
  'fresh-code': 'en ny kode inden for fem minutter',
}

type Row = { path: string; does: 'Ser' | 'Gør'; bylaw: Bylaw }

function rows(): Row[] {
  const paths = new Map(Object.entries(urls).map(([name, { pattern }]) => [name, pattern]))
  return Object.entries(access).flatMap(([name, { get, post }]) => {
    const path = paths.get(name) ?? name
    return [
      ...(get && !leadsOn(get) ? [{ path, does: 'Ser' as const, bylaw: get }] : []),
      ...(post ? [{ path, does: 'Gør' as const, bylaw: post }] : []),
    ]
  })
}

/** An address one only sends forms to: who opens it is shown another page. */
const leadsOn = ({ who, sees }: Bylaw) => who === 'anybody' && sees.startsWith('Ledes til')

function whoSeesWhat(): string {
  const all = rows()
  const kinds = Object.entries(people).map(([who, said]) => ({
    said,
    own: all.filter(({ bylaw }) => bylaw.who === who),
  }))
  const parts = kinds
    .filter(({ own }) => own.length > 0)
    .map(({ said, own }) => [`## ${said}`, table(own)].join('\n\n'))
  return `${[whoSeesLead, ...parts].join('\n\n')}\n`
}

const table = (own: readonly Row[]) =>
  [
    '| Adresse | | Hvad | Det kræver |',
    '|---|---|---|---|',
    ...own.map(
      ({ path, does, bylaw }) => `| \`${path}\` | ${does} | ${bylaw.sees} | ${proofs[bylaw.proof]} |`,
    ),
  ].join('\n')

const whoSeesLead = `# Hvem ser hvad

Siden er skrevet af systemets egne regler (\`src/domain/access.ts\`): alt, hvad nogen kan se eller gøre, står her én gang, og en
adresse uden en regel bliver ikke vist for nogen. Reglerne prøves hver gang systemet bygges: sytten slags mennesker (parten, kollegaen, den
tidligere leder, administratoren, en fra en anden organisation …) beder om hver adresse i hver af samtalens tilstande, og enhver
slags tekst ledes der efter i alt, de får. For alle andre end dem, der står over en tabel, er der ingen side: svaret er det samme
som for noget, der aldrig har været der.

Administratoren, HR, bestyrelsen og den, der driver serveren, har ingen side med tekst fra en samtale.`

function howLong(): string {
  const { ownDays, talkMonths, planMonths, leftMonths } = defaultPeriods
  return `# Hvor længe det gemmes

Perioderne er de længste. En organisation kan gøre dem kortere, aldrig længere, og en samtale beholder de dage, den havde,
da den blev lukket. Ved hver tekst på skærmen står dagen: »Slettes 2. maj 2027«.

| Hvad | Hvor længe |
|---|---|
| Egne noter og forberedelse, der aldrig blev delt | ${ownDays} dage efter, at samtalen er lukket eller aflyst |
| Delte svar, tal og fælles konklusioner, samtalearket | til næste års plan er lukket, højst ${talkMonths} måneder |
| Planen med bemærkninger og underskrifter | ${planMonths} måneder, eller ${leftMonths} måneder efter, at den, samtalen handler om, er holdt op |
| Hvem der har åbnet den andens tekst hvilken dag | som samtalen, højst ${talkMonths} måneder |
| En ændring af ens mailadresse, og hvad der blev svaret | ${talkMonths} måneder efter svaret |
| En fil med medarbejdere, der er læst igennem og ikke lagt ind | ${fileDays} dage |
| Tidligere udgaver af en stillingsbeskrivelse | ${planMonths} måneder efter, at en ny afløste den, eller ${leftMonths} måneder efter, at stillingen ophørte |

Fjorten dage før en tekst slettes, får den, den tilhører, besked. At slette er at tilintetgøre nøglen: teksten ligger kun
forseglet, hver hylde med en nøgle for sig, og når nøglen er væk, kan ingen åbne den, heller ikke i en sikkerhedskopi, når
nøgleringen er drejet: senest syv dage efter. Hvem der talte sammen
hvornår (navne, tid, status), bliver stående uden tekst.

Stillingsbeskrivelser ligger i klar tekst: der kommer ingen besked, før de slettes, og de er i en sikkerhedskopi, så længe
kopien er der.
`
}

if (import.meta.main)
  for (const [file, text] of Object.entries(papers()))
    await writeFile(join(import.meta.dirname, '..', file), text)
