declare module 'subset-font' {
  type Options = {
    targetFormat: 'woff2'
    noHinting?: boolean
    keepFeatures?: readonly string[]
    preserveNameIds?: readonly number[]
    variationAxes?: Record<string, { min: number; max: number }>
  }
  export default function subsetFont(font: Uint8Array, text: string, options: Options): Promise<Uint8Array>
}
