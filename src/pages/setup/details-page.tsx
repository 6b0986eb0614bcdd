import type { Concept } from '../../domain/concept.ts'
import { Button, ButtonStack } from '../../ui/button.tsx'
import { RadioList } from '../../ui/choices.tsx'
import { ErrorSummary, type FormError } from '../../ui/error-summary.tsx'
import { EmailField, TextField } from '../../ui/text-field.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { intake } from '../../words/intake.ts'
import { setup } from '../../words/setup.ts'
import { shell } from '../../words/shell.ts'
import type { Language } from '../../words/words.ts'
import { type Frame, OpenPage } from '../shell.tsx'
import { conceptChoice } from './concept-choice.tsx'
import { faultsId } from './fault-table.tsx'
import type { FieldFault, Wrong } from './judgement.ts'
import { PeopleFields } from './people-fields.tsx'
import type { Typed } from './typed.ts'

type Props = {
  frame: Frame
  concepts: readonly Concept[]
  typed: Typed
  wrong?: Wrong | undefined
  /** The lines were kept, and the file was not. */
  fileAgain?: boolean | undefined
  /** What its columns mean can be said. */
  hasHeads?: boolean
}
type FieldName = FieldFault['field']

/** The one page of the setup: the organisation, the one who sets it up, and the people. */
export function DetailsPage({ frame, concepts, typed, wrong, fileAgain, hasHeads }: Props) {
  const { language } = frame
  const t = setup[language]
  const errors = errorsOf(wrong, language)
  const errorAt = (field: FieldName) => errors.find(error => error.field === field)?.text
  return (
    <OpenPage frame={frame} title={t.title} carries={{ form: 'setup', action: urls.setupPreview() }}>
      <ErrorSummary title={shell[language].errorTitle} errors={errors} />
      <Title help={t.help}>{t.title}</Title>
      <form id="setup" method="post" action={urls.setupPreview()} enctype="multipart/form-data">
        <input type="hidden" name="shown" value={wrong ? 'faults' : 'form'} />
        <section class="flow">
          <TextField
            name="name"
            label={t.name}
            value={typed.name}
            error={errorAt('name')}
            autocomplete="organization"
          />
          <RadioList
            name="language"
            legend={t.letters}
            hint={t.lettersHint}
            choices={[
              { value: 'da', label: t.languages.da },
              { value: 'en', label: t.languages.en },
            ]}
            value={typed.language}
            inline
          />
          <RadioList
            name="concept"
            legend={t.concept}
            choices={concepts.map(concept => conceptChoice(concept, language))}
            value={typed.concept}
            error={errorAt('concept')}
          />
        </section>
        <section class="flow part">
          <h2>{t.you}</h2>
          <p class="hint">{t.youHelp}</p>
          <TextField
            name="your-name"
            label={t.yourName}
            value={typed.yourName}
            error={errorAt('your-name')}
            autocomplete="name"
          />
          <EmailField
            name="address"
            label={t.address}
            hint={t.addressHint}
            value={typed.address}
            error={errorAt('address')}
          />
        </section>
        <section class="flow part">
          <h2>{t.people}</h2>
          <PeopleFields
            language={language}
            typed={typed}
            again={fileAgain}
            faults={wrong?.faults ?? []}
            error={errorAt('file') ?? fileError(wrong, language)}
          />
        </section>
        <ButtonStack>
          <Button working={t.reading}>{t.look}</Button>
          {hasHeads && wrong && wrong.faults.length > 0 && (
            <Button kind="text" name="columns" value="yes">
              {t.mendColumns}
            </Button>
          )}
        </ButtonStack>
      </form>
    </OpenPage>
  )
}

function errorsOf(wrong: Wrong | undefined, language: Language): readonly FormError[] {
  const fields = (wrong?.fields ?? []).map(fault => ({ field: fault.field, text: sayField(fault, language) }))
  const file = fileError(wrong, language)
  return file ? [...fields, { field: faultsId, text: file }] : fields
}

/** Why a file is not read at all is said as where the administrator reads one in. */
const sayField = (fault: FieldFault, language: Language): string =>
  'why' in fault ? intake[language].refused[fault.why] : setup[language][fault.rule]

const fileError = (wrong: Wrong | undefined, language: Language) =>
  wrong && wrong.faults.length > 0 ? setup[language].faults(wrong.faults.length) : undefined
