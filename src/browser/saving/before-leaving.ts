const atMost = 5000
const saves: (() => Promise<unknown>)[] = []

/** `save` settles when everything typed in its form has been answered. */
export function saveBeforeLeaving(save: () => Promise<unknown>): void {
  saves.push(save)
}

/** Signing out ends the session that a save on its way needs: resolves when all are answered, or after five seconds. */
export async function restSaved(): Promise<void> {
  const enough = new Promise(resolve => window.setTimeout(resolve, atMost))
  await Promise.race([Promise.all(saves.map(save => save())), enough])
}
