import type { DemoStore } from './store.ts'

/** A letter as it would have gone. */
export type DemoLetter = { at: Date; name: string; address: string; subject: string; body: string }

export async function keepLetter({ pool }: DemoStore, letter: DemoLetter): Promise<void> {
  const { at, name, address, subject, body } = letter
  await pool.query(
    `insert into demo.letter (at, name, address, subject, body)
      values ($1, coalesce(nullif($2, ''), (select name from person where address = $3 limit 1), ''), $3, $4, $5)`,
    [at, name, address, subject, body],
  )
}

/** The newest first, at most so many. */
export async function listLetters({ pool }: DemoStore, most: number): Promise<DemoLetter[]> {
  const { rows } = await pool.query<DemoLetter>(
    'select at, name, address, subject, body from demo.letter order by at desc, number desc limit $1',
    [most],
  )
  return rows
}
