import type { Ask, Form, Role, Stage } from '../../domain/concept.ts'
import { stages } from '../../domain/concept.ts'
import { Fold } from '../../ui/fold.tsx'
import { about } from '../../words/about.ts'
import { listed } from '../../words/listed.ts'
import type { Language } from '../../words/words.ts'
import { inWords } from '../quote.ts'

type Props = { forms: readonly Form[]; chairs: boolean; language: Language }

/** What the concept asks of each, in its own words; kinds that ask the same stand together. A chair's own part comes first, open. */
export function Asked({ forms, chairs, language }: Props) {
  const t = about[language]
  const mine = (form: Form) => (chairs && form.host === 'board-chair' ? 0 : 1)
  const asking = forms.filter(hasAsks).toSorted((one, other) => mine(one) - mine(other))
  const groups = [...Map.groupBy(asking, ({ asks }) => JSON.stringify(asks)).values()]
  if (groups.length === 0) return null
  return (
    <section>
      <h2>{t.asked}</h2>
      {groups.map(group => (
        <AskedInKinds key={group[0]?.label.short} forms={group} chairs={chairs} language={language} />
      ))}
    </section>
  )
}

const hasAsks = ({ asks = [] }: Form) => asks.length > 0
const roles: readonly Role[] = ['participant', 'host']

function AskedInKinds({ forms, chairs, language }: Props) {
  const t = about[language]
  const [form] = forms
  if (!form) return null
  const say = inWords(language)
  const kinds = listed(
    language,
    forms.map(({ label }) => label.short),
  )
  const isMine = chairs && form.host === 'board-chair'
  return (isMine ? roles.toReversed() : roles).map(role => (
    <Fold key={role} label={t.askedOf(kinds, say(form.roles[role]))} open={isMine && role === 'host'}>
      {stages.map(stage => (
        <Asks key={stage} head={t.stages[stage].title} asks={asksAt(form, role, stage)} language={language} />
      ))}
    </Fold>
  ))
}

const asksAt = ({ asks = [] }: Form, role: Role, stage: Stage) =>
  asks.filter(ask => ask.of === role && ask.stage === stage)

function Asks({ head, asks, language }: { head: string; asks: readonly Ask[]; language: Language }) {
  if (asks.length === 0) return null
  const say = inWords(language)
  return (
    <>
      <h3>{head}</h3>
      <ul>
        {asks.map(({ text }) => (
          <li key={text.da}>{say(text)}</li>
        ))}
      </ul>
    </>
  )
}
