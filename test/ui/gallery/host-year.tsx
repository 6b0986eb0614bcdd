import { ButtonLink } from '../../../src/ui/button.tsx'
import { Link } from '../../../src/ui/link.tsx'
import { TaskList } from '../../../src/ui/task-list.tsx'
import { Title } from '../../../src/ui/title.tsx'
import { HeldRows, YearMarks, YearRows } from '../../../src/ui/year-rows.tsx'
import { Entrance } from './frame.tsx'

/** Picture 08: the host's year, late first. */
export const hostYear = (
  <Entrance title="Mine samtaler" actingAs="Du er her som leder" width="wide">
    <div class="reading">
      <Title help="Ni af 14 samtaler er holdt. To mangler en tid.">Mine samtaler i 2026</Title>
      <YearMarks
        groups={[
          { status: 'held', count: 9, label: '9 holdt' },
          { status: 'agreed', count: 3, label: '3 aftalt' },
          { status: 'missing-time', count: 2, label: '2 mangler tid' },
        ]}
      />
      <section>
        <h2>Tag dem først</h2>
        <YearRows
          rows={[
            {
              name: 'Lærke',
              place: 'Gul stue',
              status: 'deadline-passed',
              statusLabel: 'Frist overskredet',
              what: 'Opfølgning',
              when: 'Skulle være holdt den 12. april',
              action: <ButtonLink href="/tider">Foreslå tider</ButtonLink>,
            },
            {
              name: 'Jonas',
              place: 'Blå stue',
              status: 'missing-time',
              statusLabel: 'Mangler tid',
              what: 'Inviteret den 2. april',
              when: 'Har ikke valgt endnu',
              action: <Link href="/jonas">Foreslå tider</Link>,
            },
            {
              name: 'Mikkel',
              place: 'Køkkenet',
              status: 'waiting',
              statusLabel: 'Venter på dig',
              what: 'Planen er klar',
              when: 'Mikkel har sagt ja',
              action: <Link href="/mikkel">Læs planen</Link>,
            },
            {
              name: 'Sara',
              place: 'Rød stue',
              status: 'agreed',
              statusLabel: 'Aftalt',
              what: 'I dag kl. 13.00',
              when: 'Temaer sendt',
              action: <Link href="/sara">Åbn rummet</Link>,
            },
          ]}
        />
      </section>
      <section>
        <h2>Holdt</h2>
        <HeldRows
          rows={[
            { name: 'Aisha', when: 'GRUS, 24. februar' },
            { name: 'Birthe', when: '26. februar' },
            { name: 'Karen', when: '5. marts' },
            { name: 'Søren', when: '19. marts' },
          ]}
        />
      </section>
      <section>
        <h2>Din forberedelse</h2>
        <TaskList
          tasks={[
            {
              href: '/1',
              label: 'Indledende dialog',
              hint: 'To spørgsmål',
              status: 'ready',
              statusLabel: 'Færdig',
            },
            { href: '/2', label: 'Strategi', hint: 'To spørgsmål', status: 'begun', statusLabel: 'I gang' },
            {
              href: '/3',
              label: 'Relationer',
              hint: 'Tre spørgsmål',
              status: 'not-begun',
              statusLabel: 'Ikke begyndt',
            },
          ]}
        />
      </section>
    </div>
  </Entrance>
)
