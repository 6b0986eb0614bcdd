import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import type { DemoFace } from '../demo/face.ts'
import type { Deps } from '../deps.ts'
import type { Language } from '../words/words.ts'

/** Who is signed in, as the door proved it. What they may see is the database's to say. */
export type Me = {
  token: string
  organisation: string
  person: string
  device: 'shared' | 'own'
  /** When this session last proved itself with a code: signing asks for a fresh one (T13). */
  freshCodeAt: Date
  /** The computer counts as shared, because somebody else has signed in with this browser too. */
  fell: boolean
  /** By a PIN that a slip gave: what it may open begins here, and whole conversations there (walls §4). */
  textsFrom: Date | null
  talksFrom: Date | null
}

/** How an app's cookies are named. */
export type CookieJar = { prefix: string; secure: boolean }

type Variables = {
  now: Date
  language: Language
  requestId: string
  jar: CookieJar
  /** In a demo alone. */
  demo?: DemoFace
  me?: Me
}
export type Env = { Variables: Variables; Bindings: Partial<HttpBindings> }
export type PageContext = Context<Env>
/** Which conversation the address names; one that is none is nobody's. */
export const idOf = (c: PageContext): string => c.req.param('id') ?? ''

export type App = Hono<Env>

/** A page area: adds its routes to the app. */
export type Area = (app: App, deps: Deps) => void
