import { SaxesParser, type SaxesTagPlain } from 'saxes'

type Tag = { name: string; attributes: Record<string, string> }

/** What is done with an element as it opens, with the text in it, and as it closes. Names are without their prefix. */
export type Hearing = {
  open(tag: Tag): void
  text?(words: string): void
  close?(name: string): void
}

/** Reads XML as it comes. Throws where it is not well-formed; knows no entities but XML's own five. */
export async function readXml(chunks: AsyncIterable<Buffer>, hearing: Hearing): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('opentag', (tag: SaxesTagPlain) => hearing.open(tag))
  if (hearing.text) parser.on('text', hearing.text)
  if (hearing.close) parser.on('closetag', (tag: SaxesTagPlain) => hearing.close?.(localName(tag)))
  parser.on('error', fault => {
    throw fault
  })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }))
  parser.write(decoder.decode()).close()
}

/** `x:row` and `row` are the same element. */
export const localName = ({ name }: Pick<Tag, 'name'>): string => name.slice(name.indexOf(':') + 1)

export const attribute = ({ attributes }: Tag, name: string, otherwise = ''): string =>
  attributes[name] ?? otherwise
