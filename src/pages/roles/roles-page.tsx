import type { House } from '../../db/house.ts'
import { sayDate } from '../../domain/day-words.ts'
import { type HeldRole, lastDayOf, type RoleFault } from '../../domain/role-end.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Fold } from '../../ui/fold.tsx'
import { DateField } from '../../ui/text-field.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { roles } from '../../words/roles.ts'
import { shell } from '../../words/shell.ts'
import type { Language } from '../../words/words.ts'
import { EntrancePage, type Frame } from '../shell.tsx'

type Props = {
  frame: Frame
  house: House
  held: readonly HeldRole[]
  /** What was typed for one of them, and why it is not kept. */
  retyped?: { id: string; typed: string; fault: RoleFault }
}

/** Every duty, with a fold that gives it a last day. */
export function RolesPage(props: Props) {
  const { frame, house, held, retyped } = props
  const t = roles[frame.language]
  const errors = retyped ? [{ field: fieldOf(retyped.id), text: t.faults[retyped.fault] }] : []
  return (
    <EntrancePage frame={frame} house={house} title={t.title} here={urls.roles()}>
      <ErrorSummary title={shell[frame.language].errorTitle} errors={errors} />
      <Title help={t.help}>{t.title}</Title>
      {held.map(role => (
        <Role key={role.id} {...props} role={role} />
      ))}
    </EntrancePage>
  )
}

const fieldOf = (id: string) => `last-${id.slice(0, 8)}`

type RoleProps = Props & { role: HeldRole }

function Role({ frame, retyped, role }: RoleProps) {
  const t = roles[frame.language]
  const own = retyped?.id === role.id ? retyped : undefined
  const name = role.mine ? t.you(role.person) : role.person
  return (
    <section>
      <h2>{name}</h2>
      <p>{`${t.at(t.duty[role.duty], role.unit)} ${spanOf(role, frame.language)}`}</p>
      <Fold label={role.endsOn ? t.change : t.set} open={own !== undefined}>
        <EndForm frame={frame} role={role} retyped={own} />
      </Fold>
    </section>
  )
}

function spanOf(role: HeldRole, language: Language): string {
  const t = roles[language]
  const last = lastDayOf(role)
  return [t.from(sayDate(role.startsOn, language)), last ? t.until(sayDate(last, language)) : '']
    .filter(Boolean)
    .join(' ')
}

type EndProps = { frame: Frame; role: HeldRole; retyped: Props['retyped'] | undefined }

function EndForm({ frame, role, retyped }: EndProps) {
  const t = roles[frame.language]
  return (
    <form method="post" action={urls.roleEnd({ duty: role.id })}>
      <input type="hidden" name="key" value={`${frame.key}-${role.id.slice(0, 8)}`} />
      <DateField
        name="last"
        id={fieldOf(role.id)}
        label={t.last}
        hint={role.duty === 'chair' ? `${t.lastHint} ${t.chairHint}` : t.lastHint}
        value={retyped?.typed ?? lastDayOf(role) ?? ''}
        error={retyped && t.faults[retyped.fault]}
      />
      <Button kind="secondary">{t.save}</Button>
    </form>
  )
}
