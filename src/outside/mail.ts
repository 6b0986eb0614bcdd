/**
 * Sends letters. One message has one reader, and what went wrong comes back as a word, never as what
 * the server said: its answers quote addresses, and a job keeps words only. Nothing is logged.
 */
import { createTransport, type NodemailerError, type SendMailOptions } from 'nodemailer'
import { type Address, isAddress, isOneLine, readAddress } from './address.ts'
import type { Letter } from './letters/letter.tsx'
import { smtpOptions } from './smtp.ts'

/** A letter on its way. `id` is the mail's own; `calendar` is what `invitation` in calendar.ts wrote. */
export type Mail = Letter & {
  readonly id: string
  readonly to: Address
  readonly calendar?: string | undefined
}

/**
 * Why a mail did not go: `unreachable` no server or a cut line · `timeout` no answer in time · `tls` no
 * trusted encryption · `later` the server asks us to come again · `refused-address` it does not know the
 * reader · `refused` it wants neither us nor the mail · `malformed` a name, subject, address or id that
 * could smuggle in a header. Only `refused-address` and `malformed` will never be better.
 */
export type MailFailure =
  | 'unreachable'
  | 'timeout'
  | 'tls'
  | 'later'
  | 'refused-address'
  | 'refused'
  | 'malformed'

export type Mailer = { send(mail: Mail): Promise<'sent' | { failed: MailFailure }> }

type Settings = { smtpUrl: string; from: string; patience?: number }

/**
 * A sender for the server at SMTP_URL, writing as MAIL_FROM. `patience`: the longest one step with the
 * server may take, in milliseconds; a whole mail may take four times that. Throws when a setting is no
 * address. A connection cut after the server took the mail reads as a failure: the next try carries the
 * same Message-ID, so that a server or a reader can know it again.
 */
export function createMail({ smtpUrl, from, patience = 15_000 }: Settings): Mailer {
  const options = smtpOptions(smtpUrl, patience)
  const sender = readAddress(from)
  if (!options)
    throw new Error('SMTP_URL is not an address of the form smtp://host:port or smtps://host:port')
  if (!sender) throw new Error('MAIL_FROM is not an address of the form Name <name@host>')
  const transport = createTransport(options)
  return {
    async send(mail) {
      if (!isSafe(mail)) return { failed: 'malformed' }
      try {
        await transport.sendMail({ ...message(mail, sender), signal: AbortSignal.timeout(4 * patience) })
        return 'sent'
      } catch (error) {
        return { failed: error instanceof Error ? reasonOf(error) : 'unreachable' }
      }
    },
  }
}

function isSafe({ id, to, subject, calendar }: Mail): boolean {
  const isId = /^[\w-]{1,64}$/.test(id)
  const isCalendar = calendar === undefined || methodOf(calendar) !== undefined
  return isId && isCalendar && isAddress(to.address) && isOneLine(to.name) && isOneLine(subject)
}

function message({ id, to, subject, text, html, calendar }: Mail, from: Address): SendMailOptions {
  return {
    messageId: `<${id}@${from.address.slice(from.address.indexOf('@') + 1)}>`,
    from: { ...from },
    to: { ...to },
    subject,
    text,
    html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      // Exchange looks for this one instead, before it answers that somebody is on holiday.
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
    },
    ...(calendar && {
      icalEvent: { method: methodOf(calendar), content: calendar, filename: 'invite.ics' },
    }),
  }
}

/** The part's header must say the same method as the calendar inside, so it is read from there. */
function methodOf(calendar: string): string | undefined {
  return /^METHOD:(REQUEST|CANCEL)\r$/m.exec(calendar)?.[1]
}

function reasonOf({ code, originalCode, command, responseCode, permanent }: NodemailerError): MailFailure {
  if (code === 'ETLS' || (code === 'ESOCKET' && isTlsFault(originalCode))) return 'tls'
  if (code === 'ETIMEDOUT' || code === 'EABORT') return 'timeout'
  if (code === 'EENVELOPE' && (command === 'API' || (command === 'RCPT TO' && permanent)))
    return 'refused-address'
  if (responseCode !== undefined) return permanent ? 'refused' : 'later'
  return code === 'EAUTH' || code === 'EMESSAGE' ? 'refused' : 'unreachable'
}

/** Node writes faults of TLS with underscores (`CERT_HAS_EXPIRED`) and those of the line without. */
function isTlsFault(code: string | undefined): boolean {
  return code === 'EPROTO' || (code?.includes('_') ?? false)
}
