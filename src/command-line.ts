// What is written after a command. Nothing is passed over: what the command does not know stops it before anything is made
// or changed, and so does an option that npm kept for itself, because no -- stood before it.
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { fault, type StartFault } from './db/embedded/fault.ts'

/** `words`: how many, and which where only some are known. `forms`: all it can be written as, for whoever wrote another. */
export type Command<T> = {
  command: string
  options: T
  words?: number | readonly string[]
  forms: readonly string[]
}

type Written = { args: readonly string[]; env: Readonly<Record<string, string | undefined>> }

const asWritten = (): Written => ({ args: process.argv.slice(2), env: process.env })

/** The command's options and words. Throws a StartFault that says what there is. */
export function readCommandLine<T extends ParseArgsOptionsConfig>(
  known: Command<T>,
  { args, env }: Written = asWritten(),
) {
  const written = { args: [...args], options: known.options, allowPositionals: true }
  const { tokens } = parseArgs({ ...written, strict: false, tokens: true })
  const words = tokens.filter(token => token.kind === 'positional')
  const options = tokens.filter(token => token.kind === 'option')
  const given = options.map(({ name }) => name)
  const kept = Object.keys(known.options).filter(name => env[npmName(name)] && !given.includes(name))
  if (kept.length > 0) throw keptByNpm(known, kept, { args, env })
  for (const { name, index, value, inlineValue } of options) {
    const option = known.options[name]
    const spare = option?.type === 'boolean' && value !== undefined
    if (option === undefined || spare) throw unknown(args[index] ?? name, known)
    const lacks = value === undefined || (value.startsWith('-') && !inlineValue)
    if (option.type === 'string' && lacks) throw unfinished(name, known)
  }
  const stray = words.find(({ value }, at) => !takes(known, value, at))
  if (stray) throw unknown(stray.value, known)
  return parseArgs(written)
}

/** The number an option was given. Throws a StartFault where it is none. */
export function wholeNumber(name: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw fault(
    `--${name} skal være et helt tal fra 1 og op, ikke »${text}«. Intet er ændret.`,
    `--${name} must be a whole number from 1 up, not "${text}". Nothing was changed.`,
  )
}

function takes({ words = 0 }: Command<unknown>, word: string, at: number): boolean {
  return typeof words === 'number' ? at < words : words.includes(word)
}

/** The name under which npm hands on what it took for a setting of its own. */
const npmName = (option: string) => `npm_config_${option.replaceAll('-', '_')}`

const listed = ({ forms }: Command<unknown>) => ['\nMan kan skrive / one can write:', ...forms].join('\n  ')

const unknown = (what: string, known: Command<unknown>): StartFault =>
  fault(
    `${known.command} kender ikke »${what}«. Intet er ændret.`,
    `${known.command} does not know "${what}". Nothing was changed.${listed(known)}`,
  )

const unfinished = (option: string, known: Command<unknown>): StartFault =>
  fault(
    `Efter --${option} mangler der noget. Intet er ændret.`,
    `Something is missing after --${option}. Nothing was changed.${listed(known)}`,
  )

function keptByNpm({ command }: Command<unknown>, names: readonly string[], { args, env }: Written) {
  const kept = names.map(name =>
    env[npmName(name)] === 'true' ? `--${name}` : `--${name}=${env[npmName(name)]}`,
  )
  const right = [command, '--', ...kept, ...args].join(' ')
  return fault(
    `npm beholdt ${kept.join(' ')} for sig selv, for der stod ikke -- foran. Intet er ændret. Skriv: ${right}`,
    `npm kept ${kept.join(' ')} for itself, as no -- stood before it. Nothing was changed. Write: ${right}`,
  )
}
