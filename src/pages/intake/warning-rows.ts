import type { ShortWarning } from '../../outside/people-file/warnings.ts'
import { intake as texts } from '../../words/intake.ts'
import { listed } from '../../words/listed.ts'
import { setup } from '../../words/setup.ts'
import type { Language } from '../../words/words.ts'

/** What is good to know before: by number, and the first by name (§4b). */
export function warningRows(
  warnings: readonly ShortWarning[],
  language: Language,
): { term: string; text: string }[] {
  return warnings.map(warning => warningRow(warning, language))
}

function warningRow(warning: ShortWarning, language: Language) {
  const [t, s] = [texts[language], setup[language]]
  const { count } = warning
  switch (warning.rule) {
    case 'mailbox-shared':
      return { term: s.mailboxShared, text: s.mailboxSharedText(all(warning.names), warning.address) }
    case 'no-address':
      return { term: s.withoutAddress, text: t.withoutAddress(count, named(warning.names)) }
    case 'no-host':
      return { term: s.withoutHost, text: t.withoutHost(count, named(warning.names)) }
    case 'host-found':
      return { term: s.hostFound, text: t.hostFound(count, named(warning.pairs.map(pairOf))) }
    case 'column-unused':
      return { term: s.columnUnused, text: s.columnUnusedText(all(warning.heads.map(s.faultValue))) }
  }

  function named(names: readonly string[]) {
    return all(names.slice(0, mostNamed))
  }
  /** All that are at hand; where there are more, it shows. */
  function all(names: readonly string[]) {
    return count > names.length ? `${names.join(', ')} …` : listed(language, names)
  }
  function pairOf({ name, host }: { name: string; host: string }) {
    return t.pair(host, name)
  }
}

const mostNamed = 5
