import { Button } from '../../../src/ui/button.tsx'
import { Fold } from '../../../src/ui/fold.tsx'
import { PlusIcon } from '../../../src/ui/icons.tsx'
import { Page } from '../../../src/ui/layout.tsx'
import { Link } from '../../../src/ui/link.tsx'
import { PrivateNote } from '../../../src/ui/private-note.tsx'
import { Guide, Joint, RoomFoot, RoomHead, RoomStage, Voice } from '../../../src/ui/room.tsx'
import { SaveState } from '../../../src/ui/save-bar.tsx'
import { ScoreLine } from '../../../src/ui/score-line.tsx'
import { TextArea } from '../../../src/ui/text-area.tsx'

const head = (
  <RoomHead participant="Lone" and="og" host="Anders" about="LUS, tirsdag den 14. april">
    <span class="figures">32 af 75 minutter</span>
    <Link href="/uden-tid">Skjul tiden</Link>
    <Link href="/pause">Sæt på pause</Link>
  </RoomHead>
)

const guide = (
  <Guide
    label="Samtalens gang"
    now="Emner, 17 af 40 min."
    steps={[
      { label: 'Rammen', minutes: 5, gone: 5 },
      { label: 'Året, der gik', minutes: 10, gone: 10 },
      { label: 'Emner', minutes: 40, gone: 17, current: true },
      { label: 'Løn', minutes: 5, gone: 0 },
      { label: 'Plan', minutes: 15, gone: 0 },
    ]}
  />
)

const joint = (
  <>
    <Joint
      heading="Hvad bliver I enige om?"
      shelfLabel="Fælles"
      id="joint"
      aside={<Link href="/skift">Skift skriver</Link>}
    >
      <TextArea
        id="joint"
        name="joint"
        rows={4}
        aria-labelledby="joint-heading"
        value={
          'Vi holder fast i torsdagsmøderne.\n\nAnders ringer senest to dage før en beslutning, der rammer huset.'
        }
      />
      <div class="beside">
        <Button kind="secondary" icon={<PlusIcon />}>
          Gør til punkt i planen
        </Button>
        <Button kind="text">Stryg en linje</Button>
      </div>
    </Joint>
    <section class="card tray">
      <h2>Planen har ét punkt</h2>
      <Link href="/plan" class="alone">
        Åbn planen
      </Link>
      <p class="hint">At lede gennem forandring, senest den 1. november</p>
    </section>
  </>
)

/** Picture 09: the room, the led person first. */
export const room = (
  <Page lang="da" title="Samtalen" skip="Gå til indhold" width="wide" header={head}>
    {guide}
    <form method="post">
      <RoomStage joint={joint}>
        <p class="eyebrow">Emne 2 af 4, valgt af Lone</p>
        <h1>Relationer</h1>
        <h2 class="question-text">Hvor tilfreds er du med vores dialog og samarbejde?</h2>
        <Voice who="participant" name="Lone">
          <ScoreLine who="participant" chosen={5} label="5 af 6" />
          <p>
            Vi får talt om det svære i tide. Torsdagsmøderne virker. I travle uger hører jeg tingene for sent.
          </p>
        </Voice>
        <Voice who="host" name="Anders">
          <p class="hint">Anders skriver ikke tal her.</p>
          <p>Du siger tingene, som de er. Jeg kan blive bedre til at ringe, før beslutningen er taget.</p>
        </Voice>
        <Fold label="Sidste års plan" note="To af tre er gjort">
          <p>Rolig garderobe om eftermiddagen. Naturvejleder. Makkerskab med Freja.</p>
        </Fold>
        <Fold label="Hjælp til at spørge">
          <p>Hvad skete der, sidst det lykkedes?</p>
        </Fold>
      </RoomStage>
      <RoomFoot>
        <PrivateNote name="note" label="Min note (kun for dig)" />
        <SaveState kind="saved" text="Gemt kl. 13.32" />
        <Button>Næste emne</Button>
      </RoomFoot>
    </form>
  </Page>
)
