import type { Argument, CallExpression } from 'oxc-parser'
import type { Checkout } from '../checkout.ts'
import { type Habit, inSrc, inTest } from './habit.ts'

const map = 'src/urls.ts'
const attributes = ['href', 'action', 'formaction', 'formAction', 'src']
const routing = [
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'all',
  'on',
  'use',
  'route',
  'basePath',
  'redirect',
  'header',
]
const asking = ['request', 'goto', 'fetch']

/** One map of addresses: routes, links, forms and redirects are made by src/urls.ts. */
export const addresses: Habit = {
  rule: 'literal address',
  applies: path => inSrc(path) && path !== map,
  look: ({ text }, tell) => ({
    JSXAttribute: node => {
      const isAddress = node.name.type === 'JSXIdentifier' && attributes.includes(node.name.name)
      const value = node.value ? text.slice(node.value.start, node.value.end) : ''
      if (isAddress && /["'`]\//.test(value)) tell(node, `${value} is written out: take it from ${map}`)
    },
    CallExpression: node => {
      const path = [...routing, 'fetch'].includes(calledName(node)) ? node.arguments.find(isPath) : undefined
      if (path) tell(path, `${text.slice(path.start, path.end)} is written out: take it from ${map}`)
    },
  }),
}

/** Tests ask for addresses by the same map; a path that leads nowhere on purpose is theirs to write. */
export const testAddresses: Habit = {
  rule: 'literal address',
  applies: inTest,
  look: (_source, tell, checkout) => {
    const known = listFirstSegments(checkout)
    return {
      CallExpression: node => {
        const path = asking.includes(calledName(node)) ? node.arguments.find(isPath) : undefined
        const segment = path && firstSegment(literalStart(path))
        if (path && segment && known.has(segment)) tell(path, `an address of the system: take it from ${map}`)
      },
    }
  },
}

/** `c.redirect(…)` and `fetch(…)` are called by the names redirect and fetch. */
function calledName({ callee }: CallExpression): string {
  if (callee.type === 'Identifier') return callee.name
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
    ? callee.property.name
    : ''
}

function isPath(argument: Argument): boolean {
  return literalStart(argument).startsWith('/')
}

function literalStart(argument: Argument): string {
  if (argument.type === 'Literal') return typeof argument.value === 'string' ? argument.value : ''
  return argument.type === 'TemplateLiteral' ? (argument.quasis[0]?.value.raw ?? '') : ''
}

function listFirstSegments(checkout: Checkout): Set<string> {
  const literals = checkout.list(map).flatMap(path => checkout.read(path).match(/(?<=['"`])\/[\w-]+/g) ?? [])
  return new Set(literals.map(firstSegment))
}

function firstSegment(path: string): string {
  return path.split(/[/?#]/)[1] ?? ''
}
