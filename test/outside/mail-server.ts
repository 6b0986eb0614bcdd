import { once } from 'node:events'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'
import { portOf } from '../world/served.ts'
import { cert, key } from './certificate.ts'

export type MailServer = {
  close(): Promise<void>
  port: number
  /** What has arrived, as bytes on the wire, and whether each came encrypted. */
  arrived: { raw: string; secure: boolean }[]
  /** The one mail that arrived, taken apart. */
  only(): Promise<Email>
}

/** A mail server on this machine, on a free port unless one is named, closed when the test ends. */
export async function mailServer(options: SMTPServerOptions = {}, port = 0): Promise<MailServer> {
  const server = await openMailServer(options, port)
  onTestFinished(server.close)
  return server
}

/** The same for longer than one test. */
export async function openMailServer(options: SMTPServerOptions = {}, port = 0): Promise<MailServer> {
  const arrived: MailServer['arrived'] = []
  const server = new SMTPServer({
    key,
    cert,
    authOptional: true,
    async onData(stream, session, done) {
      const chunks: Uint8Array[] = []
      for await (const chunk of stream) chunks.push(chunk)
      arrived.push({ raw: Buffer.concat(chunks).toString('utf8'), secure: session.secure })
      done()
    },
    ...options,
  })
  // A client that turns away from an untrusted certificate is what some tests are about.
  server.on('error', () => {})
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const close = () => new Promise<void>(resolve => server.close(() => resolve()))
  return { port: portOf(server.server.address()), arrived, close, only: () => parsedOnly(arrived) }
}

/** An SMTP answer a server refuses with. */
export function refusal(responseCode: number): Error {
  return Object.assign(new Error('sara@eksempel.dk is not wanted here'), { responseCode })
}

function parsedOnly(arrived: MailServer['arrived']): Promise<Email> {
  const [mail, ...others] = arrived
  if (!mail || others.length > 0) throw new Error(`${arrived.length} mails arrived`)
  return PostalMime.parse(mail.raw)
}
