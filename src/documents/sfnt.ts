// The little of a TrueType file that we read and write ourselves: which characters it can draw, and its name.

type Table = { tag: string; bytes: Buffer }

/** The code points that the font's character map leads to a glyph. */
export function charactersIn(font: Uint8Array): Set<number> {
  const cmap = readTables(font).find(table => table.tag === 'cmap')?.bytes
  const characters = new Set<number>()
  for (const map of cmap ? subtablesOf(cmap) : [])
    for (const code of codesIn(map)) if (code !== 0xffff) characters.add(code)
  return characters
}

function subtablesOf(cmap: Buffer): Buffer[] {
  return Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.subarray(cmap.readUInt32BE(8 + 8 * i)))
}

/** Formats 4 (two bytes) and 12 (four bytes) are all that modern fonts carry. */
function codesIn(map: Buffer): Iterable<number> {
  const format = map.readUInt16BE(0)
  if (format === 4) return twoByteCodes(map)
  return format === 12 ? fourByteCodes(map) : []
}

function* twoByteCodes(map: Buffer): Iterable<number> {
  const doubled = map.readUInt16BE(6)
  for (let at = 14; at < 14 + doubled; at += 2)
    yield* range(map.readUInt16BE(at + doubled + 2), map.readUInt16BE(at))
}

function* fourByteCodes(map: Buffer): Iterable<number> {
  const end = 16 + 12 * map.readUInt32BE(12)
  for (let at = 16; at < end; at += 12) yield* range(map.readUInt32BE(at), map.readUInt32BE(at + 4))
}

function* range(first: number, last: number): Iterable<number> {
  for (let code = first; code <= last; code += 1) yield code
}

/** The same font under another family name, so that a page can ask for exactly this file. */
export function renamed(font: Uint8Array, family: string): Buffer {
  const tables = readTables(font).map(table =>
    table.tag === 'name' ? { tag: 'name', bytes: nameTable(family) } : table,
  )
  return writeTables(Buffer.from(font).readUInt32BE(0), tables)
}

function readTables(font: Uint8Array): Table[] {
  const bytes = Buffer.from(font)
  return Array.from({ length: bytes.readUInt16BE(4) }, (_, i) => {
    const entry = 12 + 16 * i
    const from = bytes.readUInt32BE(entry + 8)
    const tag = bytes.toString('latin1', entry, entry + 4)
    return { tag, bytes: bytes.subarray(from, from + bytes.readUInt32BE(entry + 12)) }
  })
}

function writeTables(version: number, tables: Table[]): Buffer {
  const directory = Buffer.alloc(12 + 16 * tables.length)
  directory.writeUInt32BE(version, 0)
  directory.writeUInt16BE(tables.length, 4)
  const parts = [directory]
  let offset = directory.length
  for (const [i, { tag, bytes }] of tables.entries()) {
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)])
    directory.write(tag, 12 + 16 * i, 'latin1')
    directory.writeUInt32BE(sum(padded), 16 + 16 * i)
    directory.writeUInt32BE(offset, 20 + 16 * i)
    directory.writeUInt32BE(bytes.length, 24 + 16 * i)
    parts.push(padded)
    offset += padded.length
  }
  return Buffer.concat(parts)
}

function sum(padded: Buffer): number {
  let total = 0
  for (let at = 0; at < padded.length; at += 4) total = (total + padded.readUInt32BE(at)) >>> 0
  return total
}

/** Family, style, full name and PostScript name, for Windows in English: what a reader of fonts looks for. */
function nameTable(family: string): Buffer {
  const names: [id: number, text: string][] = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, family.replaceAll(' ', '')],
  ]
  const header = Buffer.alloc(6 + 12 * names.length)
  header.writeUInt16BE(names.length, 2)
  header.writeUInt16BE(header.length, 4)
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16())
  let offset = 0
  for (const [i, [id]] of names.entries()) {
    const length = texts[i]?.length ?? 0
    for (const [field, value] of [3, 1, 0x409, id, length, offset].entries())
      header.writeUInt16BE(value, 6 + 12 * i + 2 * field)
    offset += length
  }
  return Buffer.concat([header, ...texts])
}
