import type { PageContext } from './context.ts'

/** A calendar file to keep. Its name tells a passer-by nothing. */
export const calendarAnswer = (c: PageContext, file: string): Response =>
  c.body(file, 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'attachment; filename="samtale.ics"',
  })
