import { listConversations } from '../../db/conversations.ts'
import { getHouse } from '../../db/house.ts'
import { lockPreparation } from '../../db/preparations.ts'
import type { Tx } from '../../db/query.ts'
import { getStandings } from '../../db/standing.ts'
import {
  countLastSent,
  getMyThemes,
  getSentThemes,
  getThemeSenders,
  newTheme,
  saveMyThemes,
  sendThemes,
} from '../../db/themes.ts'
import type { Deps } from '../../deps.ts'
import { type Conversation, meIn } from '../../domain/conversation.ts'
import { type Queued, queueOf } from '../../domain/host-queue.ts'
import { addTheme, type Chosen, chipsOfAll, ownWords, type ThemeRefusal } from '../../domain/themes.ts'
import { urls } from '../../urls.ts'
import { queue as texts } from '../../words/host-queue.ts'
import { themes as themeTexts } from '../../words/themes.ts'
import type { Me, PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { frameOf } from '../talks.ts'
import { QueuePage } from './queue-page.tsx'
import type { QueueShown, Tried } from './queue-shown.ts'
import { chipField, toField } from './same-themes-form.tsx'

export async function showQueue(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const all = await shown(tx, me, c, deps)
  // The address says that something was sent; how much it was is told by what is there.
  const sent = c.req.query('sendt') ? await countLastSent(tx, me.person, all.queue.map(talkOf)) : 0
  return page(c, <QueuePage {...all} sent={sent > 0 ? sent : undefined} />)
}

const talkOf = ({ talk }: Queued): Conversation => talk

/** Those I am to hold a talk with, the soonest first. */
export async function loadQueue(tx: Tx, me: Me): Promise<readonly Queued[]> {
  return queueOf(await listConversations(tx, me), await getThemeSenders(tx))
}

async function shown(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<QueueShown> {
  const queue = await loadQueue(tx, me)
  const talks = queue.map(talkOf)
  const standings = await getStandings(tx, me, talks)
  return { frame: frameOf(c, deps), house: await getHouse(tx), queue, standings }
}

/** The same themes to several of mine, put last in what each has from me already, and sent. All of them, or none. */
export async function sendSameThemes(
  tx: Tx,
  form: Form,
  me: Me,
  c: PageContext,
  deps: Deps,
): Promise<Answer> {
  const all = await shown(tx, me, c, deps)
  const wish = wishOf(form, all.queue)
  const refuse = (text: string): Answer => ({
    show: <QueuePage {...all} tried={{ ...wish, error: { field: 'words', text } }} />,
    status: 422,
  })
  const { language } = c.var
  if (wish.chips.length + wish.words.length === 0 || wish.to.length === 0)
    return refuse(texts[language].missing)
  for (const { talk } of all.queue.filter(each => wish.to.includes(each.talk.id))) {
    const refused = await addAndSend(tx, me, c, deps, talk, wish)
    if (refused === 'too-long') return refuse(themeTexts[language].faults['too-long'])
    if (refused) return refuse(texts[language].tooMany(talk.participant.name))
  }
  return { to: `${urls.queue()}?sendt=${wish.to.length}` }
}

type Wish = Omit<Tried, 'error'>

function wishOf(form: Form, queue: readonly Queued[]): Wish {
  const talks = queue.map(talkOf).filter(talk => talk.form.themes)
  const chips = chipsOfAll(talks.map(({ form }) => form))
  return {
    chips: chips.map(({ id }) => id).filter(id => form.has(chipField(id))),
    words: ownWords(form.text('words')),
    to: talks.map(({ id }) => id).filter(id => form.has(toField(id))),
  }
}

/**
 * What is sent is what stood there already and what is chosen here: a draft, a hope not sent, or what was taken back
 * stays with its writer.
 */
async function addAndSend(tx: Tx, me: Me, c: PageContext, deps: Deps, talk: Conversation, wish: Wish) {
  const { keys, random } = deps
  await lockPreparation(tx, talk, c.var.now)
  const wanted = wantedOf(wish, deps)
  const { themes, version } = await getMyThemes(tx, keys, random, talk)
  const mine = (await getSentThemes(tx, keys, random, talk)).get(meIn(talk).id)
  const [draft, sent] = [withAll(themes, wanted), withAll(mine?.themes ?? [], wanted)]
  if ('refused' in draft) return draft.refused
  if ('refused' in sent) return sent.refused
  await saveMyThemes(tx, keys, random, talk, { themes: draft, version: version + 1 }, c.var.now)
  await sendThemes(tx, keys, random, talk, { themes: sent, hope: mine?.hope ?? '' }, c.var.now)
  await saveAs(tx, deps, me, c, { events: [{ what: 'themes-sent', conversation: talk.id }] })
  return undefined
}

function wantedOf({ chips, words }: Wish, { random }: Deps): Chosen {
  return [...chips.map(chip => newTheme(random, { chip })), newTheme(random, { words })]
}

const withAll = (before: Chosen, wanted: Chosen): Chosen | ThemeRefusal =>
  wanted.reduce<Chosen | ThemeRefusal>(
    (chosen, theme) => ('refused' in chosen ? chosen : addTheme(chosen, theme)),
    before,
  )
