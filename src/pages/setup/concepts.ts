import type { Concept } from '../../domain/concept.ts'
import { loadConcepts } from '../../outside/concept-file.ts'

/** The concepts of the installation's folder. A file that does not hold to the rules stops the setup, and says where. */
export async function availableConcepts(): Promise<readonly Concept[]> {
  const loaded = await loadConcepts('concepts')
  if ('concepts' in loaded) return loaded.concepts
  throw new Error(loaded.faults.map(fault => fault.message).join('\n'))
}
