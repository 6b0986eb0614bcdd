import { Fragment } from 'preact'
import type { SentThemes } from '../../db/themes.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { wordsOf } from '../../domain/themes.ts'
import { PersonMark } from '../../ui/person-mark.tsx'
import { themes as texts } from '../../words/themes.ts'
import type { Frame } from '../shell.tsx'

type Props = { frame: Frame; talk: Conversation; sent: SentThemes | undefined }

/** What the other has told beforehand: themes in their order, and what they hope for. */
export function TheirThemes({ frame, talk, sent }: Props) {
  const t = texts[frame.language]
  const name = firstName(otherIn(talk).name)
  if (!sent) return <p class="hint">{t.notYet(name)}</p>
  const words = sent.themes.flatMap(theme => wordsOf(talk.form, theme)?.[frame.language] ?? [])
  return (
    <div class="theirs">
      {words.length > 0 && (
        <>
          <h3>
            <PersonMark who={talk.role === 'host' ? 'participant' : 'host'} name={t.wants(name)} />
          </h3>
          <ol class="plain-list">
            {words.map(word => (
              <li key={word}>
                <b>{word}</b>
              </li>
            ))}
          </ol>
        </>
      )}
      {sent.hope !== '' && (
        <Fragment>
          <p class="eyebrow">{t.hopes(name)}</p>
          <p class="written">{sent.hope}</p>
        </Fragment>
      )}
    </div>
  )
}
