import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { preparationOpen } from '../../domain/lifecycle.ts'
import type { Told } from '../../domain/themes.ts'
import { WhoSees } from '../../ui/who-sees.tsx'
import { urls } from '../../urls.ts'
import { deletion } from '../../words/deletion.ts'
import { listed } from '../../words/listed.ts'
import { preparation } from '../../words/preparation.ts'
import type { Language } from '../../words/words.ts'
import { Deletes } from '../deletes.tsx'
import type { Frame } from '../shell.tsx'
import { yoursOf } from './telling.ts'

type Props = {
  frame: Frame
  talk: Conversation
  /** How many answers the other can read. */
  shared: number
  /** How many of them read otherwise by now. */
  changed?: number | undefined
  /** What the other has of themes and hope. */
  told?: Told | undefined
}

function seenIn({ frame: { language }, talk, told }: Props, name: string): string {
  const t = preparation[language]
  if (told) return t.onlyToldSeen(name, listed(language, yoursOf(told, language)))
  return preparationOpen(talk.status) ? t.unseen(name) : t.neverSeen(name)
}

/** »to svar, dine temaer og dit håb«: whoever reads it must miss nothing of what the other has. */
function allSeen(shared: number, told: Told | undefined, language: Language): string {
  const answers = preparation[language].preview.answers(shared)
  return listed(language, [answers, ...(told ? yoursOf(told, language) : [])])
}

/** Always one line under the title: who can see what right now. */
export function SharedLine(props: Props) {
  const { frame, talk, shared, changed = 0, told } = props
  const t = preparation[frame.language]
  const name = firstName(otherIn(talk).name)
  if (shared === 0)
    return (
      <>
        <WhoSees shelf="own">{seenIn(props, name)}</WhoSees>
        <Goes {...{ frame, talk }} theirs={told && 'sent'} />
      </>
    )
  return (
    <>
      <WhoSees shelf="share" link={{ href: urls.sharing({ id: talk.id }), label: t.seeWhat }}>
        {t.seen(name, allSeen(shared, told, frame.language))}
        {changed > 0 && ` ${t.changedSince(changed)}`}
      </WhoSees>
      <Goes {...{ frame, talk }} theirs="shared" />
    </>
  )
}

/** When it goes: what the other has of it, and the rest. */
function Goes({
  frame,
  talk,
  theirs,
}: Pick<Props, 'frame' | 'talk'> & { theirs?: 'shared' | 'sent' | undefined }) {
  const { language } = frame
  if (!theirs) return <Deletes talk={talk} layer="own" language={language} />
  return (
    <>
      <Deletes talk={talk} layer="talk" language={language} what={deletion[language][theirs]} />
      <Deletes talk={talk} layer="own" language={language} what={deletion[language].rest} />
    </>
  )
}
