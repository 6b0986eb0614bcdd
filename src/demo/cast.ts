import type { HouseName } from './houses.ts'

/** Somebody of the demo whom one can be. What they are and see is said in `src/words/demo-people.ts`. */
export type CastMember = {
  id: CastName
  house: HouseName
  /** Their number in the organisation's file. */
  number: string
  name: string
  /** The house they lead, where the organisation has several. */
  unit?: string
  /** Stands among the first, not folded away. */
  first?: true
}

const all = {
  mette: { house: 'maelkevejen', number: '2001', name: 'Mette Ravnsborg Lind', first: true },
  sara: { house: 'maelkevejen', number: '2003', name: 'Sara Højgaard Munk', first: true },
  emma: { house: 'maelkevejen', number: '2013', name: 'Emma Charlotte Whitfield', first: true },
  thea: { house: 'maelkevejen', number: '2010', name: 'Thea Lundgreen', first: true },
  mikkel: { house: 'maelkevejen', number: '2006', name: 'Mikkel Storgaard Winge', first: true },
  grethe: { house: 'maelkevejen', number: '2000', name: 'Grethe Lyngdal Bang', first: true },
  karen: { house: 'maelkevejen', number: 'administrator', name: 'Karen Lykke Thorsager', first: true },
  zeynep: { house: 'maelkevejen', number: '2012', name: 'Zeynep Arslan Holt' },
  jonas: { house: 'maelkevejen', number: '2002', name: 'Jonas Elkjær Toft' },
  henrik: { house: 'maelkevejen', number: '2011', name: 'Henrik Aabye Skou' },
  tobias: { house: 'maelkevejen', number: '2017', name: 'Tobias Fabricius Lau' },
  line: { house: 'maelkevejen', number: '2009', name: 'Line Ørsted Falk' },
  nanna: { house: 'maelkevejen', number: '2016', name: 'Nanna Agerskov Dyhr' },
  amina: { house: 'maelkevejen', number: '2004', name: 'Amina Dahir Yusuf' },
  ditte: { house: 'maelkevejen', number: '2007', name: 'Ditte Marie Overgaard' },
  rasmus: { house: 'maelkevejen', number: '2008', name: 'Rasmus Kjeldgaard Bro' },
  oskar: { house: 'maelkevejen', number: '2014', name: 'Oskar Brinch Vang' },
  birgitte: { house: 'maelkevejen', number: '2015', name: 'Birgitte Solvang' },
  anders: { house: 'lyngsoe', number: '1001', name: 'Anders Vestergaard Riis', first: true },
  lone: { house: 'lyngsoe', number: '1101', name: 'Lone Bach Holm', unit: 'Kløvervangen', first: true },
  rikke: { house: 'lyngsoe', number: '1201', name: 'Rikke Lund Abildgaard', unit: 'Engvejen', first: true },
  camilla: { house: 'lyngsoe', number: '1401', name: 'Camilla Nørskov Bay', unit: 'Møllehuset', first: true },
  hanne: { house: 'lyngsoe', number: '1002', name: 'Hanne Skovgaard Toft', first: true },
  peter: { house: 'lyngsoe', number: '1301', name: 'Peter Åkjær Lind', unit: 'Åkilden' },
  aase: { house: 'lyngsoe', number: '1501', name: 'Åse Damgaard Friis', unit: 'Strandlyst' },
  jakob: { house: 'lyngsoe', number: '1003', name: 'Jakob Linde Brandt' },
} as const

export type CastName = keyof typeof all

const isCastName = (name: string): name is CastName => name in all

export const cast: readonly CastMember[] = Object.keys(all)
  .filter(isCastName)
  .map(id => ({ id, ...all[id] }))
