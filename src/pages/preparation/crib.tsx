import { getConversation } from '../../db/conversations.ts'
import { getPreparation, type OwnPreparation } from '../../db/preparations.ts'
import type { Tx } from '../../db/query.ts'
import { getMyThemes, type SentThemes } from '../../db/themes.ts'
import type { Deps } from '../../deps.ts'
import { hasContent } from '../../domain/answer.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { sayTalkTime } from '../../domain/day-words.ts'
import type { LivePlan } from '../../domain/plan-life.ts'
import { type Chosen, wordsOf } from '../../domain/themes.ts'
import { LinkLine } from '../../ui/link.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { crib as texts } from '../../words/host-queue.ts'
import { preparation } from '../../words/preparation.ts'
import { openSentThemes } from '../agenda.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import { findLastPlan, LastPlan } from '../last-plan.tsx'
import { page } from '../page.tsx'
import { type Frame, StepPage } from '../shell.tsx'
import { frameOf } from '../talks.ts'

/** One's own crib for the talk, to print: without private notes unless one asks for them. */
export async function showCrib(tx: Tx, me: Me, c: PageContext, deps: Deps): Promise<Response> {
  const talk = await getConversation(tx, me, idOf(c))
  const { keys, random } = deps
  const shown = {
    frame: frameOf(c, deps),
    talk,
    mine: (await getMyThemes(tx, keys, random, talk)).themes,
    theirs: (await openSentThemes(tx, deps, talk, c.var.now)).get(otherIn(talk).id),
    own: await getPreparation(tx, keys, random, talk),
    last: await findLastPlan(tx, deps, talk),
    withNotes: c.req.query('noter') === 'med',
  }
  return page(c, <CribPage {...shown} />)
}

type Shown = {
  frame: Frame
  talk: Conversation
  mine: Chosen
  theirs: SentThemes | undefined
  own: OwnPreparation
  last: LivePlan | undefined
  withNotes: boolean
}

function CribPage(props: Shown) {
  const { frame, talk, last, withNotes } = props
  const { language } = frame
  const t = texts[language]
  const here = urls.crib({ id: talk.id })
  const back = { href: urls.preparation({ id: talk.id }), label: preparation[language].tab }
  return (
    <StepPage frame={frame} talk={talk} title={t.tab} back={back}>
      <Title help={talk.startsAt ? sayTalkTime(talk.startsAt, talk.minutes, language) : undefined}>
        {t.title(otherIn(talk).name)}
      </Title>
      <div class="crib flow">
        <Themes {...props} />
        {last && <LastPlan last={last} language={language} open />}
        {withNotes && <Notes {...props} />}
        <p class="hint">{t.shred}</p>
      </div>
      <div class="not-printed">
        <p class="hint">{t.print}</p>
        <LinkLine href={withNotes ? here : `${here}?noter=med`}>
          {withNotes ? t.withoutNotes : t.withNotes}
        </LinkLine>
      </div>
    </StepPage>
  )
}

function Themes({ frame, talk, mine, theirs }: Shown) {
  const t = texts[frame.language]
  const name = firstName(otherIn(talk).name)
  const said = (chosen: Chosen) => chosen.flatMap(theme => wordsOf(talk.form, theme)?.[frame.language] ?? [])
  return (
    <>
      <Part head={t.themes(name)} lines={theirs ? said(theirs.themes) : []} none={t.nothing} />
      {theirs?.hope && <Part head={t.hope(name)} lines={[theirs.hope]} none="" />}
      <Part head={t.mine} lines={said(mine)} none={t.nothing} />
    </>
  )
}

type PartProps = { head: string; lines: readonly string[]; none: string }

const Part = ({ head, lines, none }: PartProps) => (
  <section>
    <h2>{head}</h2>
    {lines.length === 0 && <p class="hint">{none}</p>}
    {lines.map(line => (
      <p key={line} class="written">
        {line}
      </p>
    ))}
  </section>
)

function Notes({ frame, own }: Shown) {
  const t = texts[frame.language]
  const heads: Readonly<Record<string, string>> = { hope: t.myHope, acknowledge: t.acknowledge }
  return (
    <section>
      <h2>{t.notes}</h2>
      {[...own.written]
        .filter(([, { answer }]) => hasContent(answer))
        .map(([id, { answer }]) => (
          <div key={id}>
            {heads[id] && <p class="eyebrow">{heads[id]}</p>}
            {answer.keywords && <p class="written">{answer.keywords}</p>}
            {answer.note && <p class="written">{answer.note}</p>}
          </div>
        ))}
    </section>
  )
}
