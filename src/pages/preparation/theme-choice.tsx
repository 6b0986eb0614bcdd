import type { OwnPreparation } from '../../db/preparations.ts'
import type { SentThemes } from '../../db/themes.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { sayDayAndMonth } from '../../domain/day-words.ts'
import { preparationOpen } from '../../domain/lifecycle.ts'
import {
  type Chosen,
  hopeQuestion,
  sameThemes,
  type Theme,
  themesOpen,
  wordsOf,
} from '../../domain/themes.ts'
import { Button } from '../../ui/button.tsx'
import { AddChip, Chip, ChipList, ChosenChip } from '../../ui/chips.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { WhoSees } from '../../ui/who-sees.tsx'
import { listed } from '../../words/listed.ts'
import { themes as texts } from '../../words/themes.ts'
import type { Language } from '../../words/words.ts'
import type { Frame } from '../shell.tsx'
import { Asked } from './asked.tsx'
import type { StepShown } from './step-shown.ts'
import { yoursOf } from './telling.ts'
import { TheirThemes } from './their-themes.tsx'

/** My themes, what I have sent of them, and what the other has sent me. */
export type ThemesShown = {
  chosen: Chosen
  mine: SentThemes | undefined
  their: SentThemes | undefined
  /** A word of one's own that could not be added, with what was typed. */
  themeFault?: { field: string; text: string } | undefined
  typed?: string | undefined
  /** A theme typed after the talk began: for copying only. */
  lateTheme?: string | undefined
}

type Props = StepShown & ThemesShown

/** Screen 9: pressed in the order one wants them, each moved or removed by a button of its own (S0-42). */
export function ThemeChoice(props: Props) {
  const { frame, talk } = props
  const t = texts[frame.language]
  const isOpen = themesOpen(talk)
  return (
    <section class="themes flow" id="temaer" tabIndex={-1}>
      <h2>{t.title}</h2>
      {isOpen && props.mine && <Receipt {...props} mine={props.mine} />}
      {isOpen && <p class="hint">{t.help}</p>}
      <LateTheme {...props} />
      {isOpen ? <Chips {...props} /> : <Sealed {...props} />}
      <Hope {...props} />
      <TheirThemes frame={frame} talk={talk} sent={props.their} />
      {isOpen && <Sending {...props} />}
    </section>
  )
}

const LateTheme = ({ frame, lateTheme }: Props) =>
  lateTheme === undefined ? null : (
    <Notice kind="amber" spoken>
      <p>{texts[frame.language].begun}</p>
      <p class="written">{lateTheme}</p>
    </Notice>
  )

function Chips({ frame, talk, chosen, themeFault, typed }: Props) {
  const { language } = frame
  const t = texts[language]
  const free = (talk.form.themes?.chips ?? []).filter(({ id }) => !chosen.some(({ chip }) => chip === id))
  return (
    <ChipList>
      {chosen.map((theme, at) => (
        <ChosenChip key={theme.id} place={at + 1} words={wordIn(frame, talk, theme)}>
          {at > 0 && <Act act={`theme.forward.${theme.id}`}>{t.forward}</Act>}
          <Act act={`theme.remove.${theme.id}`}>{t.remove}</Act>
        </ChosenChip>
      ))}
      {free.map(({ id, words }) => (
        <Chip key={id} name="do" value={`theme.add.${id}`}>
          {words[language]}
        </Chip>
      ))}
      <AddChip words={t.own} open={themeFault !== undefined || Boolean(typed)}>
        <TextField name="theme.words" label={t.ownLabel} value={typed} error={themeFault?.text} />
        <Act act="theme.own">{t.add}</Act>
      </AddChip>
    </ChipList>
  )
}

/** Once the talk has begun the list stands as it was. */
const Sealed = ({ frame, talk, chosen }: Props) => (
  <ol class="plain-list">
    {chosen.map(theme => (
      <li key={theme.id}>{wordIn(frame, talk, theme)}</li>
    ))}
  </ol>
)

const Act = ({ act, children }: { act: string; children: string }) => (
  <Button kind="text" name="do" value={act}>
    {children}
  </Button>
)

const wordIn = ({ language }: Frame, { form }: Conversation, theme: Theme) =>
  wordsOf(form, theme)?.[language] ?? ''

/** S0-47: for whoever wants it folded; the host, whose expectations are part of preparing, meets it open. */
function Hope(props: Props) {
  const t = texts[props.frame.language]
  const question = hopeQuestion(props.talk.form)
  // Once it is closed it is read with the answers.
  if (!question || !preparationOpen(props.talk.status)) return null
  const label = t.goesAlong
  const asked = <Asked {...props} question={question} plain alone={{ shelf: 'share', label }} />
  if (props.talk.role === 'host') return asked
  return (
    <Fold label={t.hope} note={hopeIn(props.own) === '' ? t.hopeNote : t.hopeWritten}>
      {asked}
    </Fold>
  )
}

const hopeIn = ({ written }: OwnPreparation) => written.get('hope')?.answer.keywords ?? ''

/** What sending gave, first of all: there the page stands after the press, and no bar lies over it. */
function Receipt({ frame, talk, mine }: Props & { mine: SentThemes }) {
  const t = texts[frame.language]
  const name = firstName(otherIn(talk).name)
  const date = sayDayAndMonth(localDateOf(mine.sentAt), frame.language)
  const what = listed(frame.language, yoursOf(mine, frame.language))
  return <WhoSees shelf="share">{t.sent(name, what, date)}</WhoSees>
}

/**
 * Sent or not, in one line, and the button: themes and hope go together, the answers never along with them. The button
 * names both wherever both could go: a hope may be written after the page was shown.
 */
function Sending(props: Props) {
  const { frame, talk, mine } = props
  const t = texts[frame.language]
  const name = firstName(otherIn(talk).name)
  if (mine) return <Sent {...props} mine={mine} />
  return (
    <>
      <WhoSees shelf="own">{t.unsent(name)}</WhoSees>
      <Send working={t.sending}>{whatGoes(props)(name)}</Send>
    </>
  )
}

/** The button says what it sends: both once there are themes, a hope alone, or either while there is nothing yet. */
function whatGoes({ frame, chosen, own }: Props) {
  const t = texts[frame.language]
  if (chosen.length > 0) return t.send
  return hopeIn(own) === '' ? t.sendEither : t.sendHope
}

/** That the other does not have the new of it: shown at the first key too, since what is typed is saved at once. */
function Sent({ frame, talk, own, chosen, mine }: Props & { mine: SentThemes }) {
  const t = texts[frame.language]
  const name = firstName(otherIn(talk).name)
  const isNew = !sameThemes(chosen, mine.themes) || hopeIn(own) !== mine.hope
  return (
    <>
      <div class="flow" data-when-changed hidden={!isNew}>
        <p>{t.changed(name)}</p>
        <Send working={t.sending}>{t.sendAgain(name)}</Send>
      </div>
      <Act act="themes.back">{takeBackOf(mine, t)}</Act>
    </>
  )
}

function takeBackOf({ themes, hope }: SentThemes, t: (typeof texts)[Language]): string {
  if (themes.length === 0) return t.takeBackHope
  return hope === '' ? t.takeBack : t.takeBackBoth
}

const Send = ({ working, children }: { working: string; children: string }) => (
  <Button kind="secondary" name="do" value="themes.send" working={working}>
    {children}
  </Button>
)
