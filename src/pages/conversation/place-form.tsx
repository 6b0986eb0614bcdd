import { type Conversation, firstName } from '../../domain/conversation.ts'
import { mayPlace } from '../../domain/rearranging.ts'
import { Button } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { urls } from '../../urls.ts'
import { conversation } from '../../words/conversation.ts'
import { planning } from '../../words/invitation.ts'
import type { Frame } from '../shell.tsx'

/** What was typed for a place and could not be taken. */
export type PlaceTried = { typed: string; error: string }

type Props = { frame: Frame; talk: Conversation; tried?: PlaceTried | undefined }

/** »Aftaler vi senere«: the host writes the place when it is known, or another one. */
export function PlaceForm({ frame, talk, tried }: Props) {
  if (!mayPlace(talk)) return null
  const t = conversation[frame.language].place
  const place = { name: 'place', label: planning[frame.language].placeField }
  return (
    <Fold label={talk.place ? t.change : t.write} open={tried !== undefined}>
      <form method="post" action={urls.place({ id: talk.id })} autocomplete="off">
        <input type="hidden" name="key" value={`${frame.key}-s`} />
        <TextField
          {...place}
          hint={t.help(firstName(talk.participant.name))}
          value={tried?.typed ?? talk.place ?? ''}
          error={tried?.error}
        />
        <Button kind="secondary">{t.save}</Button>
      </form>
    </Fold>
  )
}
