/**
 * The bank file of a day: payouts to several sellers prepared together, numbered without gaps, to be
 * transferred together. Each of its payouts is from then on its own: one may fail while others settle.
 */
import type { Instant, LocalDate } from '#worker/kernel/calendar'
import { sum, type Amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import {
  payableNet,
  requestPayout,
  sendPayout,
  type Payee,
  type Payout,
  type Sending,
} from '#worker/market/settling/payouts/payout'

export type Batch = {
  id: string
  number: number
  madeAt: Instant
  madeOn: LocalDate
  count: number
  total: Amount
  version: number
}

type Making = {
  id: string
  number: number
  at: Instant
  on: LocalDate
  newId: () => string
  newCode: () => string
}

/** A payout of all she is owed for each of these sellers who has said where her money goes. */
export function makeBatch(payees: readonly Payee[], given: Making) {
  const { id, number, at, on, newId, newCode } = given
  const payable = payees.filter((one) => one.bankAccount !== null && payableNet(one) > 0)
  if (payable.length === 0) throw new Refusal('nothing-due', 'No seller can be paid now.')
  const payouts = payable.map((payee) =>
    requestPayout(payee, { id: newId(), code: newCode(), at, batchId: id }),
  )
  const total = sum(payouts.map((one) => one.amount))
  const count = payouts.length
  const batch: Batch = { id, number, madeAt: at, madeOn: on, count, total, version: 1 }
  return { batch, payouts }
}

/** All that still waits in it has been transferred, under one reference on one day. */
export function sendBatch<One extends Payout>(
  batch: Batch,
  payouts: readonly One[],
  { sending, at, today }: { sending: Sending; at: Instant; today: LocalDate },
) {
  const waiting = payouts.filter((one) => one.status === 'requested')
  if (waiting.length === 0) {
    throw new Refusal('illegal-transition', 'Nothing in this file waits to be transferred.')
  }
  const sent = waiting.map((one) => ({ ...one, ...sendPayout(one, sending, { at, today }) }))
  return { batch: { ...batch, version: batch.version + 1 }, sent }
}
