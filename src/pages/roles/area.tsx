import { listHeldRoles, setRoleEnd } from '../../db/held-roles.ts'
import { getHouse } from '../../db/house.ts'
import { type Tx, Unseen } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { localDateOf } from '../../domain/day.ts'
import { endRole, type RoleFault } from '../../domain/role-end.ts'
import { urls } from '../../urls.ts'
import type { Area, Me, PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { page } from '../page.tsx'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { frameOf, reads, writes } from '../talks.ts'
import { RolesPage } from './roles-page.tsx'

/** Screen 27 for the administrator: who has which duty, and the last day of it. */
export const roles: Area = (app, deps) => {
  app.get(
    urls.roles.pattern,
    reads(deps, async (tx, _, c) => page(c, <RolesPage {...(await shown(tx, c, deps))} />)),
  )
  app.get(urls.roleEnd.pattern, c => c.redirect(urls.roles(), 303))
  app.post(urls.roleEnd.pattern, writes(deps, end))
}

async function shown(tx: Tx, c: PageContext, deps: Deps) {
  const house = await getHouse(tx)
  if (!house.administrator) throw new Unseen()
  return { frame: frameOf(c, deps), house, held: await listHeldRoles(tx) }
}

async function end(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const all = await shown(tx, c, deps)
  const role = all.held.find(({ id }) => id === c.req.param('duty'))
  if (!role) throw new Unseen()
  const typed = form.text('last')
  const again = (fault: RoleFault): Answer => ({
    show: <RolesPage {...all} retyped={{ id: role.id, typed, fault }} />,
    status: 422,
  })
  const today = localDateOf(c.var.now)
  const decided = endRole(typed, role, today)
  if ('refused' in decided) return again(decided.refused)
  // Whoever ends their own role today may be nobody here afterwards, and nobody writes an event.
  await saveAs(tx, deps, me, c, { events: [{ what: 'role-end-set', ids: { duty: role.id } }] })
  const { endsOn } = decided
  if (!(await setRoleEnd(tx, role.id, endsOn))) return again('last-administrator')
  const isOut = role.mine && role.duty === 'administrator' && endsOn !== null && endsOn <= today
  return { to: isOut ? urls.home() : urls.roles() }
}
