import type { Form } from '../domain/concept.ts'
import type { Status } from '../domain/lifecycle.ts'
import type { NextStep } from '../domain/next-step.ts'
import { closingSteps } from './closing-steps.ts'
import { countEn, countTalksDa, opening } from './counts.ts'
import { followUpSteps } from './follow-up-steps.ts'
import { timeSteps } from './new-time.ts'
import { words } from './words.ts'

type Step = { title: string; text: string; action: string }
type Steps = Record<
  Exclude<NextStep, 'nothing'>,
  (label: string, other: string, when: string, closing?: Form['closing']) => Step
>

const da: Steps = {
  ...timeSteps.da,
  'pick-time': (label, other) => ({
    title: `Vælg en tid til din ${label} med ${other}`,
    text: 'Læs brevet, og vælg den tid, der passer dig bedst.',
    action: 'Læs brevet',
  }),
  'wait-for-time': (label, other) => ({
    title: `${other} vælger en tid`,
    text: `Du har inviteret ${other} til ${label}. Du kan forberede dig imens.`,
    action: 'Forbered dig',
  }),
  'give-times': (_, other) => ({
    title: `${other} beder om andre tider`,
    text: 'Giv nogle flere, så der er noget at vælge.',
    action: 'Giv flere tider',
  }),
  prepare: (_, other) => ({
    title: `Forbered din samtale med ${other}`,
    text: 'Tag det, der betyder noget for dig. Du kan holde pause, når du vil.',
    action: 'Forbered dig',
  }),
  share: (_, other) => ({
    title: `Fortsæt din forberedelse til samtalen med ${other}`,
    text: 'Du er i gang. Når du er klar, vælger du selv, hvad du deler.',
    action: 'Fortsæt',
  }),
  'wait-for-day': (label, other, when) => ({
    title: 'Du er klar',
    text: `${label} med ${other} er ${when}. Der er ikke mere at gøre nu.`,
    action: 'Se samtalen',
  }),
  begin: (label, other, when) => ({
    title: `${label} med ${other} er ${when}`,
    text: 'Sæt jer sammen, og begynd, når I er klar.',
    action: 'Begynd samtalen',
  }),
  talk: (_, other) => ({
    title: `Samtalen med ${other} er i gang`,
    text: 'Det, I skriver i Fælles, kan I begge læse og rette.',
    action: 'Til samtalen',
  }),
  'confirm-held': (_, other) => ({
    title: `${other} siger, at samtalen er holdt`,
    text: 'Passer det, så bekræft. I kan stadig skrive bagefter.',
    action: 'Bekræft',
  }),
  'wait-for-held': (_, other) => ({
    title: `Du har sagt, at samtalen er holdt. ${other} mangler`,
    text: `${other} kan svare på Min side. I kan begge skrive videre imens.`,
    action: 'Til samtalen',
  }),
  freeze: (_, other) => ({
    title: 'Gør planen færdig',
    text: `Samtalen med ${other} er holdt. Læs planen igennem, og lås teksten, når den er, som I vil.`,
    action: 'Læs planen igennem',
  }),
  ...closingSteps.da,
  ...followUpSteps.da,
  'wait-for-host': (label, other) => ({
    title: `Din ${label} venter på en ny leder`,
    text: `${other} holder den ikke mere. HR finder ud af, hvem der gør. Det, du ikke har delt, er stadig kun dit.`,
    action: 'Se samtalen',
  }),
  'participant-left': (label, other) => ({
    title: `${other} er ikke længere i stillingen`,
    text: `Derfor fortsætter ${label} ikke her. Ingen andre kan læse det, I har skrevet.`,
    action: 'Se samtalen',
  }),
  done: (_, other) => ({
    title: 'Planen er i gang',
    text: `Sæt hak, når noget er gjort. Kun du og ${other} kan læse planen.`,
    action: 'Se planen',
  }),
}

const en: Steps = {
  ...timeSteps.en,
  'pick-time': (label, other) => ({
    title: `Pick a time for your ${label} with ${other}`,
    text: 'Read the letter and pick the time that suits you best.',
    action: 'Read the letter',
  }),
  'wait-for-time': (label, other) => ({
    title: `${other} picks a time`,
    text: `You have invited ${other} to ${label}. You can prepare meanwhile.`,
    action: 'Prepare',
  }),
  'give-times': (_, other) => ({
    title: `${other} asks for other times`,
    text: 'Give some more, so that there is something to pick.',
    action: 'Give more times',
  }),
  prepare: (_, other) => ({
    title: `Prepare your talk with ${other}`,
    text: 'Take what matters to you. Pause whenever you like.',
    action: 'Prepare',
  }),
  share: (_, other) => ({
    title: `Go on preparing your talk with ${other}`,
    text: 'You have begun. When you are ready, you choose what to share.',
    action: 'Go on',
  }),
  'wait-for-day': (label, other, when) => ({
    title: 'You are ready',
    text: `${label} with ${other} is ${when}. There is nothing more to do now.`,
    action: 'See the talk',
  }),
  begin: (label, other, when) => ({
    title: `${label} with ${other} is ${when}`,
    text: 'Sit down together and begin when you are ready.',
    action: 'Begin the talk',
  }),
  talk: (_, other) => ({
    title: `The talk with ${other} is under way`,
    text: 'What you write under Shared, you can both read and edit.',
    action: 'To the talk',
  }),
  'confirm-held': (_, other) => ({
    title: `${other} says the talk has been held`,
    text: 'If so, confirm. You can still write afterwards.',
    action: 'Confirm',
  }),
  'wait-for-held': (_, other) => ({
    title: `You have said the talk was held. ${other} has not yet`,
    text: `${other} can answer on My page. Both of you can go on writing meanwhile.`,
    action: 'To the talk',
  }),
  freeze: (_, other) => ({
    title: 'Finish the plan',
    text: `The talk with ${other} has been held. Read the plan through, and lock the text when it is as you want it.`,
    action: 'Read the plan through',
  }),
  ...closingSteps.en,
  ...followUpSteps.en,
  'wait-for-host': (label, other) => ({
    title: `Your ${label} waits for a new leader`,
    text: `${other} no longer holds it. HR finds out who does. What you have not shared is still yours alone.`,
    action: 'See the talk',
  }),
  'participant-left': (label, other) => ({
    title: `${other} is no longer in the post`,
    text: `So the ${label} does not go on here. Nobody else can read what you have written.`,
    action: 'See the talk',
  }),
  done: (_, other) => ({
    title: 'The plan is under way',
    text: `Tick what has been done. Only you and ${other} can read the plan.`,
    action: 'See the plan',
  }),
}

const statusDa: Record<Status, string> = {
  draft: 'Kladde',
  invited: 'Inviteret',
  agreed: 'Aftalt',
  talking: 'I gang',
  held: 'Holdt',
  closing: 'Klar til at lukke',
  closed: 'Lukket',
  contested: 'Lukket',
  ended: 'Afsluttet',
  postponed: 'Udskudt',
  cancelled: 'Aflyst',
  paused: 'På pause',
  replaced: 'Erstattet',
  reopened: 'Genåbnet',
}

const statusEn: Record<Status, string> = {
  draft: 'Draft',
  invited: 'Invited',
  agreed: 'Agreed',
  talking: 'Under way',
  held: 'Held',
  closing: 'Ready to close',
  closed: 'Closed',
  contested: 'Closed',
  ended: 'Ended',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
  paused: 'Paused',
  replaced: 'Replaced',
  reopened: 'Reopened',
}

export const home = words({
  da: {
    greeting: (hour: number, name: string) =>
      `${hour < 10 ? 'Godmorgen' : hour < 18 ? 'Goddag' : 'Godaften'}, ${name}`,
    next: 'Dit næste skridt',
    steps: da,
    status: statusDa,
    waitsFor: (other: string) => `Venter på ${other}`,
    dates: 'Datoer',
    talkWith: (label: string, other: string) => `${label} med ${other}`,
    later: 'Stedet aftaler I senere',
    calendar: 'Læg den i din kalender',
    others: 'Dine andre samtaler',
    pickTime: 'Vælg en tid',
    open: 'Åbn',
    nothing: 'Du har ingen samtaler lige nu',
    nothingText: 'Din leder skriver, når det er tid.',
    nothingHost: 'Du kan invitere til de samtaler, du holder.',
    toInvite: (label: string, other: string) => `Du skal holde ${label} med ${other}`,
    toInviteText: (other: string) => `Du giver nogle tider, og ${other} vælger en.`,
    toAbout: 'Læs om samtalerne først',
    invite: (other: string) => `Inviter ${other}`,
    toInviteMany: (n: number) => `${opening(countTalksDa(n))} samtaler mangler en invitation`,
    toInviteManyText: 'Du inviterer dem en ad gangen eller flere på én gang.',
    nothingOffice: 'Du kan lave sedler til dem uden mail og se, hvilke breve der er sendt.',
    toSlips: 'Se sedlerne',
    toHosted: 'Se mine samtaler',
    ownPreparation: 'Se din forberedelse',
    beginNow: 'Begynd samtalen nu',
    otherShared: (label: string, other: string, when: string) =>
      `${label} med ${other} er ${when}. ${other} har delt noget, som du kan læse inden.`,
    read: (other: string) => `Læs, hvad ${other} har delt`,
    wentBy: (label: string, other: string, when: string) => ({
      title: `${label} med ${other} var ${when}`,
      text: 'Begynd, når I sidder sammen, eller find en anden tid.',
    }),
    readyBefore: (other: string) => `Du har forberedt dig. Når ${other} har valgt, står tiden her.`,
    hostSees: (other: string) => `${other} kan se det på Min side.`,
    small: 'Du bestemmer selv, hvad du deler. HR ser kun, om samtalen er holdt.',
    whoSees: 'Hvem kan se hvad',
    today: (time: string) => `i dag ${time}`,
  },
  en: {
    greeting: (hour, name) => `${hour < 10 ? 'Good morning' : hour < 18 ? 'Hello' : 'Good evening'}, ${name}`,
    next: 'Your next step',
    steps: en,
    status: statusEn,
    waitsFor: other => `Waiting for ${other}`,
    dates: 'Dates',
    talkWith: (label, other) => `${label} with ${other}`,
    later: 'You agree on the place later',
    calendar: 'Put it in your calendar',
    others: 'Your other talks',
    pickTime: 'Pick a time',
    open: 'Open',
    nothing: 'You have no talks just now',
    nothingText: 'Your leader writes when it is time.',
    nothingHost: 'You can invite to the talks you hold.',
    toInvite: (label, other) => `You are to hold ${label} with ${other}`,
    toInviteText: other => `You give some times, and ${other} picks one.`,
    toAbout: 'Read about the talks first',
    invite: other => `Invite ${other}`,
    toInviteMany: n => `${opening(countEn(n))} talks need an invitation`,
    toInviteManyText: 'You invite them one at a time, or several at once.',
    nothingOffice: 'You can make slips for those without mail and see which letters are sent.',
    toSlips: 'See the slips',
    toHosted: 'See my talks',
    ownPreparation: 'See your preparation',
    beginNow: 'Begin the talk now',
    otherShared: (label, other, when) =>
      `${label} with ${other} is ${when}. ${other} has shared something you can read before.`,
    read: other => `Read what ${other} has shared`,
    wentBy: (label, other, when) => ({
      title: `${label} with ${other} was ${when}`,
      text: 'Begin when you sit together, or find another time.',
    }),
    readyBefore: other => `You have prepared. Once ${other} has picked, you see the time here.`,
    hostSees: other => `${other} can see it on My page.`,
    small: 'You decide what you share. HR sees only whether the talk was held.',
    whoSees: 'Who can see what',
    today: time => `today ${time}`,
  },
})
