import { Button } from '../../ui/button.tsx'
import { urls } from '../../urls.ts'
import { followUp } from '../../words/follow-up.ts'
import type { Frame } from '../shell.tsx'

/** Whoever asked for a follow-up no longer needs it. */
export const Withdraw = ({ frame, talk }: { frame: Frame; talk: { id: string } }) => (
  <form method="post" action={urls.followUpLater({ id: talk.id })}>
    <input type="hidden" name="key" value={`${frame.key}-b`} />
    <Button kind="text" name="do" value="withdraw">
      {followUp[frame.language].withdraw}
    </Button>
  </form>
)
