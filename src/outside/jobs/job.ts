/** One job: its number proves its row to the database, its ids say what it is about. */
export type Job = { number: string; ids: Readonly<Record<string, string>> }

/** A job that did not succeed and is tried again. It carries a code, never text: the queue keeps the message. */
export class JobFailure extends Error {
  constructor(code: string) {
    super(code)
  }
}
