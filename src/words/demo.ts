import { words } from './words.ts'

// What a demo says of itself.
export const demo = words({
  da: {
    line: {
      says: (when: string) => `Demo: ${when}`,
      framed: 'Demo. Alle er opfundne.',
      back: 'Vælg en anden',
    },
    tab: 'Demo',
    title: 'Prøv samtalen fra begge sider',
    help: 'Vælg et menneske, og se præcis det, som vedkommende kan se. Alle her er opfundne, og intet bliver sendt.',
    sideEyebrow: 'To skærme på én gang',
    sideTitle: 'Sara og Mette er midt i deres samtale',
    sideText: 'Skriv på den ene skærm, og se det komme frem på den anden.',
    side: 'Vis side om side',
    otherScenes: 'Se også to andre ved siden af hinanden',
    about: {
      maelkevejen: (concept: string) =>
        `En institution. Konceptet er ${concept}: MUS og LUS, lukket med et tryk.`,
      lyngsoe: (concept: string) =>
        `En kommune. Konceptet er ${concept}: LUS med tal, lukket med underskrift.`,
    },
    be: (name: string) => `Vær ${name}`,
    more: (house: string) => `Flere i ${house}`,
    moreNote: (count: number) => `${count} mennesker`,
    time: 'Demoens ur',
    timeHelp: (when: string) => `I demoen er det ${when}. Breve og frister følger uret. Det kan kun gå frem.`,
    days: (count: number) => (count === 1 ? 'En dag frem' : `${count} dage frem`),
    toDeadline: (day: string) => `Frem til opfølgningens frist, ${day}`,
    moved: (when: string) => `Uret er flyttet. Nu er det ${when}. Linjen om hver er fra demoens begyndelse.`,
    moving: 'Flytter uret …',
    rest: 'Mere i demoen',
    openAs: (name: string) => `Åbn brevets side som ${name}`,
    letters: 'Breve, som demoen har skrevet',
    lettersTitle: 'Breve',
    lettersHelp: 'Demoen sender ingen mail. Her er de breve og koder, der ellers var gået ud.',
    noLetters: 'Der er ingen breve endnu.',
    lettersNewest: (count: number) => `De ${count} nyeste vises.`,
    reset: 'Begynd demoen forfra',
    resetTitle: 'Begynd demoen forfra?',
    resetHelp: 'Alt, hvad du har skrevet og flyttet i demoen, forsvinder. Det tager op til et minut.',
    resetYes: 'Begynd forfra',
    resetNo: 'Behold den, som den er',
    playingTitle: 'Demoen gøres klar',
    playingText: 'Det tager et halvt minut eller lidt mere. Siden kommer af sig selv.',
    backToPeople: 'Til demoens mennesker',
    phone: (name: string) => `${name}, på telefonen`,
    screen: (name: string) => `${name}, ved skærmen`,
  },
  en: {
    line: {
      says: when => `Demo: ${when}`,
      framed: 'Demo. Everybody is invented.',
      back: 'Choose another',
    },
    tab: 'Demo',
    title: 'Try the talk from both sides',
    help: 'Choose a person and see exactly what they can see. Everybody here is invented, and nothing is sent.',
    sideEyebrow: 'Two screens at once',
    sideTitle: 'Sara and Mette are in the middle of their talk',
    sideText: 'Write on one screen and see it appear on the other.',
    side: 'Show side by side',
    otherScenes: 'Or see two others beside each other',
    about: {
      maelkevejen: concept => `An institution. Its concept is ${concept}: MUS and LUS, closed by a tap.`,
      lyngsoe: concept => `A municipality. Its concept is ${concept}: LUS with scores, closed by signature.`,
    },
    be: name => `Be ${name}`,
    more: house => `More in ${house}`,
    moreNote: count => `${count} people`,
    time: 'The demo’s clock',
    timeHelp: when =>
      `In the demo it is ${when}. Letters and deadlines follow the clock. It only goes forward.`,
    days: count => (count === 1 ? 'One day on' : `${count} days on`),
    toDeadline: day => `On to the follow-up’s deadline, ${day}`,
    moved: when =>
      `The clock has been moved. It is now ${when}. The line about each is from the demo’s beginning.`,
    moving: 'Moving the clock …',
    rest: 'More in the demo',
    openAs: name => `Open the letter’s page as ${name}`,
    letters: 'Letters the demo has written',
    lettersTitle: 'Letters',
    lettersHelp: 'The demo sends no mail. These are the letters and codes that would have gone.',
    noLetters: 'There are no letters yet.',
    lettersNewest: count => `The newest ${count} are shown.`,
    reset: 'Begin the demo again',
    resetTitle: 'Begin the demo again?',
    resetHelp: 'All you have written and moved in the demo disappears. It takes up to a minute.',
    resetYes: 'Begin again',
    resetNo: 'Keep it as it is',
    playingTitle: 'The demo is being made ready',
    playingText: 'It takes half a minute or a little more. The page comes by itself.',
    backToPeople: 'To the demo’s people',
    phone: name => `${name}, on a phone`,
    screen: name => `${name}, at a screen`,
  },
})

/** The scenes that can be shown side by side. */
export const demoScenes = words({
  da: {
    samtalen: {
      title: 'Sara og Mettes samtale',
      help: 'Skriv i det fælles felt på skærmen, og se det på telefonen. Svar derfra med »Skriv selv«. Det private bliver privat.',
    },
    tallene: {
      title: 'Lone og Anders taler om tallene',
      help: 'Lone har delt tal og stikord. Konklusionen skriver de sammen.',
    },
    forberedelsen: {
      title: 'Zeynep forbereder sig, og Mette ser intet',
      help: 'Del noget på telefonen, og genindlæs skærmen. Kun det delte kommer frem.',
    },
    planen: {
      title: 'Line og Mette lukker samtalen',
      help: 'Sig ja på den ene skærm og så på den anden. Planen er i gang.',
    },
  },
  en: {
    samtalen: {
      title: 'Sara and Mette’s talk',
      help: 'Write in the shared field on the screen and see it on the phone. Answer there with “Write yourself”. What is private stays private.',
    },
    tallene: {
      title: 'Lone and Anders talk about the scores',
      help: 'Lone has shared scores and keywords. They write the conclusion together.',
    },
    forberedelsen: {
      title: 'Zeynep prepares, and Mette sees nothing',
      help: 'Share something on the phone and reload the screen. Only what is shared appears.',
    },
    planen: {
      title: 'Line and Mette close the talk',
      help: 'Say yes on one screen, then on the other. The plan is under way.',
    },
  },
})
