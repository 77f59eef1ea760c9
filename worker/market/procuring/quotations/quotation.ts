/**
 * A quotation: a company asks one seller for a price, the seller answers with a quote of numbered
 * revisions, and the company asks for another one, declines, or accepts, which makes a purchase order. A
 * quote binds until the end of its last day; then the clock lets it lapse. Prices are whole rupiah.
 */
import type { Instant, LocalDate } from '#worker/kernel/calendar'
import { add, subtract, sum, times, type Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { transition, type Transitions } from '#worker/kernel/transitions'
import type { CompanyAddress } from '#worker/market/procuring/companies/company'
import type { Unit } from '#worker/market/offering/products/product'

export const QUOTATION_STATUSES = [
  'asked',
  'quoted',
  'revising',
  'accepted',
  'declined',
  'expired',
] as const
export type QuotationStatus = (typeof QUOTATION_STATUSES)[number]

export const QUOTATION_TRANSITIONS: Transitions<QuotationStatus> = {
  asked: ['quoted', 'declined'],
  quoted: ['quoted', 'revising', 'accepted', 'declined', 'expired'],
  revising: ['quoted', 'declined'],
  // Its purchase order was refused by the company itself, or the offer lapsed while it waited.
  accepted: ['quoted', 'expired'],
  declined: [],
  expired: ['quoted'],
}

export type AskedLine = {
  n: number
  variantId: string | null
  title: string
  quantity: number
  note: string
}

export type Quotation = CompanyAddress & {
  id: string
  code: string
  year: number
  /** Its number is taken in the batch that asks. */
  n: number | null
  partnerId: string
  enterpriseId: string
  status: QuotationStatus
  requestedBy: string
  requestedName: string
  neededBy: LocalDate | null
  note: string
  /** Of its last quote; 0 before there is one. */
  revision: number
  validUntil: LocalDate | null
  total: Amount | null
  reason: string | null
  askedAt: Instant
  version: number
  lines: readonly AskedLine[]
}

/** What the seller can offer: one of her variants. */
export type Offered = {
  variantId: string
  productId: string
  title: string
  variantName: string
  unit: Unit
  weightGrams: number
}

export type QuoteLine = Offered & {
  n: number
  quantity: number
  unitPrice: Amount
  total: Amount
  /** Made for this order, not taken from what lies in stock. */
  madeToOrder: boolean
}

export type Quote = {
  revision: number
  goodsTotal: Amount
  discount: Amount
  shipping: Amount
  total: Amount
  leadDays: number
  validUntil: LocalDate
  tempoDays: number
  note: string
  quotedBy: string
  quotedName: string
  quotedAt: Instant
  lines: readonly QuoteLine[]
}

export type SaidQuote = {
  lines: readonly {
    n: number
    quantity: number
    unitPrice: Amount
    madeToOrder: boolean
  }[]
  discount: Amount
  shipping: Amount
  leadDays: number
  validUntil: LocalDate
  tempoDays: number
  note: string
}

type Quoting = {
  today: LocalDate
  at: Instant
  by: { id: string; name: string }
  /** What is offered for each line of the request, by its number. */
  offered: ReadonlyMap<number, Offered>
}

function moved(quotation: Quotation, to: QuotationStatus, more: Partial<Quotation> = {}) {
  const status = transition(QUOTATION_TRANSITIONS, quotation.status, to)
  return { ...quotation, ...more, status, version: quotation.version + 1 }
}

export type Quoted = { quotation: Quotation; quote: Quote }

/** The seller answers, or answers anew. */
export function answer(quotation: Quotation, said: SaidQuote, given: Quoting): Quoted {
  if (said.validUntil < given.today) refuseAt('/validUntil', 'Hari ini sudah lewat.', 'Gone by.')
  const lines = said.lines.map((one): QuoteLine => {
    const offered = given.offered.get(one.n)
    if (!offered) throw new RangeError(`line ${one.n} offers nothing`)
    const { n, quantity, unitPrice, madeToOrder } = one
    const total = times(unitPrice, quantity)
    return { ...offered, n, quantity, unitPrice, madeToOrder, total }
  })
  refuseOtherLines(quotation, lines)
  const goodsTotal = sum(lines.map((one) => one.total))
  if (said.discount > goodsTotal) {
    refuseAt('/discount', 'Potongan melebihi harga barang.', 'More than the goods cost.')
  }
  const total = add(subtract(goodsTotal, said.discount), said.shipping)
  if (total === 0) refuseAt('/lines', 'Isi harganya.', 'Give prices.')
  const { leadDays, validUntil, tempoDays, note, discount, shipping } = said
  const quote: Quote = {
    ...{ revision: quotation.revision + 1, goodsTotal, discount, shipping, total, lines },
    ...{ leadDays, validUntil, tempoDays, note },
    ...{ quotedBy: given.by.id, quotedName: given.by.name, quotedAt: given.at },
  }
  const more = { revision: quote.revision, validUntil, total, reason: null }
  return { quotation: moved(quotation, 'quoted', more), quote }
}

function refuseOtherLines({ lines: asked }: Quotation, lines: readonly QuoteLine[]): void {
  const known = new Set(asked.map((one) => one.n))
  const numbers = new Set(lines.map((one) => one.n))
  const variants = new Set(lines.map((one) => one.variantId))
  if (lines.length === 0 || lines.some((one) => !known.has(one.n))) {
    refuseAt('/lines', 'Isi harga barang yang diminta.', 'Quote the lines that were asked for.')
  }
  if (numbers.size < lines.length || variants.size < lines.length) {
    refuseAt('/lines', 'Satu barang cukup satu baris.', 'One line for one thing.')
  }
}

function refuseAt(pointer: string, id: string, en: string): never {
  throw new Refusal('malformed', en, { errors: [{ pointer, detail: sentence(id, en) }] })
}

/** The company would have another quote. */
export function askAgain(quotation: Quotation, reason: string): Quotation {
  return moved(quotation, 'revising', { reason })
}

/** Either side ends it: the company declines, or the seller cannot help. */
export function decline(quotation: Quotation, reason: string): Quotation {
  return moved(quotation, 'declined', { reason })
}

export function accept(quotation: Quotation, revision: number, today: LocalDate): Quotation {
  refuseUnless(revision === quotation.revision, 'outdated', 'There is a newer quote. Look at it.')
  refuseUnless(!isOver(quotation, today), 'illegal-transition', 'This quote is no longer valid.')
  return moved(quotation, 'accepted')
}

/** The company's own refusal of its order: the quote stands as before, while it is valid. */
export function offerAgain(quotation: Quotation): Quotation {
  return moved(quotation, 'quoted')
}

export function isOver({ validUntil }: Pick<Quotation, 'validUntil'>, today: LocalDate): boolean {
  return validUntil !== null && validUntil < today
}

export function lapse(quotation: Quotation): Quotation {
  return moved(quotation, 'expired')
}

/** What happened, as both sides are told: by whom, and with what. */
export type Told = {
  type: string
  at: number
  by: string | null
  data: Readonly<Record<string, unknown>>
}
