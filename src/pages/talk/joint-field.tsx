import type { ComponentChildren } from 'preact'
import { type Joint, type JointRefusal, unwritten } from '../../domain/joint.ts'
import type { Pen } from '../../domain/pen.ts'
import { Button } from '../../ui/button.tsx'
import { FieldError } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Joint as JointPart } from '../../ui/room.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { urls } from '../../urls.ts'
import { talk as texts } from '../../words/talk.ts'
import { markOf } from './joint-fields.ts'
import { otherName } from './names.ts'
import { otherWrites, PenLine } from './pen-line.tsx'
import type { Room } from './room-page.tsx'

/** A text that was not saved, and why; it comes back in its writer's field. */
export type RefusedText = JointRefusal & { typed: string }

type Props = Room & {
  /** The field's name and id: the question's. */
  id: string
  heading: string
  /** The id of what the heading is about, said before it to those who listen. */
  aboutId?: string | undefined
  saved?: Joint | undefined
  pen: Pen | undefined
  /** The text stands still and is for reading. */
  frozen: boolean
  refused?: RefusedText | undefined
  children?: ComponentChildren
}

/** What both write about one thing: a field for whoever holds the pen, else the text as it grows. */
export function JointField({ id, heading, aboutId, children, ...props }: Props) {
  const { frozen, refused, pen } = props
  const reads = frozen || (otherWrites(props, pen) && refused === undefined)
  return (
    <JointPart
      id={id}
      heading={heading}
      shelfLabel={texts[props.frame.language].joint.shelf}
      aside={!frozen && <PenLine {...props} place={id} />}
    >
      {reads ? <ToRead id={id} {...props} /> : <ToWrite id={id} aboutId={aboutId} {...props} />}
      {children}
    </JointPart>
  )
}

type Inner = Omit<Props, 'heading' | 'children' | 'aboutId'>

function ToRead({ id, frame, saved, frozen }: Inner) {
  return (
    <>
      <p class={frozen ? 'written locked' : 'written'} id={id} data-text={`${id}.text`}>
        {saved?.text}
      </p>
      <p class="hint if-empty">{texts[frame.language].joint.empty}</p>
    </>
  )
}

function ToWrite({ id, aboutId, saved = unwritten, ...props }: Inner & { aboutId?: string | undefined }) {
  const { frame, talk, refused } = props
  const fault = refused?.refused === 'too-long' && texts[frame.language].refused['too-long'](otherName(talk))
  const isBeside = refused !== undefined && !fault
  return (
    <>
      {isBeside && <SavedNow {...props} refused={refused} saved={saved} />}
      <input type="hidden" name={`${id}.version`} value={saved.version} />
      <input type="hidden" name={`${id}.shown`} value={markOf(saved.version, saved.text)} />
      <TextArea
        id={id}
        name={`${id}.text`}
        rows={4}
        value={refused?.typed ?? saved.text}
        aria-labelledby={aboutId ? `${aboutId} ${id}-heading` : `${id}-heading`}
        aria-describedby={fault ? `${id}-error` : undefined}
        aria-invalid={fault ? 'true' : undefined}
      />
      <FieldError id={id} error={fault || undefined} />
      {isBeside && <AfterRefusal {...props} id={id} refused={refused} saved={saved} />}
    </>
  )
}

type TwoTexts = Omit<Inner, 'id'> & { refused: RefusedText; saved: Joint }

/** Both texts are shown: this is the one that is saved. */
function SavedNow({ frame, talk, refused, saved }: TwoTexts) {
  const t = texts[frame.language].refused
  return (
    <Notice kind="amber" title={t[refused.refused](otherName(talk))}>
      <p>{t.savedNow}</p>
      <p class="written">{saved.text || t.nothingSaved}</p>
    </Notice>
  )
}

/** The ways on from two texts. Both have been seen now, so either may stand. */
function AfterRefusal({ frame, talk, id, refused, saved }: TwoTexts & { id: string }) {
  const t = texts[frame.language].refused
  const takes = refused.refused === 'other-writes'
  const formAction = takes ? urls.pen({ id: talk.id }) : undefined
  return (
    <div class="beside">
      <Button kind="secondary" name="do" value="save" formAction={formAction}>
        {takes ? t.takeOver : t.saveMine}
      </Button>
      {saved.text !== '' && (
        <Button kind="text" name="do" value={`join.${id}`} formAction={formAction}>
          {t.keepBoth}
        </Button>
      )}
    </div>
  )
}
