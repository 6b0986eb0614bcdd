import type { Tx } from '../db/query.ts'
import { type Saving, save } from '../db/save.ts'
import type { Deps } from '../deps.ts'
import type { Me, PageContext } from './context.ts'

/** What somebody's act leaves behind, in their name and at the request's moment: events, mails, papers to draw. */
export const saveAs = (
  tx: Tx,
  deps: Deps,
  me: Me,
  c: PageContext,
  act: Omit<Saving, 'organisation' | 'actor' | 'at'>,
) => save(tx, deps.random, { organisation: me.organisation, actor: me.person, at: c.var.now, ...act })
