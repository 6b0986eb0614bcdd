import type { Layer } from '../domain/retention.ts'
import { words } from './words.ts'

const years = (months: number) => months > 24 && months % 12 === 0

const daMonths = (count: number) =>
  years(count) ? `${count / 12} år` : count === 1 ? '1 måned' : `${count} måneder`
const enMonths = (count: number) =>
  years(count) ? `${count / 12} years` : count === 1 ? '1 month' : `${count} months`

/** When texts go: their day where there is one, and the rule until then. */
export const deletion = words({
  da: {
    on: (date: string) => `Slettes ${date}`,
    latest: (date: string) => `Slettes senest ${date}`,
    rule: {
      own: (ownDays: number) =>
        ownDays === 0
          ? 'Slettes, når samtalen er lukket'
          : `Slettes ${ownDays === 1 ? '1 dag' : `${ownDays} dage`} efter, at samtalen er lukket`,
      talk: (talkMonths: number) => `Slettes senest ${daMonths(talkMonths)} efter, at samtalen er lukket`,
      plan: (planMonths: number) => `Slettes ${daMonths(planMonths)} efter, at samtalen er lukket`,
    } satisfies Record<Layer, (count: number) => string>,
    what: {
      own: 'Dine egne noter og svar, du ikke har delt',
      talk: 'Det, I har delt, og samtalearket',
      plan: 'Planen og bemærkninger',
    } satisfies Record<Layer, string>,
    soon: 'Noget bliver slettet',
    ofTalk: (held: string) => `(samtalen den ${held})`,
    ofTalkWith: (name: string) => `(samtalen med ${name}, som ikke er holdt)`,
    soonText: 'Vil du gemme noget, så hent dine data inden.',
    shared: 'Det, du har delt',
    sent: 'Det, du har sendt',
    typed: 'Det, du skriver',
    rest: 'Resten',
    fetch: 'Hent mine data',
  },
  en: {
    on: date => `Deleted on ${date}`,
    latest: date => `Deleted by ${date}`,
    rule: {
      own: ownDays =>
        ownDays === 0
          ? 'Deleted when the talk is closed'
          : `Deleted ${ownDays === 1 ? '1 day' : `${ownDays} days`} after the talk is closed`,
      talk: talkMonths => `Deleted at most ${enMonths(talkMonths)} after the talk is closed`,
      plan: planMonths => `Deleted ${enMonths(planMonths)} after the talk is closed`,
    },
    what: {
      own: 'Your own notes, and answers you have not shared',
      talk: 'What you two have shared, and the record',
      plan: 'The plan and remarks',
    },
    soon: 'Something will be deleted',
    ofTalk: held => `(the talk on ${held})`,
    ofTalkWith: name => `(the talk with ${name}, which has not been held)`,
    soonText: 'If you want to keep something, download your data before then.',
    shared: 'What you have shared',
    sent: 'What you have sent',
    typed: 'What you write',
    rest: 'The rest',
    fetch: 'Download my data',
  },
})
