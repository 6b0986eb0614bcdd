/** The two frames of »side by side«: the participant's phone and the host's screen. Each is an app of its own. */
export const seats = ['phone', 'screen'] as const
export type Seat = (typeof seats)[number]

/** How a demo's app shows itself. */
export type DemoFace = {
  /** Which seat this app is; none for the demo itself. */
  seat?: Seat
  /**
   * Where the list of people is: for whoever is not signed in, the door. In a frame it opens in the whole window, and the
   * seat has the door that others have.
   */
  overview: string
  /** The addresses that may show this app in a frame. */
  framedBy: readonly string[]
  /** The addresses this app shows in frames. */
  frames: readonly string[]
}
