import { LinkLine } from '../ui/link.tsx'
import { talk } from '../words/talk.ts'
import type { Language } from '../words/words.ts'

type Props = {
  /** How things stand; when the page's address answers otherwise to script, the page is shown anew. */
  state: string
  address: string
  language: Language
  /** The page says that it waits for the other. */
  waits?: boolean | undefined
}

/** A page that waits follows by itself; without script there is a way to look again. */
export function Standpoint({ state, address, language, waits }: Props) {
  return (
    <div data-standpoint={state} data-address={address}>
      {waits && (
        <noscript>
          <LinkLine href={address}>{talk[language].lookAgain}</LinkLine>
        </noscript>
      )}
    </div>
  )
}
