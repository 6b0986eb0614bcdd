export const heads = [
  'Medarbejdernummer',
  'Navn',
  'Mail',
  'Enhed',
  'Overenhed',
  'Team',
  'Stilling',
  'Personalegruppe',
  'Leder',
  'Startdato',
  'Sprog',
  'Rolle',
]

const first = [
  'Lone',
  'Søren',
  'Åse',
  'Mikkel',
  'Birthe',
  'Karim',
  'Naja',
  'Øyvind',
  'Ditte',
  'Jonas',
  'Signe',
  'Amina',
]
const last = [
  'Holm',
  'Bæk',
  'Østergaard',
  'Lind',
  'Aagaard',
  'Thygesen',
  'Nørskov',
  'Friis',
  'Dahir',
  'Kjær',
  'Winther',
]
const teams = ['Rød stue', 'Blå stue', 'Grøn stue', '']
const groups = ['Pædagoger', 'Pædagogmedhjælpere', 'Køkken']

const perHouse = 15

/** A municipality: five levels of units, fifteen people in each house, whoever comes first in it leads the others. */
export function* peopleRows(people: number): Generator<string[]> {
  for (let n = 0; n < people; n++) {
    const house = Math.floor(n / perHouse)
    const leads = n % perHouse === 0
    const above = house === 0 ? undefined : Math.floor((house - 1) / 9)
    const leader = leads
      ? above === undefined
        ? 'ingen'
        : numberOf(above * perHouse)
      : numberOf(house * perHouse)
    yield [
      numberOf(n),
      `${pick(first, n)} ${pick(last, n * 7)} ${pick(last, n >> 3)}`,
      `person${n}@lyngsoe.example`,
      unitOf(house),
      above === undefined ? '' : unitOf(above),
      pick(teams, n),
      leads ? 'Leder' : pick(['Pædagog', 'Pædagogisk assistent', 'Pædagogmedhjælper'], n),
      pick(groups, n),
      leader,
      `${String(1 + (n % 28)).padStart(2, '0')}-${String(1 + (n % 12)).padStart(2, '0')}-${2000 + (n % 25)}`,
      n % 50 === 7 ? 'en' : 'da',
      n % perHouse === 3 ? 'AMR' : n % perHouse === 5 ? 'TR' : '',
    ]
  }
}

const numberOf = (n: number) => String(100_000 + n)
const unitOf = (house: number) => `Børnehuset ${house + 1}`
const pick = (words: readonly string[], n: number) => words[n % words.length] ?? ''
