/** Payments that go their way at the gateways, and whether the books know how far each has come. */
import { expect } from 'vitest'
import type { Provider } from '#test/support/gateways/shared'
import * as gateways from '#test/support/gateways/world'
import { balanceOf, rowsOf, type Market } from '#test/support/orders'

/** How payments go at a gateway, in its words. */
const COURSES: readonly (readonly [Provider, ...words: string[]])[] = [
  ['midtrans', 'pending', 'settlement'],
  ['midtrans', 'pending', 'settlement', 'refund'],
  ['midtrans', 'pending', 'settlement', 'deny'],
  ['midtrans', 'pending', 'expire'],
  ['midtrans', 'pending', 'deny'],
  ['midtrans', 'pending'],
  ['xendit', 'PENDING', 'PAID'],
  ['xendit', 'PENDING', 'PAID', 'SETTLED'],
  ['xendit', 'PENDING', 'EXPIRED'],
]
const PAID: ReadonlySet<string> = new Set(['settlement', 'PAID', 'SETTLED'])

export type Payment = gateways.Begun & {
  provider: Provider
  course: readonly string[]
  /** How far it has come at its gateway, and how far the Worker was surely told. */
  at: number
  told: number
  underway: number
}

export async function payments(market: Market, number: number): Promise<Payment[]> {
  const all: Payment[] = []
  for (let n = 0; n < number; n += 1) {
    const [provider, ...course] = COURSES[n % COURSES.length]!
    const begun = await gateways.aBegunPayment(market, provider)
    await gateways.become(begun.reference, { status: course[0]! })
    all.push({ ...begun, provider, course, at: 0, told: 0, underway: 0 })
  }
  return all
}

export async function moveOn(payment: Payment, to = payment.at + 1): Promise<void> {
  payment.at = Math.min(to, payment.course.length - 1)
  await gateways.become(payment.reference, { status: payment.course[payment.at]! })
}

type Stood = { net: number; purchase: string; order: string; waits: number }

const STOOD = `SELECT g.reference AS reference, g.received - g.back AS net, p.status AS purchase,
    o.status AS "order", coalesce((SELECT sum(u.rest) FROM unmatched_payments u
      WHERE u.purchase_id = p.id AND u.status = 'open'), 0) AS waits
  FROM gateway_payments g JOIN purchases p ON p.id = g.purchase_id
    JOIN orders o ON o.purchase_id = p.id`

async function books(): Promise<ReadonlyMap<string, Stood>> {
  const rows = await rowsOf(STOOD)
  return new Map(rows.map(({ reference, ...stood }) => [String(reference), stood as Stood]))
}

/** What the books have in the end is what the gateways have. */
export async function expectAgreement(all: readonly Payment[]): Promise<void> {
  const stand = await books()
  const held = { midtrans: 0, xendit: 0 }
  for (const { reference, provider, course, at, purchase } of all) {
    const [end, total] = [course[at]!, purchase.total as number]
    const isPaid = PAID.has(end)
    if (isPaid) held[provider] += total
    const { net, purchase: status, order, waits } = stand.get(reference)!
    const forSale = status === 'settled' && order === 'placed' ? total : 0
    expect([reference, end, net, forSale + waits]).toEqual([
      ...[reference, end],
      ...(isPaid ? [total, total] : [0, 0]),
    ])
    if (end === 'refund') expect([reference, status, order]).not.toContain('placed')
  }
  for (const provider of ['midtrans', 'xendit'] as const) {
    expect(0 - (await balanceOf('gateway-clearing', provider))).toBe(held[provider])
  }
}

/** Without the clock: each payment stands where it was told of, or where the gateway has come since. */
export async function expectAtLeastTold(all: readonly Payment[]): Promise<void> {
  const stand = await books()
  for (const { reference, course, told, at, purchase } of all) {
    const may = course.slice(told, at + 1).map((word) => (PAID.has(word) ? purchase.total : 0))
    expect([reference, course[told], may]).toEqual([
      ...[reference, course[told]],
      expect.arrayContaining([stand.get(reference)!.net]),
    ])
  }
}
