import { Button, ButtonLink, ButtonStack } from '../../../src/ui/button.tsx'
import { Checkbox, RadioList } from '../../../src/ui/choices.tsx'
import { CodeField } from '../../../src/ui/code-field.tsx'
import { DataTable } from '../../../src/ui/data-table.tsx'
import { DefinitionRows } from '../../../src/ui/definition-rows.tsx'
import { ErrorSummary } from '../../../src/ui/error-summary.tsx'
import { FileField } from '../../../src/ui/file-field.tsx'
import { Notice } from '../../../src/ui/notice.tsx'
import { SelectField } from '../../../src/ui/select-field.tsx'
import { TextAreaField } from '../../../src/ui/text-area.tsx'
import { DateField, EmailField, TextField, TimeField } from '../../../src/ui/text-field.tsx'
import { Title } from '../../../src/ui/title.tsx'
import { Step } from './frame.tsx'

const trial =
  'Prøvedrift: den, der kan se terminalen, kan logge ind som andre. Skriv ikke rigtige samtaler her.'

/** A form that came back with faults, everything typed still there. */
export const form = (
  <Step back="Planlæg" title="Fejl: Planlæg en samtale" notice={trial}>
    <ErrorSummary
      title="Ret to ting, og send igen"
      errors={[
        { field: 'email', text: 'Skriv en mailadresse med snabel-a.' },
        { field: 'length', text: 'Vælg, hvor lang samtalen skal være.' },
      ]}
    />
    <Title help="Du kan ændre det hele, indtil brevet er sendt.">Planlæg en samtale</Title>
    <form method="post">
      <EmailField
        name="email"
        label="Lederens mailadresse"
        value="lone.kommune.dk"
        error="Skriv en mailadresse med snabel-a."
      />
      <CodeField name="code" label="Koden fra mailen" hint="Seks tal. Den gælder i ti minutter." />
      <RadioList
        name="length"
        legend="Hvor lang tid?"
        inline
        choices={[
          { value: '60', label: '60 minutter' },
          { value: '75', label: '75 minutter' },
          { value: '90', label: '90 minutter' },
        ]}
        error="Vælg, hvor lang samtalen skal være."
      />
      <RadioList
        name="form"
        legend="Hvilken form?"
        large
        value="walk"
        choices={[
          { value: 'table', label: 'Ved bordet', hint: 'I sidder i ro og kan skrive undervejs.' },
          { value: 'walk', label: 'Gåtur', hint: 'I skriver konklusionerne bagefter.' },
        ]}
      />
      <TextField
        name="place"
        label="Sted"
        hint="Eller lad feltet stå: Aftaler vi senere."
        value="Rådhuset, lokale 4"
      />
      <SelectField
        name="concept"
        label="Koncept"
        value="lus"
        options={[
          { value: 'lus', label: 'Leder udviklingssamtale – LUS' },
          { value: 'mus', label: 'MUS' },
        ]}
      />
      <DateField name="day" label="Dag" value="2026-04-14" />
      <TimeField name="time" label="Klokken" value="13:00" />
      <FileField name="people" label="Fil med ledere" hint="CSV fra jeres personalesystem." accept=".csv" />
      <TextAreaField name="letter" label="Brevet" value={'\nKære Lone'} rows={4} />
      <Checkbox
        name="remember"
        label="Husk mig på min egen enhed"
        hint="Lad være, hvis I deler computeren."
      />
      <ButtonStack>
        <Button>Send invitationen</Button>
        <ButtonLink kind="text" href="/planlaeg">
          Fortryd
        </ButtonLink>
      </ButtonStack>
    </form>
    <Notice kind="amber">
      <p>Fristen er i morgen.</p>
    </Notice>
    <Notice kind="done" title="Filen er læst">
      <p>Tre ledere og en chef er klar.</p>
    </Notice>
    <DataTable
      caption="Det læste vi i filen"
      columns={[{ label: 'Navn' }, { label: 'Enhed' }, { label: 'Mail' }, { label: 'Række', align: 'end' }]}
      rows={[
        { key: '2', cells: ['Lone Kjær', 'Børnehaven Kløvervangen', 'lone@lyngsoe.example', 2] },
        {
          key: '3',
          cells: ['Aleksandra Wiśniewska-Christoffersen', 'Vuggestuen Engvejen', 'aleksandra', 3],
          error: 'Række 3, kolonne Mail: Her mangler et snabel-a.',
        },
      ]}
    />
    <DefinitionRows
      rows={[
        { term: 'Hvornår', text: 'Tirsdag den 14. april kl. 13.00–14.15' },
        { term: 'Hvor', text: 'Rådhuset, lokale 4' },
      ]}
    />
  </Step>
)
