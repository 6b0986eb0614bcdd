import { type Conversation, firstName } from '../../domain/conversation.ts'
import { followUpDays } from '../../domain/follow-up.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { urls } from '../../urls.ts'
import { followUp as texts } from '../../words/follow-up.ts'
import type { Language } from '../../words/words.ts'

type Props = { talk: Conversation; language: Language; kind?: 'primary' | 'secondary' }

/** »Vil du tale med Mette igen?« The way to ask, all year (S0-44). */
export function Wanting({ talk, language, kind = 'primary' }: Props) {
  const t = texts[language]
  const host = firstName(talk.host.name)
  return (
    <section class="wanting">
      <h2>{t.wantHead(host)}</h2>
      <p>{t.wantText(host, followUpDays(talk))}</p>
      <ButtonLink kind={kind} href={urls.followUp({ id: talk.id })}>
        {t.ask}
      </ButtonLink>
    </section>
  )
}
