/** A moment as a command tells it, in Danish time. */
export function moment(at: Date): string {
  return at.toLocaleString('da-DK', {
    timeZone: 'Europe/Copenhagen',
    dateStyle: 'medium',
    timeStyle: 'short',
  })
}
