import type { Concept } from '../../domain/concept.ts'
import { loadConcepts } from '../../outside/concept-file.ts'

/** The concepts of the installation's folder. One with a fault is not among them; the terminal says at start where it is. */
export async function availableConcepts(): Promise<readonly Concept[]> {
  return (await loadConcepts('concepts')).concepts
}
