// What can be wrong with a keyring, and what to tell whoever started the program. No secret is ever in it.

type Words = readonly [danish: string, english: string]

const putBack: Words = [
  'Læg den nøglering tilbage, der hører til databasen, eller skriv dens fil i MEDSPIL_KEYRING.',
  'Put back the keyring that belongs to the database, or name its file in MEDSPIL_KEYRING.',
]

const faults = {
  absent: { what: ['mangler', 'is missing'], advice: putBack },
  unreadable: {
    what: ['kan ikke læses', 'cannot be read'],
    advice: [
      'Giv den bruger, der kører Medspil, lov at læse den.',
      'Let the user that runs Medspil read it.',
    ],
  },
  'open-file': {
    what: ['kan læses eller ændres af andre brugere', 'is open to other users'],
    advice: ['Kør chmod 600 på filen.', 'Run chmod 600 on the file.'],
  },
  'open-folder': {
    what: ['ligger i en mappe, som andre brugere kan ændre', 'lies in a folder that other users can change'],
    advice: ['Kør chmod go-w på mappen.', 'Run chmod go-w on the folder.'],
  },
  truncated: { what: ['er skåret over', 'is cut short'], advice: putBack },
  'not-json': { what: ['er ikke JSON', 'is not JSON'], advice: putBack },
  'wrong-shape': {
    what: ['har ikke en nøglerings indhold', 'does not have what a keyring has'],
    advice: putBack,
  },
  unwritable: {
    what: ['kan ikke skrives', 'cannot be written'],
    advice: [
      'Giv den bruger, der kører Medspil, lov at skrive i mappen, og se efter, om disken er fuld.',
      'Let the user that runs Medspil write in the folder, and see whether the disk is full.',
    ],
  },
  foreign: {
    what: [
      'hører til en anden installation end databasen',
      'belongs to another installation than the database',
    ],
    advice: putBack,
  },
  'other-secrets': {
    what: ['kan ikke åbne databasens nøgler', 'does not open the keys in the database'],
    advice: putBack,
  },
} as const satisfies Record<string, { what: Words; advice: Words }>

/** `wrong` is for code. `fault` is for people: which file, what, and what to do; Danish, a line end, English. */
export type KeyringFault = { wrong: keyof typeof faults; fault: string }

/** `code` is the system's own name of an error, such as EACCES. */
export function keyringFault(file: string, wrong: keyof typeof faults, code?: string): KeyringFault {
  const { what, advice } = faults[wrong]
  const because = code === undefined ? '' : ` (${code})`
  const danish = `Nøgleringen ${file} ${what[0]}${because}. ${advice[0]} Intet er lavet eller ændret.`
  const english = `The keyring ${file} ${what[1]}${because}. ${advice[1]} Nothing was made or changed.`
  return { wrong, fault: `${danish}\n${english}` }
}
