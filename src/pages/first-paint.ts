import { asset, styles } from '../ui/assets.ts'
import type { PageContext } from './context.ts'

// Whoever comes from a letter or the address bar, on a phone that may have nothing of ours, would wait for the page and
// then for its styles: on a slow line half a second more. To them the page brings its styles along (M23).

const elsewhere = ['none', 'cross-site', 'same-site']

/** The page with its styles in it, where it is asked for from elsewhere; browsers that do not tell get it as it is. */
export function withStyles(c: PageContext, html: string): string {
  if (!elsewhere.includes(c.req.header('sec-fetch-site') ?? '')) return html
  const link = `<link rel="stylesheet" href="${asset('medspil.css')}"`
  // For paper the sheet is fetched too, behind all else: the next page finds it here.
  return html.replace(`${link}/>`, () => `<style>${styles().text}</style>${link} media="print"/>`)
}
