import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { Button } from '../../ui/button.tsx'
import { preparation } from '../../words/preparation.ts'
import type { Frame } from '../shell.tsx'

/** Nothing need be written. What the press does, and that nobody hears of it, stands under it before it is made. */
export function TalkInstead({ frame, talk }: { frame: Frame; talk: Conversation }) {
  const t = preparation[frame.language]
  return (
    <div class="talk-instead">
      <p class="link-line">
        <Button kind="text" name="do" value="talk">
          {t.talkInstead}
        </Button>
      </p>
      <p class="hint">{t.talkInsteadHint(firstName(otherIn(talk).name))}</p>
    </div>
  )
}
