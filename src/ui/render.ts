import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** A whole page as the text of a response. The doctype is ours to add: without it browsers fall back to 1990s layout. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}
