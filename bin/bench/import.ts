// An organisation's file of 100,000 people, read in through the front door of a running product, against COPY of the same
// rows into a plain table with a key, in the same run and as alone on the machine. How soon others are answered meanwhile is
// measured in a round of its own.
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { urls } from '../../src/urls.ts'
import type { TestServer } from '../../test/world/ground.ts'
import type { House } from '../../test/world/house.ts'
import { openHouse } from '../../test/world/house.ts'
import { addPerson, makeOrganisation, signIn } from '../../test/world/people.ts'
import { cookieOf } from '../../test/world/visitor.ts'
import { askMeanwhile, median, sayWaits } from './load.ts'
import { heads, peopleRows } from './people.ts'
import { startProduct, stop } from './processes.ts'
import { round, say } from './say.ts'
import { workbookOf } from './workbook.ts'

const people = 100_000
const rounds = 5

type Given = { house: House; port: number; cookie: string }
type Times = { looked: number; placed: number }
type Measured = Times & { copy: number }

export async function peopleFile(server: TestServer) {
  const rows = [...peopleRows(people)]
  const csv = Buffer.from([heads, ...rows].map(row => row.join(';')).join('\r\n'))
  const xlsx = workbookOf([heads, ...rows])
  say(
    `A file of ${round(people)} people, ${heads.length} columns, ${round(csv.length / 1024)} KB as CSV, ${round(xlsx.length / 1024)} KB as XLSX`,
  )
  const measured: Measured[] = []
  for (let n = 0; n < rounds; n++) {
    await inHouse(server, async given => {
      measured.push({ copy: await copied(given.house, rows), ...(await readIn(given, csv)) })
    })
  }
  tell(measured)
  await inHouse(server, async given => {
    await amongOthers(given, csv)
    await again(given, csv, xlsx)
  })
  say()
}

/** What is fast or slow for both counts for neither: the ratio is the middle one of the rounds' own. */
function tell(measured: readonly Measured[]) {
  const middle = (of: (each: Measured) => number) => median(measured.map(of))
  const inAll = ({ looked, placed }: Times) => looked + placed
  say(`  COPY of the same rows                  ${round(middle(each => each.copy))} ms`)
  say(`  sent, read, compared, shown            ${round(middle(each => each.looked))} ms`)
  say(`  put in place                           ${round(middle(each => each.placed))} ms`)
  const ratios = measured.map(each => inAll(each) / each.copy)
  const each = ratios.map(ratio => ratio.toFixed(1)).join(' ')
  say(
    `  in all                                 ${round(middle(inAll))} ms   ratio ${median(ratios).toFixed(1)} (at most 12; ${each})`,
  )
}

/** How soon somebody else is answered while a file is read in. */
async function amongOthers(given: Given, csv: Buffer) {
  const waits: number[] = []
  const others = new AbortController()
  const asked = askMeanwhile({ port: given.port, path: urls.health() }, waits, others.signal)
  await readIn(given, csv)
  others.abort()
  await asked
  sayWaits('a small page', waits)
}

/** The same file once more changes nothing; and the same as a workbook. */
async function again(given: Given, csv: Buffer, xlsx: Buffer) {
  const same = await lookThrough(given, csv, 'medarbejdere.csv')
  say(
    `  the same file again, looked through    ${round(same.took)} ms: ${same.html.includes('Der er intet at ændre') ? 'nothing to change' : 'CHANGES'}`,
  )
  const book = await lookThrough(given, xlsx, 'medarbejdere.xlsx')
  say(
    `  the same as XLSX, looked through       ${round(book.took)} ms: ${book.html.includes('Der er intet at ændre') ? 'nothing to change' : 'CHANGES'}`,
  )
}

async function inHouse(server: TestServer, work: (given: Given) => Promise<void>) {
  const house = await openHouse(new Date(), server)
  const organisation = await makeOrganisation(house, 'Lyngsø Kommune', ['Stab'])
  const seat = await addPerson(house, organisation, 'Hanne Toft', 'Stab', 'HR-konsulent')
  await house.superuser.query(
    `insert into duty (organisation_id, id, person_id, duty, starts_on) values ($1, gen_random_uuid(), $2, 'administrator', '2020-01-01')`,
    [organisation.id, seat.person],
  )
  await house.superuser.query(`update post set ends_on = '2020-01-02'`)
  const visitor = await signIn(house, organisation.id, seat)
  const settings = {
    DATABASE_URL: house.env.databaseUrl ?? '',
    MEDSPIL_DATA: house.env.data,
    MEDSPIL_KEYRING: house.env.keyring,
  }
  const product = await startProduct(settings)
  try {
    await work({ house, port: product.port, cookie: cookieOf(visitor) })
  } finally {
    await stop(product.child)
    await house.close()
  }
}

/** From a file on the server's own disk, which is as fast as COPY is. */
async function copied({ superuser }: House, rows: readonly (readonly string[])[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'medspil-copy-'))
  await chmod(folder, 0o755)
  const file = join(folder, 'rows.csv')
  await writeFile(file, rows.map(row => row.join(';')).join('\n'))
  await chmod(file, 0o644)
  const columns = heads.map((_, at) => `c${at} text${at === 0 ? ' primary key' : ''}`)
  await superuser.query(`create table plain (${columns.join(', ')})`)
  const began = performance.now()
  await superuser.query(`copy plain from '${file}' with (format csv, delimiter ';')`)
  const took = performance.now() - began
  await superuser.query('drop table plain')
  await rm(folder, { recursive: true })
  return took
}

async function readIn(given: Given, file: Buffer): Promise<Times> {
  const { took, path } = await lookThrough(given, file, 'medarbejdere.csv')
  const began = performance.now()
  await post(given, urls.intakePlacing({ intake: path.split('/').at(-1) ?? '' }), {
    body: new URLSearchParams({ key: crypto.randomUUID() }),
  })
  const { html } = await untilDone(given, path)
  const placed = performance.now() - began
  if (!html.includes('Filen er lagt ind'))
    throw new Error(`the file was not put in place: ${/<h1>.*<\/h1>[\s\S]{0,300}/.exec(html)?.[0]}`)
  return { looked: took, placed }
}

async function lookThrough(given: Given, file: Buffer, name: string) {
  const form = new FormData()
  form.set('key', crypto.randomUUID())
  form.set('file', new File([new Uint8Array(file)], name))
  // Written out before the clock starts: what is measured is from the first byte that is sent.
  const sent = await writtenOut(form)
  const began = performance.now()
  const path = await post(given, urls.intake(), sent)
  const { html } = await untilDone(given, path)
  return { took: performance.now() - began, path, html }
}

type Sent = { body: BodyInit; type?: string }

/** A form as the bytes that a browser sends. */
async function writtenOut(form: FormData): Promise<Sent> {
  const written = new Response(form)
  return { type: written.headers.get('content-type') ?? '', body: await written.arrayBuffer() }
}

async function post({ port, cookie }: Given, path: string, { body, type }: Sent): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    body,
    headers: { cookie, 'sec-fetch-site': 'same-origin', ...(type && { 'content-type': type }) },
    redirect: 'manual',
  })
  const to = answer.headers.get('location')
  if (answer.status !== 303 || !to) throw new Error(`answered ${answer.status}`)
  return to
}

/**
 * Until the page has something to show. The page itself asks a few times and then every two seconds; how things stand is
 * looked up beside it here, fifty times a second, which costs the product nothing and is as exact as that.
 */
async function untilDone({ house, port, cookie }: Given, path: string): Promise<{ html: string }> {
  const settled = `select from intake where id = $1 and status not in ('reading', 'placing')`
  while ((await house.superuser.query(settled, [path.split('/').at(-1)])).rowCount === 0) await pause(20)
  const page = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie, accept: 'text/html' } })
  return { html: await page.text() }
}
