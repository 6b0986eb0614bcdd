/** The talk's clock is the server's, so both see the same minute. Nothing is read aloud for it. */
export function showTime(time: string): void {
  const place = document.querySelector('[data-time]')
  if (place && time !== '' && place.textContent !== time) place.textContent = time
}
