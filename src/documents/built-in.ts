// Typst carries a few fonts inside itself. Two of them help out where ours have no letter: signs and Arabic from
// the one, Hebrew from the other. Which characters they hold in both weights was found by drawing every one of
// them; a test draws them all again.

/** Whether a character can be drawn. A `Set` of code points is one. */
export type CharacterSet = { has: (code: number) => boolean }

type BuiltIn = { family: string; characters: Set<number> }

const signs = `2010-2023 2026 2030-2037 2039-203a 203c-203f 2045-2049 204b 2070-2071 2074-208e 2090-209c 20a0-20b5
  20b8-20ba 20bd 2102 2105 210d-210f 2115-2117 2119-211a 211d 2122 2124 2126 212a-212b 212e 2150-2151 2153-215f
  2190-2213 2215 2217-2220 2223-2224 2227-222d 2234-223d 2241-2269 2300-2306 2308-2315 2318-2319 231c-2321
  2325-2328 232b 23ce-23cf 2500-262f 2638-268b 2690-269c 26a0-26a1 26b0-26b1 2701-2704 2706-2709 270c-2727
  2729-274b 274d 274f-2752 2756 2758-275e 2761-2775 2794 2798-27af 27b1-27be 27e6-27eb 27f5-27f7 2b05-2b0d
  2b12-2b1a`

const latin = '1cd-1e3 1e6-1f0 1f4-1f6 1f8-221 224-241 243-245 250-2b9 2bb-2c1 1e00-1e99 1e9b 1e9f-1ef9'

const arabic =
  '60c 615 61b 61f 621-63a 640-655 65a 660-66d 674 679-67b 67e-680 683-684 686-687 691 698 6a4 6a9 6af'

const hebrew = '5b0-5c3 5c6 5d0-5ea 5f0-5f4'

export const builtIn: BuiltIn[] = [
  { family: 'DejaVu Sans Mono', characters: parseRanges(`${latin} ${arabic} 6be 6cc 6f0-6f9 ${signs}`) },
  { family: 'Libertinus Serif', characters: parseRanges(hebrew) },
]

function parseRanges(text: string): Set<number> {
  return new Set(
    text.split(/\s+/).flatMap(range => {
      const [first = 0, last = first] = range.split('-').map(hex => Number.parseInt(hex, 16))
      return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    }),
  )
}
