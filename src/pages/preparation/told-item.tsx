import { type Conversation, firstName, meIn } from '../../domain/conversation.ts'
import type { Told } from '../../domain/themes.ts'
import type { PreviewItem } from '../../ui/preview.tsx'
import type { Language } from '../../words/words.ts'
import { toldTitle, type Unsent } from './telling.ts'
import { ToldText } from './their-themes.tsx'

/** The row of themes and hope among the answers, worded as the other reads it. Sent already, it has no tick to set. */
export function toldItem(talk: Conversation, told: Told, language: Language, checked?: boolean): PreviewItem {
  const name = firstName(meIn(talk).name)
  return {
    value: 'themes',
    title: toldTitle(told, language),
    body: <ToldText {...{ language, form: talk.form, name, who: talk.role, told }} />,
    ...(checked === undefined ? { fixed: true } : { checked }),
  }
}

/** What was shown, so that nothing else is sent. */
export const UnsentVersion = ({ unsent }: { unsent: Unsent | undefined }) =>
  unsent ? <input type="hidden" name="themes.version" value={unsent.version} /> : null
