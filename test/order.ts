import { BaseSequencer, type TestSpecification } from 'vitest/node'

// The longest first, so that none of them is left alone on one core at the end: what walks in a browser, what kills
// servers, and what asks for every address.
const long =
  /test\/(?:looks|journeys)\/|\/(?:matrix|whole-talk|limits|hostile|gets|drill|killed|command|browser)\.test/

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter(file => !isLong(file))]
  }
}
