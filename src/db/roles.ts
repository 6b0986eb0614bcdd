/**
 * The small roles the app logs in as (walls §2). Never `SET ROLE`: `RESET ROLE` would give the owner back.
 * `door` knows codes and sessions, `office` the organisation, `party` one's own conversations, `jobs` what its own
 * job names; `status` and `stats` read nothing yet.
 */
export const roleNames = ['door', 'office', 'party', 'status', 'stats', 'jobs'] as const
export type RoleName = (typeof roleNames)[number]

/** The role's name in the server, e.g. `medspil_party` in the database `medspil`. */
export const roleIn = (database: string, role: RoleName) => `${database}_${role}`

/** An identifier quoted for SQL. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
