import { leadersWithoutChair } from '../../domain/organisation/house-leaders.ts'
import { Button, ButtonStack } from '../../ui/button.tsx'
import { DefinitionRows } from '../../ui/definition-rows.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { setup } from '../../words/setup.ts'
import type { Language } from '../../words/words.ts'
import { warningRows } from '../intake/warning-rows.ts'
import { type Frame, OpenPage } from '../shell.tsx'
import { Carried } from './carried.tsx'
import { chairsHost, HostTable, hostsIn } from './host-table.tsx'
import type { Ready } from './judgement.ts'
import type { Typed } from './typed.ts'
import { UnitList } from './unit-list.tsx'

type Props = { frame: Frame; typed: Typed; ready: Ready }

/** The look-through: what will be made, in words. The form carries everything on, since nothing is stored yet. */
export function PreviewPage({ frame, typed, ready }: Props) {
  const { language } = frame
  const t = setup[language]
  const { made, warnings } = ready
  const { units, people, posts } = made.organisation
  const hosts = hostsIn(made.organisation, made.concept)
  const goodToKnow = [...warningRows(warnings, language), ...withoutChair(ready, language)]
  return (
    <OpenPage frame={frame} title={t.previewTitle} carries={{ form: 'setup', action: urls.setupPreview() }}>
      <Title help={t.previewHelp}>{t.previewTitle}</Title>
      <p>
        {t.counts({ units: units.length, people: people.length, posts: posts.length, hosts: hosts.length })}
      </p>
      <DefinitionRows rows={factsOf(ready, language)} />
      {goodToKnow.length > 0 && (
        <section>
          <h2>{t.warnings}</h2>
          <DefinitionRows rows={goodToKnow} />
        </section>
      )}
      <UnitList language={language} organisation={made.organisation} />
      <HostTable language={language} hosts={hosts} />
      <form id="setup" method="post" action={urls.setupOrganisation()} enctype="multipart/form-data">
        <Carried typed={typed} />
        <ButtonStack>
          <Button working={t.making}>{t.make}</Button>
          <Button kind="text" formAction={urls.setupPreview()} name="mend" value="yes">
            {t.mend}
          </Button>
          <Button kind="text" formAction={urls.setupPreview()} name="columns" value="yes">
            {t.mendColumns}
          </Button>
        </ButtonStack>
      </form>
    </OpenPage>
  )
}

function factsOf({ made, administrator: { person, known } }: Ready, language: Language) {
  const t = setup[language]
  return [
    { term: t.name, text: made.name },
    { term: t.letters, text: t.languages[made.language] },
    { term: t.concept, text: <span lang="da">{made.concept.name}</span> },
    {
      term: t.administrator,
      text: known ? t.administratorKnown(person.name) : t.administratorNew(person.name),
    },
  ]
}

function withoutChair({ made }: Ready, language: Language) {
  const t = setup[language]
  const names = chairsHost(made.concept) ? leadersWithoutChair(made.organisation) : []
  return names.length > 0 ? [{ term: t.withoutChair, text: t.withoutChairText(names) }] : []
}
