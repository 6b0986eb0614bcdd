// The 21 questions, typed by hand from the specification's table and the source, against what the file says.

import { expect, test } from 'vitest'
import { questionsOf } from '../../src/domain/concept.ts'
import { lusForm, seedLines } from './lus-2019.ts'

const form = lusForm()
const C = 'comment'
const S = 'score'

const table = [
  ['S3-Q01', 1, 'Indledende dialog', C, 'work', 'Hvad giver dig arbejdsglæde i jobbet som leder?'],
  ['S3-Q02', 2, 'Indledende dialog', C, 'work', 'Hvad er dine største udfordringer i jobbet som leder?'],
  [
    'S3-Q03',
    3,
    'Strategi',
    S,
    'work',
    'I hvor høj grad giver de politiske og organisatoriske mål mening i din ledelsespraksis?',
  ],
  [
    'S3-Q04',
    4,
    'Strategi',
    S,
    'work',
    'I hvor høj grad formår du at give de politiske og organisatoriske mål mening for dine medarbejdere?',
  ],
  [
    'S3-Q05',
    5,
    'Resultater og effekt',
    S,
    'work',
    'I hvor høj grad giver den politiske ramme mulighed for at løse kerneopgaven til en tilfredsstillende kvalitet?',
  ],
  [
    'S3-Q06',
    6,
    'Planlægning',
    S,
    'work',
    'I hvor høj grad er den dialog baserede aftale retningsgivende for løsning af kerneopgaven?',
  ],
  ['S3-Q07', 7, 'Relationer', S, 'reader', 'Hvor tilfreds er du med vores dialog og samarbejde?'],
  [
    'S3-Q08',
    8,
    'Relationer',
    S,
    'work',
    'Hvordan fungerer dit samarbejde med MED og arbejdsmiljø organisationen?',
  ],
  ['S3-Q09', 9, 'Relationer', S, 'reader', 'Hvor tilfreds er du med min feedback til dig?'],
  [
    'S3-Q10',
    10,
    'Samarbejde',
    S,
    'work',
    'I hvor høj grad prioriterer du tid til at indgå i relevante partnerskaber og netværk?',
  ],
  ['S3-Q11', 11, 'Samarbejde', S, 'work', 'Hvordan fungerer samarbejdet med dine sideordnede kolleger?'],
  [
    'S3-Q12',
    12,
    'Samarbejde',
    S,
    'work',
    'I hvor høj grad involverer du borgerne og de omkringliggende ressourcer i løsning af kerneopgaven?',
  ],
  [
    'S3-Q13',
    13,
    'Kommunikation',
    S,
    'reader',
    'Får du passende information fra mig/organisationen til løsning af din ledelsesopgave?',
  ],
  [
    'S3-Q14',
    14,
    'Kommunikation',
    S,
    'work',
    'I hvor høj grad får du sorteret, prioriteret og kommunikeret relevant information til dine medarbejdere?',
  ],
  [
    'S3-Q15',
    15,
    'Selvledelse',
    S,
    'work',
    'I hvor høj grad har du de nødvendige kompetencer til løsning af fremtidens ledelsesudfordringer?',
  ],
  ['S3-Q16', 16, 'Selvledelse', S, 'work', 'I hvor høj grad balancerer arbejdsliv og fritidsliv?'],
  [
    'S3-Q17',
    17,
    'Selvledelse',
    S,
    'work',
    'Hvordan oplever du dine muligheder for refleksion og læring over din egen ledelsespraksis?',
  ],
  [
    'S3-Q18',
    18,
    'Forventningssamtale om løn',
    C,
    'pay',
    'Afklaring og forventninger omkring de kommende lønforhandlinger (Det er ikke en lønforhandling)',
  ],
  ['S3-Q19', 19, 'Andet', C, 'work', 'Er der andre emner du gerne vil drøfte?'],
  [
    'S3-Q20',
    20,
    'Kompetenceudvikling',
    S,
    'work',
    'Hvor gode er dine udviklingsmuligheder i vores organisation?',
  ],
  [
    'S3-Q21',
    21,
    'Kompetenceudvikling',
    C,
    'work',
    'Er der nogen erfaringer fra den forrige kompetenceplan, som vi kan tage i brug i forhold til udformningen af den nye individuelle kompetenceplan?',
  ],
] as const

test.each(table)(
  '%s stands as number %i under »%s«, word for word',
  (_, number, sectionTitle, type, about, text) => {
    const question = questionsOf(form)[number - 1]
    expect(question).toMatchObject({ id: `q${number}`, number, type, about, text: { da: text } })
    expect(seedLines).toContain(`${number} | ${text}`)
    const section = form.sections.find(({ questions }) => questions.some(({ id }) => id === `q${number}`))
    expect(section?.title.da).toBe(sectionTitle)
    expect(section?.band).toBe(number <= 2 ? 'comments' : 'scored')
    expect(form.steps.filter(step => step.questions.includes(`q${number}`))).toHaveLength(1)
    expect(question?.text.en).toMatch(/\?$|\)$/)
  },
)

test('there are 21 questions, 16 of them scored', () => {
  const questions = questionsOf(form)
  expect(questions).toHaveLength(21)
  expect(questions.filter(({ type }) => type === 'score')).toHaveLength(16)
})
