import { Fragment } from 'preact'
import type { SentThemes } from '../../db/themes.ts'
import { type Form, otherRole, type Role } from '../../domain/concept.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { type Told, themesOpen, wordsOf } from '../../domain/themes.ts'
import { PersonMark } from '../../ui/person-mark.tsx'
import { themes as texts } from '../../words/themes.ts'
import type { Language } from '../../words/words.ts'
import type { Frame } from '../shell.tsx'

type Props = { frame: Frame; talk: Conversation; sent: SentThemes | undefined }

/** What the other has told beforehand: themes in their order, and what they hope for. */
export function TheirThemes({ frame, talk, sent }: Props) {
  const { language } = frame
  const name = firstName(otherIn(talk).name)
  if (!sent) return themesOpen(talk) && <p class="hint">{texts[language].notYet(name)}</p>
  const who = otherRole(talk.role)
  return (
    <div class="theirs">
      <ToldText {...{ language, form: talk.form, name, who, told: sent }} />
    </div>
  )
}

type ToldProps = { language: Language; form: Form; name: string; who: Role; told: Told }

/** As it reads to whom it is sent: the preview draws it here too, so they cannot differ. */
export function ToldText({ language, form, name, who, told }: ToldProps) {
  const t = texts[language]
  const words = told.themes.flatMap(theme => wordsOf(form, theme)?.[language] ?? [])
  return (
    <>
      {words.length > 0 && (
        <>
          <h3>
            <PersonMark who={who} name={t.wants(name)} />
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
      {told.hope !== '' && (
        <Fragment>
          <p class="eyebrow">{t.hopes(name)}</p>
          <p class="written">{told.hope}</p>
        </Fragment>
      )}
    </>
  )
}
