/** Who a mail or a calendar entry is from or to: a name as people read it, and a mail address. */
export type Address = { readonly name: string; readonly address: string }

const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}.]+(?:\.[^\s@<>()[\]\\,;:"\p{Cc}.]+)*$/u

/** Whether the text is one mail address and nothing else: no name, no second address, no line break. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text)
}

/**
 * Whether the text stays on its line in a mail header: no control character and none of the line ends
 * that some programs see and others do not (U+2028, U+2029).
 */
export function isOneLine(text: string): boolean {
  return !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)
}

/** Reads `Medspil <post@example.dk>`, or an address alone, as MAIL_FROM is written. Undefined otherwise. */
export function readAddress(text: string): Address | undefined {
  const { name = '', address = '' } =
    /^(?:(?<name>[^<>]*?)\s*<)?(?<address>[^<>]+)>?$/.exec(text.trim())?.groups ?? {}
  if (!isAddress(address) || text.includes('<') !== text.includes('>') || !isOneLine(name)) return undefined
  return { name: name.replace(/^"(.*)"$/, '$1'), address }
}
