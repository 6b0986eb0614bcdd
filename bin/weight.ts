// M23: the first load of a page is at most 60 KB over the line, fonts included, and at most 5 KB of it script.
import { gzipSync } from 'node:zlib'

/** `bytes` as sent: gzipped, except fonts, which are packed already. */
export type Weight = { name: string; bytes: number }

const kilobyte = 1024
export const budget = {
  page: 60 * kilobyte,
  html: 7 * kilobyte,
  style: 12 * kilobyte,
  fonts: 36 * kilobyte,
  script: 5 * kilobyte,
} as const

export function weigh(name: string, content: Uint8Array): Weight {
  return { name, bytes: name.endsWith('.woff2') ? content.length : gzipSync(content, { level: 9 }).length }
}

/** Throws an error that names every file above its budget. */
export function checkBudget(weights: Weight[]): void {
  const faults = [
    ...weights
      .filter(w => w.name.endsWith('.js') && w.bytes > budget.script)
      .map(w => tooHeavy(w, budget.script)),
    ...weights
      .filter(w => w.name.endsWith('.css') && w.bytes > budget.style)
      .map(w => tooHeavy(w, budget.style)),
  ]
  const fonts = { name: 'the two fonts', bytes: sum(firstFonts(weights)) }
  if (fonts.bytes > budget.fonts) faults.push(tooHeavy(fonts, budget.fonts))
  if (faults.length > 0) throw new Error(`Too heavy for a phone on a slow line:\n${faults.join('\n')}`)
}

/** The first load of the heaviest page, as lines for the terminal; the page's own HTML is counted at its budget. */
export function weightTable(weights: Weight[]): string {
  const scripts = weights.filter(w => w.name.endsWith('.js')).sort((a, b) => b.bytes - a.bytes)
  const style = weights.filter(w => w.name === 'medspil.css')
  const parts = [
    ...style,
    ...firstFonts(weights),
    ...scripts.slice(0, 1),
    { name: 'html, at most', bytes: budget.html },
  ]
  const lines = parts.map(w => `  ${w.name.padEnd(24)}${kilobytes(w.bytes)}`)
  return [...lines, `  ${'first load of 60 KB'.padEnd(24)}${kilobytes(sum(parts))}`].join('\n')
}

/** What every page loads; sans-more waits for a letter outside Latin-1. */
function firstFonts(weights: Weight[]): Weight[] {
  return weights.filter(w => w.name === 'sans.woff2' || w.name === 'serif.woff2')
}

function tooHeavy(weight: Weight, limit: number): string {
  return `  ${weight.name}: ${kilobytes(weight.bytes).trim()}, at most ${kilobytes(limit).trim()}`
}

function sum(weights: Weight[]): number {
  return weights.reduce((total, w) => total + w.bytes, 0)
}

function kilobytes(bytes: number): string {
  return `${(bytes / kilobyte).toFixed(1).padStart(6)} KB`
}
