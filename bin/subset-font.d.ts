declare module 'subset-font' {
  type Options = {
    targetFormat: 'woff2'
    noHinting?: boolean
    keepFeatures?: readonly string[]
    preserveNameIds?: readonly number[]
    variationAxes?: Record<string, { min: number; max: number }>
  }
  /** The whole font as one plain file, with each axis given set to one value. */
  type WholeOptions = {
    targetFormat: 'truetype'
    keepAllGlyphs: true
    variationAxes?: Record<string, number>
  }
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: Options | WholeOptions,
  ): Promise<Uint8Array>
}
