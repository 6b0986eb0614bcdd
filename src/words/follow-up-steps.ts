import { words } from './words.ts'

type Say = (label: string, other: string, when: string) => { title: string; text: string; action: string }
type FollowUpStep =
  | 'follow-up-times'
  | 'follow-up-pick'
  | 'follow-up-confirm'
  | 'follow-up-hold'
  | 'follow-up-wait'
  | 'follow-up-agreed'
  | 'follow-up-said'

const da: Record<FollowUpStep, Say> = {
  'follow-up-times': (_, other, when) => ({
    title: `${other} beder om en opfølgning`,
    text: `Den skal holdes senest den ${when}. Foreslå op til tre tider.`,
    action: 'Foreslå tider',
  }),
  'follow-up-pick': (_, other, when) => ({
    title: `${other} har foreslået tider til en opfølgning`,
    text: `Den skal holdes senest den ${when}.`,
    action: 'Vælg tid',
  }),
  'follow-up-confirm': (_, other) => ({
    title: `${other} siger, at opfølgningen er holdt`,
    text: 'Passer det, så bekræft.',
    action: 'Se opfølgningen',
  }),
  'follow-up-hold': (_, other, when) => ({
    title: `Opfølgning med ${other}`,
    text: `I mødes ${when}. I taler ud fra planen.`,
    action: 'Åbn planen',
  }),
  'follow-up-wait': (_, other, when) => ({
    title: `Opfølgning med ${other}`,
    text: `Den skal holdes senest den ${when}. Der er ikke mere at gøre nu.`,
    action: 'Se planen',
  }),
  'follow-up-agreed': (_, other, when) => ({
    title: `Opfølgning med ${other}`,
    text: `I mødes ${when}. Der er ikke mere at gøre nu.`,
    action: 'Se planen',
  }),
  'follow-up-said': (_, other) => ({
    title: `Opfølgning med ${other}`,
    text: `Du har sagt, at den er holdt. ${other} bekræfter.`,
    action: 'Se planen',
  }),
}

const en: Record<FollowUpStep, Say> = {
  'follow-up-times': (_, other, when) => ({
    title: `${other} asks for a follow-up`,
    text: `It must be held by ${when}. Offer up to three times.`,
    action: 'Offer times',
  }),
  'follow-up-pick': (_, other, when) => ({
    title: `${other} has offered times for a follow-up`,
    text: `It must be held by ${when}.`,
    action: 'Pick a time',
  }),
  'follow-up-confirm': (_, other) => ({
    title: `${other} says that the follow-up has been held`,
    text: 'If so, confirm.',
    action: 'See the follow-up',
  }),
  'follow-up-hold': (_, other, when) => ({
    title: `Follow-up with ${other}`,
    text: `You meet ${when}. You talk from the plan.`,
    action: 'Open the plan',
  }),
  'follow-up-wait': (_, other, when) => ({
    title: `Follow-up with ${other}`,
    text: `It must be held by ${when}. There is nothing more to do now.`,
    action: 'See the plan',
  }),
  'follow-up-agreed': (_, other, when) => ({
    title: `Follow-up with ${other}`,
    text: `You meet ${when}. There is nothing more to do now.`,
    action: 'See the plan',
  }),
  'follow-up-said': (_, other) => ({
    title: `Follow-up with ${other}`,
    text: `You have said that it was held. ${other} confirms.`,
    action: 'See the plan',
  }),
}

export const followUpSteps = words({ da, en })

/** The year's row, and the card, once a deadline has passed. */
export const followUpLate = words({
  da: {
    title: 'Fristen er overskredet',
    text: (other: string, when: string) => `Opfølgningen med ${other} skulle være holdt den ${when}.`,
    what: 'Opfølgning',
    should: (when: string) => `Skulle være holdt den ${when}`,
    by: (when: string) => `Senest den ${when}`,
    status: 'Frist overskredet',
    wanted: 'Ønsket',
    agreed: 'Aftalt',
    give: 'Foreslå tider',
    see: 'Se planen',
  },
  en: {
    title: 'The deadline has passed',
    text: (other, when) => `The follow-up with ${other} should have been held by ${when}.`,
    what: 'Follow-up',
    should: when => `Should have been held by ${when}`,
    by: when => `By ${when}`,
    status: 'Deadline passed',
    wanted: 'Asked for',
    agreed: 'Agreed',
    give: 'Offer times',
    see: 'See the plan',
  },
})
