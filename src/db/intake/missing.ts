import { here, ofFile } from './staging.ts'

// What is here today and not in the file ($1 organisation, $2 intake). It is shown, and ends only when somebody says so.

export const missingPosts = `select o.id, o.person_id, o.unit_id, o.title from post o
  where o.organisation_id = $1 and ${here('o')}
    and not exists (select from intake_row s where ${ofFile('s')} and s.placed and s.post_id = o.id)`

/**
 * An administrator's duty is not the file's to take: somebody must always be able to come in. A file that names no duty at
 * all says nothing of them.
 */
export const missingDuties = `select d.id, d.person_id, d.unit_id, d.duty from duty d
  where d.organisation_id = $1 and d.duty <> 'administrator' and ${here('d')}
    and not exists (select from intake_row s
      join intake_unit u on (u.organisation_id, u.intake_id, u.no) = (s.organisation_id, s.intake_id, s.unit)
      where ${ofFile('s')} and s.person_id = d.person_id
        and d.duty = any (string_to_array(s.duties, ',')) and (d.unit_id is null or d.unit_id = u.unit_id))
    and exists (select from intake_row s where ${ofFile('s')} and s.duties is not null)`
