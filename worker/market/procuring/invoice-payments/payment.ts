/**
 * Money that came for an invoice. Exactly what is due pays it at once; any other amount is kept in suspense,
 * linked to the invoice. As soon as what waits is enough, it pays the invoice, the newest money first; what
 * is left over waits for its sender.
 */
import type { Instant, LocalDate } from '#worker/kernel/calendar'
import { subtract, sum, ZERO, type Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { dueOf, pay, refuseDay, type Invoice } from '#worker/market/procuring/invoices/invoice'
import type { Received } from '#worker/market/paying/payments/settlement'
import {
  assign,
  suspended,
  type Taken,
  type Unmatched,
} from '#worker/market/paying/suspense/suspense'

/** What waits in suspense for this invoice. */
export const waitingFor = ({ id }: Pick<Invoice, 'id'>, items: readonly Unmatched[]) =>
  items.filter((one) => one.invoiceId === id && one.status === 'open')

/** What is still to come; nothing for one that is not open. */
export function missingOf(invoice: Invoice, waiting: readonly Unmatched[]): Amount {
  if (invoice.status !== 'issued') return ZERO
  const missing = subtract(dueOf(invoice), sum(waiting.map((one) => one.rest)))
  return missing > 0 ? missing : ZERO
}

/** Refuses an amount that is not what is missing: it may be mistyped. */
export function refuseOther(missing: Amount, amount: Amount) {
  if (amount === missing) return
  throw new Refusal('amount-mismatch', 'Not what is due. Say so, and it is kept in suspense.', {
    facts: { total: missing, amount, difference: subtract(missing, amount) },
  })
}

export type Outcome = {
  invoice: Invoice
  /** What is kept in suspense now. */
  kept: Unmatched | null
  /** What of suspense pays the invoice. */
  taken: readonly Taken[]
}

type At = { now: Instant; today: LocalDate }
type Come = At & { id: string; book: string; waiting: readonly Unmatched[] }

/** Money that goes through suspense: it pays the invoice with what waits, if both are enough. */
export function receive(invoice: Invoice, received: Received, come: Come): Outcome {
  const { id, book, waiting, now, today } = come
  refuseUnless(invoice.status === 'issued', 'illegal-transition', 'This invoice is not open.')
  refuseDay(invoice, received.receivedOn, today)
  const due = dueOf(invoice)
  const cause = received.amount > due ? 'over' : received.amount < due ? 'short' : 'unknown'
  const about = { id, book, purchaseId: null, invoiceId: invoice.id, createdAt: now }
  const kept = suspended({ ...received, ...about, cause })
  const items = [kept, ...waiting]
  if (sum(items.map((one) => one.rest)) < due) return { invoice, kept, taken: [] }
  return { ...payFrom(invoice, items, { now, today }), kept }
}

/** Items of suspense pay the invoice, in their order; refuses less than is due. */
export function payFrom(
  invoice: Invoice,
  items: readonly Unmatched[],
  { now, today }: At,
): Outcome {
  const amount = dueOf(invoice)
  const taken = assign(items, { total: amount }, now).map((one) => ({
    ...one,
    item: { ...one.item, invoiceId: invoice.id },
  }))
  const days = [invoice.issuedOn, ...taken.map(({ item }) => item.receivedOn)].toSorted()
  const receivedOn = days.at(-1) ?? today
  const reference = taken
    .map(({ item }) => item.reference)
    .join(' + ')
    .slice(0, 120)
  return { invoice: pay(invoice, { amount, receivedOn, reference }, today), kept: null, taken }
}
