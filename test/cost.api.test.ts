/**
 * What each operation costs the database, as it bills: trips, rows read and rows written (indexes counted).
 * The numbers are stated here, so that a change of them is a decision and not an accident.
 */
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Operation } from '#test/faults/operation'
import { OPERATIONS } from '#test/faults/operations'
import { newKey } from '#test/support/client'

/** Trips, rows read and rows written, at the most. */
const COSTS: Readonly<Record<string, readonly [trips: number, read: number, written: number]>> = {
  'placing a purchase': [2, 125, 37],
  'uploading a proof of transfer': [2, 50, 16],
  'settling a purchase': [3, 110, 55],
  'booking money that nobody can explain': [3, 60, 28],
  'taking an unpaid purchase back': [2, 65, 16],
  'taking on an order': [3, 85, 14],
  'packing an order': [3, 85, 14],
  'shipping an order': [3, 90, 16],
  'delivering an order': [3, 90, 13],
  'cancelling a paid order': [3, 140, 37],
  'refunding a cancelled order': [3, 115, 30],
  'completing an order': [2, 160, 44],
  'recording a payout': [3, 105, 52],
  'sending a part of an order': [3, 90, 18],
  'giving pieces up': [3, 125, 39],
  'asking to cancel': [2, 65, 17],
  'granting a cancellation': [3, 140, 41],
  'asking for a return': [2, 75, 17],
  'receiving a return': [3, 120, 19],
  'refunding a return': [3, 150, 42],
  'giving in to a complaint': [3, 150, 41],
  'deciding a complaint': [3, 135, 41],
  'sending the refund of a part': [3, 115, 33],
  'sending a replacement': [3, 125, 25],
  'giving back what was paid at the door': [3, 110, 20],
  'preparing a bank file': [3, 85, 50],
  'marking a bank file as sent': [3, 75, 50],
  'sending a payout': [3, 65, 45],
  'settling a payout': [3, 25, 15],
  'taking a payout back': [3, 65, 45],
  'sending a lender its shares': [3, 110, 48],
  'a seller paying what she owes': [3, 60, 30],
  'asking for another account': [3, 25, 20],
  'stopping a change of account': [3, 20, 12],
  'placing a purchase with a voucher': [2, 145, 44],
  'setting a voucher’s budget aside': [3, 60, 28],
  'ending a voucher': [3, 60, 22],
  'recording a partner’s deposit': [3, 60, 27],
  'asking for a quote': [3, 35, 18],
  quoting: [3, 60, 16],
  'accepting a quote within the limit': [3, 120, 45],
  'approving a purchase order': [3, 160, 36],
  'asking for approval of a purchase order': [3, 90, 19],
  'cancelling a purchase order': [3, 165, 19],
  'sending a delivery': [3, 145, 19],
  'signing the last handover': [3, 175, 25],
  'issuing an invoice': [3, 165, 30],
  'matching the last invoice': [3, 265, 72],
  'keeping what is short of an invoice': [3, 215, 38],
  'completing an invoice by a second transfer': [3, 350, 109],
  'paying an invoice with what waits in suspense': [3, 285, 72],
  'paying an invoice by a line of a statement': [3, 315, 97],
  'cancelling an invoice': [3, 175, 21],
  'saving a stock take': [3, 40, 7],
  'importing a bank statement': [3, 15, 10],
  'settling a purchase by a line of a statement': [3, 165, 84],
  'settling a purchase out of suspense': [3, 115, 54],
  'returning money out of suspense': [3, 60, 21],
  'changing how a purchase is paid to cash at the door': [3, 65, 19],
  'taking back a parcel that was refused at the door': [3, 100, 13],
  'settling all that a statement tells exactly': [3, 145, 60],
  'booking what a gateway transferred': [2, 85, 40],
  'closing a loss': [3, 15, 6],
  'receiving funds': [3, 75, 27],
  'applying for a loan': [3, 40, 13],
  'taking an application back': [3, 20, 9],
  'taking an application in hand': [3, 45, 8],
  'handing an application over': [3, 48, 8],
  'recording a visit': [3, 22, 6],
  'agreeing to a share': [3, 30, 12],
  'handing in a paper': [3, 25, 4],
  'objecting to a rejection': [3, 20, 9],
  'answering an objection': [3, 30, 14],
  'asking for another account for the money': [3, 25, 11],
  'letting the money go to another account': [3, 30, 13],
  'accepting for a group': [3, 55, 13],
  'handing over the next part of a loan': [3, 90, 36],
  'recommending a loan': [3, 60, 9],
  'voting on a loan': [3, 50, 12],
  'casting the vote that approves a loan': [3, 60, 13],
  'deciding on a loan': [3, 55, 12],
  'accepting a loan': [3, 32, 10],
  'disbursing a loan': [3, 95, 50],
  'setting the shares of a group’s loan': [3, 32, 15],
  'deciding on other shares': [3, 55, 20],
  'saying who paid': [3, 33, 6],
  'writing a meeting down': [3, 225, 155],
  'writing a meeting down that the reserve helps': [3, 240, 170],
  'handing the money of a meeting over': [3, 28, 7],
  'counting the money of a meeting': [3, 75, 27],
  'taking a meeting back': [3, 235, 96],
  'asking for money out of the reserve': [3, 16, 6],
  'paying money out of the reserve': [3, 65, 34],
  'paying back who paid': [3, 24, 8],
  repaying: [3, 110, 54],
  'reversing a repayment': [3, 115, 52],
  'giving back an overpayment': [3, 75, 38],
  'proposing a change of a loan': [3, 25, 10],
  'agreeing to a new plan': [3, 45, 21],
  'agreeing to a discount': [3, 90, 40],
  'agreeing to a write-off': [3, 92, 38],
  'proposing a regional pause': [3, 25, 9],
  'agreeing to a regional pause': [3, 25, 10],
  'recovering what was written off': [3, 80, 37],
  'proposing an entry': [3, 40, 14],
  'agreeing to an entry': [3, 90, 40],
  'returning money to a funder': [3, 90, 40],
  'providing for losses': [3, 90, 40],
  'closing a month': [3, 90, 20],
  'accepting an invitation': [3, 10, 6],
  'removing a member': [3, 30, 6],
  'importing a lender’s statement': [3, 15, 13],
  'matching a transfer to its loan': [3, 115, 57],
  'matching what was in suspense to its loan': [3, 160, 73],
  'keeping a lender’s transfer in suspense': [3, 60, 28],
  'sending a lender’s transfer back': [3, 60, 24],
}

/** The second time, when accounts stand open and nothing is made for the first time. */
async function costOf({ begin }: Operation) {
  const prepare = await begin()
  await (
    await prepare()
  )(newKey())
  const perform = await prepare()
  const before = await eventsInOrder()
  const answer = await perform(newKey())
  return { cost: answer?.cost, events: (await eventsInOrder()) - before }
}

/** A trigger notes the order of every event: a row each, beside what the operation writes itself. */
async function eventsInOrder(): Promise<number> {
  const { DB } = env as unknown as { DB: D1Database }
  const row = await DB.prepare('SELECT max(key) AS last FROM event_order').first<{ last: number }>()
  return row?.last ?? 0
}

/** Keys are by chance, so that a look-up in an index reads the neighbour of its row now and then. */
const SLACK = [0, 2, 0]

describe('an operation', () => {
  const asked = OPERATIONS.filter(({ name }) => !/^the clock/.test(name))

  it.each(asked.map((one) => [one.name, one] as const))(
    '%s costs what is stated',
    async (name, one) => {
      const stated = COSTS[name] ?? [0, 0, 0]
      const { cost, events } = await costOf(one)
      const spent = [cost?.trips ?? 0, cost?.rowsRead ?? 0, (cost?.rowsWritten ?? 0) - events]
      const more = spent.some((figure, i) => figure > (stated[i] ?? 0) + SLACK[i]!)
      expect(more ? { name, spent, stated } : null).toBeNull()
    },
  )
})
