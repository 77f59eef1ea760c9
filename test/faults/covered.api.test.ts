/**
 * Nothing that moves money or stock is left out of the crash points: every route that has its effect once is
 * either an operation that they are tried on, or says here why it need not be.
 */
import { expect, it } from 'vitest'
import { OPERATIONS } from '#test/faults/operations'
import { met, newKey } from '#test/support/client'
import { api } from '#worker/api'
import { routesOf } from '#worker/http/openapi'

/** They ask for a key so that a double press does nothing twice, and move neither money nor goods. */
const HARMLESS: Readonly<Record<string, string>> = {
  'POST /api/enterprises': 'registers a shop',
  'POST /api/enterprises/:slug/products': 'drafts a product that nobody can buy yet',
  'POST /api/enterprises/:slug/makers': 'writes down a name',
  'POST /api/enterprises/:slug/imports/:id/application':
    'begins a sheet; its pages are a job, each a batch with its own event',
  'POST /api/lenders/:slug/loan-imports/:id/application':
    'begins a sheet of loans; its pages are a job, each a batch with its own event',
  'POST /api/carts/:token/lines': 'a basket holds nothing back',
  'POST /api/loan-applications': 'asks for money, moves none',
  'POST /api/loans/:id/payout-share': 'agrees on a share; what is earned later is moved by a job',
  'POST /api/loans/:id/promises': 'writes down what she said she would pay',
  'POST /api/loans/:id/visits': 'writes down what was seen',
  'POST /api/loans/:id/officer-handovers': 'names who looks after a loan',
  'POST /api/lenders/:slug/officer-handovers': 'names who looks after loans',
  'POST /api/loan-applications/:id/identity-openings': 'shows what is sealed; each look is noted',
  'POST /api/handovers/:id/receipt': 'counts what came; the signature after it decides',
  'POST /api/purchase-orders/:id/closing': 'lets goods go that were never sent',
  'POST /api/orders/:order/returns/:n/evidence': 'keeps a picture',
  'POST /api/orders/:order/complaints/:n/evidence': 'keeps a picture',
}

/** They call the world outside between two batches; test/faults/gateways.api.test.ts tries them there. */
const ELSEWHERE: readonly string[] = ['POST /api/purchases/:code/gateway-payment']

/** What acts have sent, apart from what was sent to prepare them. */
const tried = new Set<string>()

it.each(OPERATIONS.map((one) => [one.name, one] as const))('%s', async (_, { begin }) => {
  const act = await (await begin())()
  const before = [...met]
  met.clear()
  expect((await act(newKey())).status).toBeLessThan(300)
  for (const line of met) tried.add(line.slice(0, line.lastIndexOf(' ')))
  expect(met.size).toBeLessThanOrEqual(2)
  for (const line of before) met.add(line)
})

it('is every route that moves money or stock', () => {
  const once = routesOf(api).filter((route) => route.once)
  const left = once
    .map(({ method, path }) => `${method} ${path}`)
    .filter((route) => !tried.has(route) && !(route in HARMLESS) && !ELSEWHERE.includes(route))
  expect(left).toEqual([])
})

/** What the files beside this one say, which share the crash points among them. */
const TRYING = import.meta.glob<string>('./crash-points/*.api.test.ts', {
  ...{ query: '?raw', import: 'default', eager: true },
})
const LISTS = import.meta.glob<string>('./operations.ts', {
  ...{ query: '?raw', import: 'default', eager: true },
})

it('is tried at each of its calls by one of the files of crash points', () => {
  const lists = Object.values(LISTS).flatMap((text) =>
    [...text.matchAll(/^ {2}\.\.\.([A-Z_]+),$/gm)].map((found) => found[1]!),
  )
  const trying = Object.values(TRYING).join('\n')
  expect(lists.length).toBeGreaterThan(10)
  expect(lists.filter((name) => !new RegExp(`\\b${name}\\b`).test(trying))).toEqual([])
})
