import { Client, type ClientConfig } from 'pg'

/** Does the work on a connection of its own, which is closed after it, and whatever was held with it let go. */
export async function withClient<T>(config: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(config)
  client.on('error', () => {}) // the next query tells
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
