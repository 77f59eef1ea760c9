/**
 * An invoice is what a seller asks for after a signed handover: what was accepted, at the prices of the
 * purchase order, with its share of discount, shipping and commission. Shares are rounded down and the last
 * one takes the rest, so that the invoices of an order sum exactly to it. VAT is contained in the prices.
 * It is due so many days after its own; paid once, exactly; or cancelled, with a credit note.
 */
import { addDays, daysBetween, type LocalDate } from '#worker/kernel/calendar'
import { add, portion, subtract, sum, times, ZERO, type Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { transition, type Transitions } from '#worker/kernel/transitions'
import { nextReminder } from '#worker/market/procuring/invoices/reminder'
import type { BankAccount } from '#worker/market/paying/payments/bank-account'
import type { Received } from '#worker/market/paying/payments/settlement'
import type { Withholding } from '#worker/market/procuring/invoices/withholding'

export const INVOICE_STATUSES = ['issued', 'paid', 'cancelled'] as const
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number]

export const INVOICE_TRANSITIONS: Transitions<InvoiceStatus> = {
  issued: ['paid', 'cancelled'],
  paid: [],
  cancelled: [],
}

/** A line of the order, with what its discount and its commission come to. */
export type OrderedLine = {
  n: number
  title: string
  unit: string
  category: string
  quantity: number
  unitPrice: Amount
  discount: Amount
  commission: Amount
}

export type InvoiceLine = Omit<OrderedLine, 'discount' | 'commission'> & {
  discount: Amount
  total: Amount
  tax: Amount
  commission: Amount
}

/** Both sides as they were called on the day: what is printed never changes. */
export type Party = {
  name: string
  legalName: string
  npwp: string
  address: string
  contact: string
}
export type Parties = {
  seller: Party & { nib: string; signatory: string; signatoryTitle: string; pkp: boolean }
  buyer: Party
  /** Where the buyer transfers to. */
  bank?: BankAccount | null
}

export type Invoice = {
  id: string
  code: string
  year: number
  /** Its number is taken in the batch that issues it. */
  n: number | null
  purchaseOrderId: string
  handoverId: string
  partnerId: string
  enterpriseId: string
  status: InvoiceStatus
  parties: Parties
  goodsTotal: Amount
  discount: Amount
  shipping: Amount
  /** With the VAT that is contained in it. */
  total: Amount
  tax: Amount
  /** What the buyer pays to the state instead. */
  withheld: Amount
  commission: Amount
  issuedOn: LocalDate
  dueOn: LocalDate
  issuedBy: string
  remindOn: LocalDate | null
  paidOn: LocalDate | null
  reference: string | null
  receiptYear: number | null
  receiptN: number | null
  cancelledOn: LocalDate | null
  cancelReason: string | null
  creditYear: number | null
  creditN: number | null
  lines: readonly InvoiceLine[]
  withholdings: readonly Withholding[]
}

/** What the buyer transfers. */
export const dueOf = ({ total, withheld }: Pick<Invoice, 'total' | 'withheld'>): Amount =>
  subtract(total, withheld)

export type OrderMoney = {
  goodsTotal: Amount
  shipping: Amount
  lines: readonly OrderedLine[]
}

type Drafting = Pick<
  Invoice,
  'id' | 'code' | 'purchaseOrderId' | 'handoverId' | 'partnerId' | 'enterpriseId' | 'parties'
> & {
  issuedBy: string
  today: LocalDate
  tempoDays: number
  year: number
  /** The tax that a price contains on the day. */
  taxIn: (price: Amount) => Amount
}

type Accepted = readonly { n: number; accepted: number | null }[]

/** `before`: the invoices of this order that stand. */
export function draw(
  given: Drafting,
  order: OrderMoney,
  { accepted, before }: { accepted: Accepted; before: readonly Invoice[] },
): Invoice {
  const { today, tempoDays, taxIn, ...head } = given
  const lines = order.lines.flatMap((line) => {
    const quantity = accepted.find((one) => one.n === line.n)?.accepted ?? 0
    const prior = before.flatMap((one) => one.lines).filter((one) => one.n === line.n)
    return quantity === 0 ? [] : [lineOf(line, quantity, { prior, taxIn })]
  })
  refuseUnless(lines.length > 0, 'nothing-due', 'Nothing of this delivery was accepted.')
  const goodsTotal = sum(lines.map((one) => times(one.unitPrice, one.quantity)))
  const discount = sum(lines.map((one) => one.discount))
  const shipping = shippingOf(order, lines, before)
  const dueOn = addDays(today, tempoDays)
  return {
    ...head,
    n: null,
    status: 'issued',
    ...{ goodsTotal, discount, shipping, lines, withholdings: [], withheld: ZERO },
    total: add(subtract(goodsTotal, discount), shipping),
    tax: sum(lines.map((one) => one.tax)),
    commission: sum(lines.map((one) => one.commission)),
    ...{ issuedOn: today, dueOn, remindOn: nextReminder(dueOn, today), paidOn: null },
    reference: null,
    ...{ receiptYear: null, receiptN: null, cancelledOn: null, cancelReason: null },
    ...{ creditYear: null, creditN: null },
  }
}

type Dated = { prior: readonly InvoiceLine[]; taxIn: (price: Amount) => Amount }

function lineOf(line: OrderedLine, quantity: number, { prior, taxIn }: Dated) {
  const invoiced = prior.reduce((all, one) => all + one.quantity, 0)
  if (invoiced + quantity > line.quantity) {
    throw new Refusal('outside-limits', 'More than was ordered would be invoiced.')
  }
  const soFar = invoiced + quantity
  // By what is invoiced in all, so that no piece bears more discount than it is worth.
  const part = (whole: Amount, given: Amount) =>
    subtract(portion(whole, soFar, line.quantity, 'down'), given)
  const discount = part(line.discount, sum(prior.map((one) => one.discount)))
  const commission = part(line.commission, sum(prior.map((one) => one.commission)))
  const total = subtract(times(line.unitPrice, quantity), discount)
  return { ...line, quantity, discount, total, tax: taxIn(total), commission }
}

/** By the worth of the goods; the invoice with which all is invoiced takes the rest. */
function shippingOf(
  { goodsTotal, shipping, lines: ordered }: OrderMoney,
  lines: readonly InvoiceLine[],
  before: readonly Invoice[],
): Amount {
  const pieces = (all: readonly { quantity: number }[]) =>
    all.reduce((count, one) => count + one.quantity, 0)
  const earlier = before.flatMap((one) => one.lines)
  const last = pieces(lines) + pieces(earlier) === pieces(ordered)
  if (last) return subtract(shipping, sum(before.map((one) => one.shipping)))
  const worth = sum(lines.map((one) => times(one.unitPrice, one.quantity)))
  return goodsTotal === 0 ? ZERO : portion(shipping, worth, goodsTotal, 'down')
}

/** The buyer says what she withholds; it replaces what she said before. */
export function withholding(invoice: Invoice, withholdings: readonly Withholding[]): Invoice {
  refuseUnless(invoice.status === 'issued', 'illegal-transition', 'This invoice is not open.')
  const withheld = sum(withholdings.map((one) => one.amount))
  if (withheld + invoice.commission > invoice.total) {
    throw new Refusal('outside-limits', 'More would be withheld than there is to pay.')
  }
  return { ...invoice, withholdings, withheld }
}

/** The operator found exactly what is due on its account, or in suspense. */
export function pay(invoice: Invoice, received: Received, today: LocalDate): Invoice {
  const status = transition(INVOICE_TRANSITIONS, invoice.status, 'paid')
  const { amount, receivedOn, reference } = received
  const due = dueOf(invoice)
  if (amount !== due) {
    throw new Refusal('amount-mismatch', 'Not what is due.', {
      facts: { total: due, amount, difference: subtract(due, amount) },
    })
  }
  refuseDay(invoice, receivedOn, today)
  const receiptYear = Number(today.slice(0, 4))
  return { ...invoice, status, remindOn: null, paidOn: receivedOn, reference, receiptYear }
}

/** Refuses a day before the invoice, or one that is still to come. */
export function refuseDay({ issuedOn }: Invoice, receivedOn: LocalDate, today: LocalDate) {
  if (receivedOn <= today && receivedOn >= issuedOn) return
  const id = `Dari tanggal tagihan, ${issuedOn}, sampai hari ini.`
  const en = `From the day of the invoice, ${issuedOn}, to today.`
  throw new Refusal('malformed', en, { errors: [{ pointer: '/receivedOn', detail: { id, en } }] })
}

export function cancelInvoice(invoice: Invoice, reason: string, today: LocalDate): Invoice {
  const status = transition(INVOICE_TRANSITIONS, invoice.status, 'cancelled')
  const creditYear = Number(today.slice(0, 4))
  return {
    ...invoice,
    ...{ status, remindOn: null, cancelledOn: today, cancelReason: reason, creditYear },
  }
}

/** Days after its due day; below zero before. */
export const daysLate = ({ dueOn }: Pick<Invoice, 'dueOn'>, today: LocalDate): number =>
  daysBetween(dueOn, today)
