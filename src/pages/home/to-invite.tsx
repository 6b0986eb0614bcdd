import { findConcept, listHosted } from '../../db/invitations.ts'
import type { Tx } from '../../db/query.ts'
import type { Form } from '../../domain/concept.ts'
import { type Conversation, firstName } from '../../domain/conversation.ts'
import type { LocalDate } from '../../domain/day.ts'
import { hostedYear, isYearly } from '../../domain/hosted-year.ts'
import { kindFor } from '../../domain/kind.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Kite } from '../../ui/drawings/kite.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { home } from '../../words/home.ts'
import type { Language } from '../../words/words.ts'
import type { Me } from '../context.ts'
import { sayMeaning } from '../quote.ts'

/** Somebody whom I am to hold a talk with, and who is not invited. */
export type ToInvite = { post: string; name: string; label: Form['label'] }

/** Everybody who misses a talk in my year as its own page tells it, with the talk they have; none where I hold nobody's. */
export async function findToInvite(
  tx: Tx,
  me: Me,
  talks: readonly Conversation[],
  today: LocalDate,
): Promise<ToInvite[] | undefined> {
  const concept = await findConcept(tx, me)
  const those = await listHosted(tx, me, concept)
  if (!concept || those.length === 0) return undefined
  const hosted = talks.filter(({ role }) => role === 'host')
  const year = hostedYear(those, hosted, { today, yearly: isYearly(concept) })
  return year.missing.flatMap(({ led }) => {
    const kind = kindFor(concept, led)
    const form = kind && concept.kinds[kind]
    return form ? [{ post: led.post, name: led.name, label: form.label }] : []
  })
}

type Props = { those: readonly ToInvite[]; language: Language }

/** Nothing has begun, and it is for me to begin: with whom, what it is, and the one way on. */
export function Invite({ those, language }: Props) {
  const way = wayOn(those, language)
  return (
    way && (
      <>
        <Kite />
        <Title help={way.help}>{way.title}</Title>
        <ButtonLink href={way.href}>{way.action}</ButtonLink>
        <LinkLine href={urls.about()}>{home[language].toAbout}</LinkLine>
      </>
    )
  )
}

/** While other talks are under way: those who are not invited yet are not forgotten over them. */
export function StillToInvite({ those, language }: Props) {
  const way = wayOn(those, language)
  return (
    way && (
      <section>
        <h2>{way.title}</h2>
        <LinkLine href={way.href}>{way.action}</LinkLine>
      </section>
    )
  )
}

/** To the one there is, or to all of them. */
function wayOn(those: readonly ToInvite[], language: Language) {
  const t = home[language]
  const [only, another] = those
  if (!only) return undefined
  if (another) {
    const title = t.toInviteMany(those.length)
    return { title, help: t.toInviteManyText, action: t.toHosted, href: urls.hosted() }
  }
  const name = firstName(only.name)
  return {
    title: t.toInvite(only.label.short, name),
    help: `${sayMeaning(only.label, language)} ${t.toInviteText(name)}`,
    action: t.invite(name),
    href: urls.planning({ post: only.post }),
  }
}
