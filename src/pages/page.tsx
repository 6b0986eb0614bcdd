import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { VNode } from 'preact'
import { renderPage } from '../ui/render.ts'
import type { PageContext } from './context.ts'
import { withStyles } from './first-paint.ts'
import { withNamesInFull } from './in-full.ts'
import { packed } from './packed.ts'

/** A whole page as an answer. Load first, render synchronously: nothing is fetched while a page is drawn. */
export function page(c: PageContext, node: VNode, status: ContentfulStatusCode = 200): Response {
  const html = withNamesInFull(renderPage(node), c.var.language)
  return packed(c, withStyles(c, html), status)
}
