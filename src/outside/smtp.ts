import { isIPv4 } from 'node:net'
import type { SMTPTransportOptions } from 'nodemailer'

/**
 * How to speak with the mail server that SMTP_URL names: `smtp://name:password@host:587`, or `smtps://`
 * for TLS from the first byte. To any other machine the connection is encrypted and its certificate
 * checked before a name or a password is said; on this machine `smtp://` stays plain. The address has
 * no options, so none can weaken that. `patience` is how long one step may take, in milliseconds.
 * Undefined when the text is no such address.
 */
export function smtpOptions(smtpUrl: string, patience: number): SMTPTransportOptions | undefined {
  const url = URL.parse(smtpUrl)
  if (
    !url?.hostname ||
    !/^smtps?:$/.test(url.protocol) ||
    !/^\/?$/.test(url.pathname + url.search + url.hash)
  ) {
    return undefined
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const secure = url.protocol === 'smtps:'
  const nearby = isLoopback(host)
  const user = unescaped(url.username)
  const pass = unescaped(url.password)
  if (user === undefined || pass === undefined) return undefined
  return {
    host,
    port: Number(url.port) || (secure ? 465 : nearby ? 25 : 587),
    secure,
    requireTLS: !secure && !nearby,
    // A relay on the same machine often offers TLS under a certificate made up at installation.
    ignoreTLS: !secure && nearby,
    ...(user && { auth: { user, pass } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    socketCloseTimeout: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}

function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
