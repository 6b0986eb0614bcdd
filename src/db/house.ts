import { sql } from 'kysely'
import { get, type Tx } from './query.ts'

/** Who I am in which house: what the frame of every signed-in page says. */
export type House = {
  organisation: string
  name: string
  hosts: boolean
  /** Whether I host by the duty of a board's chair alone, without a post here. */
  chairs: boolean
  administrator: boolean
  makesSlips: boolean
  /** For an administrator: whether the concept has job descriptions at hand. */
  jobDescriptions: boolean
  /** The units of my posts of today. */
  houses: string[]
}

const house = sql<House>`select o.name as organisation, p.name,
  exists (select 1 from app.my_hostings()) or exists (select 1 from party m where m.role = 'host'
    and (m.organisation_id, m.person_id) = (p.organisation_id, p.id)) as hosts,
  exists (select 1 from app.my_hostings() h where h.host_duty_id is not null) and not exists (select 1 from post o
    where (o.organisation_id, o.person_id) = (p.organisation_id, p.id) and o.starts_on <= app.today()
    and (o.ends_on is null or o.ends_on > app.today())) as chairs,
  exists (select 1 from duty d where d.duty = 'administrator' and d.starts_on <= app.today()
    and (d.ends_on is null or d.ends_on > app.today())) as administrator, app.makes_slips() as "makesSlips",
  case when app.has_duty('administrator') then exists (select 1 from concept c where (c.organisation_id, c.id) = (o.organisation_id, o.concept_id)
    and jsonb_path_exists(c.body, '$.kinds.*.documents[*] ? (@.of == "post")')) else false end as "jobDescriptions",
  array(select distinct u.name from post mine join unit u on (u.organisation_id, u.id) = (mine.organisation_id, mine.unit_id)
    where (mine.organisation_id, mine.person_id) = (p.organisation_id, p.id)
      and mine.starts_on <= app.today() and (mine.ends_on is null or mine.ends_on > app.today())) as houses
  from app.viewer() v
  join organisation o on o.organisation_id = v.organisation_id
  join person p on (p.organisation_id, p.id) = (v.organisation_id, v.person_id)`

/** Throws {@link Unseen} when the viewer's posts and duties have ended: then there is no house to be in. */
export const getHouse = (tx: Tx): Promise<House> => get(tx, house)
