// Runs before every script, on whatever Node is there: installs what is missing, once, and never under a running
// server. Plain JavaScript without dependencies, because nothing else may be installed yet. A run with nothing to do
// reads two files and ends.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { hold, lives, pidOf } from '../src/hold.js'

const MAJOR = 24
const checkout = join(import.meta.dirname, '..')
const modules = join(checkout, 'node_modules')
const stamp = join(modules, '.medspil-prepared')
const pinnedNode = join(modules, '.bin', 'node')

const install = [
  ...['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
  // whatever NODE_ENV and the user's npm settings say, everything is needed, here and for real
  ...['--include=dev', '--include=optional', '--include=peer', '--bin-links', '--install-strategy=hoisted'],
  ...['--no-global', '--no-dry-run'],
]

/** Says what is wrong and what to do, in both languages. */
class Trouble extends Error {}

function trouble(danish, english) {
  return new Trouble(`${danish}\n${english}`)
}

function wanted() {
  const lock = readFileSync(join(checkout, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`
}

function isPrepared() {
  return existsSync(stamp) && existsSync(pinnedNode) && readFileSync(stamp, 'utf8') === wanted()
}

function prepare() {
  if (isPrepared()) return
  const held = takeTurn()
  try {
    if (isPrepared()) return
    refuseUnderServer()
    console.log('Henter det, der mangler (kun denne gang) … / Installing what is missing (this once) …')
    rmSync(stamp, { force: true })
    runNpm()
    checkPinnedNode()
    writeFileSync(stamp, wanted())
  } finally {
    held.release()
  }
}

function takeTurn() {
  for (let waits = 0; ; waits++) {
    const turn = hold(join(checkout, '.prepare-lock'))
    if (!('heldBy' in turn)) return turn
    if (waits === 0)
      console.log(`Venter på pid ${turn.heldBy}, som er ved at installere. / Waiting for pid ${turn.heldBy}.`)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
}

function refuseUnderServer() {
  const file = join(checkout, 'build', 'server.pid')
  const server = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (!lives(server)) return
  throw trouble(
    `Medspil kører allerede herfra (pid ${pidOf(server)}). Stop den først, så opdaterer vi.`,
    `Medspil is already running from here (pid ${pidOf(server)}). Stop it first, then we update.`,
  )
}

function runNpm() {
  const { npm_execpath: script = '', npm_node_execpath: node = process.execPath } = process.env
  const [command, ...first] = basename(script) === 'npm-cli.js' ? [node, script] : ['npm']
  const { status, error } = spawnSync(command, [...first, ...install], {
    cwd: checkout,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status === 0) return
  if (error?.code === 'ENOENT') {
    throw trouble(
      'npm findes ikke. Installér npm, og prøv igen.',
      'There is no npm. Install npm and try again.',
    )
  }
  throw trouble(
    'Installationen lykkedes ikke; se hvad npm siger ovenfor. Er der net, plads på disken og ret til at skrive i mappen? Prøv så igen.',
    'The installation failed; npm says why above. Is there a network, room on the disk and a right to write here? Then try again.',
  )
}

function checkPinnedNode() {
  const { stdout } = spawnSync(pinnedNode, ['--version'], { encoding: 'utf8' })
  if (stdout?.startsWith(`v${MAJOR}.`)) return
  throw trouble(
    `Node ${MAJOR} kan ikke køre her (${process.platform}-${process.arch}). Medspil kører på Linux x64 og arm64 med glibc, fx Debian 12.`,
    `Node ${MAJOR} cannot run here. Medspil runs on Linux x64 and arm64 with glibc, such as Debian 12.`,
  )
}

function explain(error) {
  if (error instanceof Trouble) return error.message
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code)) {
    return `Der kan ikke skrives i ${checkout}, og noget skal installeres. Kør igen som den, mappen tilhører.\nCannot write to ${checkout}, and something must be installed. Run again as its owner.`
  }
  return `Forberedelsen gik i stå: ${error.message}. Ret det, og prøv igen.\nPreparing stopped: ${error.message}. Put it right and try again.`
}

try {
  prepare()
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
