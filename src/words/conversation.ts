import { words } from './words.ts'

export const conversation = words({
  da: {
    tab: 'Samtalen',
    title: (label: string, other: string) => `${label} med ${other}`,
    when: 'Tid og sted',
    notAgreed: (length: string, place?: string) =>
      `I har ikke aftalt en tid endnu. I sætter ${length} af. ${place ? `Stedet er ${place}.` : 'Stedet aftaler I senere.'}`,
    place: {
      write: 'Skriv, hvor I mødes',
      change: 'Skift sted',
      help: (name: string) => `${name} får besked, og kalenderen rettes.`,
      save: 'Gem stedet',
      missing: 'Skriv, hvor I mødes.',
    },
    parts: 'Det hører til',
    letter: 'Brevet',
    preparation: 'Din forberedelse',
    talk: 'Samtalen og jeres fælles tekst',
    closing: 'Planen',
    plan: 'Min plan',
    papers: { sign: 'Samtalearket og underskrifterne', confirm: 'Samtalearket og jeres ja' },
    status: {
      letter: { host: 'Sendt', participant: 'Modtaget' },
      shared: 'Delt',
      themesSent: 'Temaer sendt',
      begun: 'I gang',
      untouched: 'Ikke begyndt',
      closed: 'Lukket',
    },
    held: 'Samtalen blev holdt',
    version: (name: string, version: number) => `${name}, udgave ${version}`,
    keepsTo: (mine: string, newer: string) =>
      `Denne samtale følger ${mine}. Nye samtaler følger ${newer}. Det, I har skrevet, bliver, som det er.`,
    otherShared: (name: string) => `${name} har delt. Læs det ved siden af dit eget`,
    otherNotShared: (name: string) => `${name} har ikke delt noget endnu`,
  },
  en: {
    tab: 'The talk',
    title: (label, other) => `${label} with ${other}`,
    when: 'Time and place',
    notAgreed: (length, place) =>
      `You have not agreed on a time yet. You set aside ${length}. ${place ? `The place is ${place}.` : 'You agree on the place later.'}`,
    place: {
      write: 'Write where you meet',
      change: 'Change the place',
      help: name => `${name} is told, and the calendar is put right.`,
      save: 'Save the place',
      missing: 'Write where you meet.',
    },
    parts: 'What belongs to it',
    letter: 'The letter',
    preparation: 'Your preparation',
    talk: 'The talk and your joint text',
    closing: 'The plan',
    plan: 'My plan',
    papers: { sign: 'The record and the signatures', confirm: 'The record and your yes' },
    status: {
      letter: { host: 'Sent', participant: 'Received' },
      shared: 'Shared',
      themesSent: 'Themes sent',
      begun: 'Begun',
      untouched: 'Not begun',
      closed: 'Closed',
    },
    held: 'The talk was held',
    version: (name, version) => `${name}, version ${version}`,
    keepsTo: (mine, newer) =>
      `This talk keeps to ${mine}. New talks keep to ${newer}. What you have written stays as it is.`,
    otherShared: name => `${name} has shared. Read it beside your own`,
    otherNotShared: name => `${name} has not shared anything yet`,
  },
})
