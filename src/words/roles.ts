import type { RoleFault } from '../domain/role-end.ts'
import { dutyNames } from './duties.ts'
import { words } from './words.ts'

const faultsDa: Record<RoleFault, string> = {
  unreadable: 'Skriv dag, måned og år, for eksempel 31. maj 2026.',
  past: 'Dagen er gået. Skriv tidligst dagen i går.',
  'before-start': 'Rollen er ikke begyndt den dag. Skriv en senere.',
  'last-administrator': 'Så har I ingen administrator. Giv først rollen til en anden.',
}
const faultsEn: Record<RoleFault, string> = {
  unreadable: 'Write day, month and year, for example 31 May 2026.',
  past: 'That day has passed. Write yesterday at the earliest.',
  'before-start': 'The role has not begun on that day. Write a later one.',
  'last-administrator': 'Then you have no administrator. Give the role to another first.',
}

/** Screen 27: roles, and when they end. */
export const roles = words({
  da: {
    title: 'Roller',
    help: 'Adgangen slutter, når den sidste dag er gået.',
    toRoles: 'Roller og slutdatoer',
    duty: dutyNames.da,
    at: (duty: string, unit: string | null) =>
      unit === null ? `${duty} for hele organisationen.` : `${duty}, ${unit}.`,
    you: (name: string) => `${name} (dig)`,
    from: (date: string) => `Fra den ${date}.`,
    until: (date: string) => `Til og med den ${date}.`,
    set: 'Sæt slutdato',
    change: 'Ret slutdato',
    last: 'Sidste dag i rollen',
    lastHint: 'Lad feltet stå tomt, hvis rollen fortsætter.',
    chairHint: 'Samtaler, der er i gang, venter på den næste formand.',
    save: 'Gem slutdatoen',
    faults: faultsDa,
  },
  en: {
    title: 'Roles',
    help: 'Access ends when the last day is over.',
    toRoles: 'Roles and end dates',
    duty: dutyNames.en,
    at: (duty, unit) => (unit === null ? `${duty} for the whole organisation.` : `${duty}, ${unit}.`),
    you: name => `${name} (you)`,
    from: date => `From ${date}.`,
    until: date => `Up to and including ${date}.`,
    set: 'Set an end date',
    change: 'Change the end date',
    last: 'Last day in the role',
    lastHint: 'Leave it empty if the role goes on.',
    chairHint: 'Talks under way wait for the next chair.',
    save: 'Save the end date',
    faults: faultsEn,
  },
})
