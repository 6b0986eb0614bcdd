import { type ClientConfig, Pool } from 'pg'

/** The demo's own rows, beside the product's: its time and the letters it wrote. Worked by the database's owner. */
export type DemoStore = { pool: Pool; close(): Promise<void> }

const tables = `
create schema if not exists demo;
create table if not exists demo.state (one boolean primary key default true check (one), moment timestamptz, played boolean not null);
create table if not exists demo.letter (number bigint generated always as identity primary key, at timestamptz not null,
  name text not null, address text not null, subject text not null, body text not null);
insert into demo.state (moment, played) values (null, false) on conflict do nothing`

/** Opens it; it stands in a schema that no migration knows, so no other installation has it. */
export async function openDemoStore(owner: ClientConfig): Promise<DemoStore> {
  const pool = new Pool({ ...owner, max: 2, application_name: 'medspil demo' })
  pool.on('error', () => {})
  pool.on('connect', client => void client.on('error', () => {}))
  await pool.query(tables)
  return { pool, close: () => pool.end() }
}
