import { getConversation } from '../../db/conversations.ts'
import { findDocument, parts } from '../../db/documents.ts'
import { type Tx, Unseen } from '../../db/query.ts'
import { findRecord } from '../../db/records.ts'
import { SealBroken } from '../../db/shelves.ts'
import type { Deps } from '../../deps.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { isOver } from '../../domain/lifecycle.ts'
import { LinkLine } from '../../ui/link.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { closing } from '../../words/closing.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import { page } from '../page.tsx'
import { type Frame, StepPage } from '../shell.tsx'
import { frameOf } from '../talks.ts'

// They lie in a folder of downloads, where others may look: the other's first name and the year, and nothing else.
const papers = { record: 'samtalearket', plan: 'planen' } as const

const fileName = (part: keyof typeof papers, talk: Conversation) =>
  `${[papers[part], plainLetters(firstName(otherIn(talk).name)), talk.heldOn?.slice(0, 4)].filter(Boolean).join('-')}.pdf`

const spelt: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa' }

/** A name in the letters every system keeps in a file's name. */
const plainLetters = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[æøå]/g, letter => spelt[letter] ?? '')
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]/g, '')

const againAfter = 2

/** One of the two PDFs, for the parties alone. While it is being drawn a calm page waits for it. */
export async function sendDocument(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const talk = await getConversation(tx, me, idOf(c))
  const part = parts.find(each => each === c.req.param('part'))
  const record = isOver(talk.status) && (await findRecord(tx, deps.keys, 'pages', talk))
  if (!part || !record) throw new Unseen()
  const pdf = await findDocument(tx, deps.keys, talk, record.version, part)
  if (pdf) return download(c, pdf, fileName(part, talk))
  const isKept = part === 'plan' ? record.plan : record.talk
  if (!isKept) throw new SealBroken('shelf-destroyed')
  c.header('Refresh', String(againAfter))
  return page(c, <DrawingPage frame={frameOf(c, deps)} talk={talk} part={part} />)
}

function download(c: PageContext, pdf: Uint8Array, name: string): Response {
  return c.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}

type DrawingProps = { frame: Frame; talk: Conversation; part: string }

function DrawingPage({ frame, talk, part }: DrawingProps) {
  const { id } = talk
  const t = closing[frame.language]
  const back = { href: urls.signing({ id }), label: t.done.tab }
  return (
    <StepPage frame={frame} talk={talk} title={t.done.tab} back={back}>
      <Title>{t.drawing.title}</Title>
      <p role="status">{t.drawing.text}</p>
      <LinkLine href={urls.document({ id, part })}>{t.drawing.again}</LinkLine>
    </StepPage>
  )
}
