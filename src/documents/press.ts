// The press: one Typst compiler with our fonts and our three files. What is printed comes in as JSON; the compiler's
// own folder does not exist, so even a template gone wrong finds nothing to read.
import { join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { Mark } from './document.ts'
import paper from './paper.typ' with { type: 'text' }
import plan from './plan.typ' with { type: 'text' }
import record from './record.typ' with { type: 'text' }

type Kind = 'record' | 'plan'

/** A PDF/A-2a; `accessible` when the same page meets PDF/UA-1 as well. */
export type Printed = { pdf: Uint8Array; accessible: boolean }

/** `paper` is JSON by `toPaper`. Throws when the page cannot be laid out or is no PDF/A-2a. */
export type Press = (kind: Kind, paper: string, mark?: Mark) => Printed

const folder = '/nonexistent/medspil'
const sources = { paper, plan, record }

export function createPress(fontFiles: Buffer[]): Press {
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: fontFiles }] })
  for (const [name, source] of Object.entries(sources))
    compiler.addSource(join(folder, `${name}.typ`), source)

  return (kind, paper, mark) => {
    compiler.mapShadow(join(folder, 'mark'), Buffer.from(mark?.base64 ?? '', 'base64'))
    try {
      const { result } = compiler.compile({
        mainFilePath: join(folder, `${kind}.typ`),
        inputs: { paper },
      })
      if (!result) throw new Error('the page could not be laid out')
      return { pdf: compiler.pdf(result, { pdfStandard: 'a-2a' }), accessible: meetsUa(compiler, result) }
    } finally {
      // What was said in a conversation stays no longer in the compiler's memory than the printing takes.
      compiler.evictCache(0)
    }
  }
}

/** Typst writes a file by one standard, but judges it by any. */
function meetsUa(compiler: NodeCompiler, page: NodeTypstDocument): boolean {
  try {
    return compiler.pdf(page, { pdfStandard: 'ua-1' }).length > 0
  } catch {
    return false
  }
}
