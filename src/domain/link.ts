const longest = 500

/** The address of a paper that lies elsewhere, as a browser reads it: https to a named host, nobody's password in it. */
export function httpsLink(typed: string): string | undefined {
  const text = typed.trim()
  if (text.length > longest || !URL.canParse(text)) return undefined
  const { protocol, hostname, username, password, href } = new URL(text)
  const isPlain = protocol === 'https:' && hostname.includes('.') && username + password === ''
  return isPlain && href.length <= longest ? href : undefined
}

/** Where a link leads, in the fewest words: its host. */
export const hostOf = (link: string): string => new URL(link).hostname.replace(/^www\./, '')
