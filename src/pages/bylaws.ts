import { access, type Bylaw, demoAccess } from '../domain/access.ts'
import { demoUrls, urls } from '../urls.ts'
import type { App } from './context.ts'

type Route = { readonly method: string; readonly path: string }

/** The rule of a route: `GET` or `POST` and the pattern it is served under. */
export function findBylaw({ method, path }: Route): Bylaw | undefined {
  const [name] = Object.entries({ ...urls, ...demoUrls }).find(([, url]) => url.pattern === path) ?? []
  const rules = access[name ?? ''] ?? demoAccess[name ?? '']
  return method === 'GET' ? rules?.get : method === 'POST' ? rules?.post : undefined
}

/** Refuses to serve an address that nobody has written down who may come to. Middleware stands before all of them. */
export function demandBylaws({ routes }: App): void {
  const lawless = routes.filter(route => route.method !== 'ALL' && !findBylaw(route))
  if (lawless.length === 0) return
  const named = lawless.map(({ method, path }) => `${method} ${path}`).join(', ')
  throw new Error(`src/domain/access.ts says nothing of ${named}`)
}
