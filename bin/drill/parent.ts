// A Medspil with nothing in it but its database: what the drill and the tests of the supervisor start, to kill it.
// Its one argument is what startEmbedded wants, as JSON; what happens goes out as JSON lines. SIGTERM stops it.
import { startEmbedded } from '../../src/db/embedded.ts'
import type { News } from './house.ts'

const tell = (news: News) => process.stdout.write(`${JSON.stringify(news)}\n`)

try {
  const wish = JSON.parse(process.argv[2] ?? '{}')
  const { stop, ...ready } = await startEmbedded({
    ...wish,
    say: said => tell({ said }),
    moved: () => process.kill(process.pid, 'SIGTERM'),
  })
  process.once('SIGTERM', stop)
  tell({ ready })
} catch (error) {
  tell({ fault: error instanceof Error ? error.message : `${error}` })
  process.exitCode = 1
}
