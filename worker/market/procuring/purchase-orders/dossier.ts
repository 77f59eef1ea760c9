/**
 * All that belongs to one purchase order: the quote it accepts, both sides with their papers, the order with
 * the seller, what was delivered and signed, what was invoiced and paid, and its history. Every step of
 * buying on paper is decided from it.
 */
import { addressLine, type Company } from '#worker/market/procuring/companies/company'
import type { Amount } from '#worker/kernel/money'
import { found } from '#worker/kernel/refusal'
import {
  progressOf,
  type Handover,
  type Progress,
} from '#worker/market/procuring/handovers/handover'
import type { Invoice, OrderMoney, Parties } from '#worker/market/procuring/invoices/invoice'
import { numberText } from '#worker/market/procuring/numbers/number'
import type { Order } from '#worker/market/fulfilling/orders/order'
import type { Seller } from '#worker/market/offering/seller-papers/queries'
import type { PurchaseOrder } from '#worker/market/procuring/purchase-orders/purchase-order'
import type { Pricing } from '#worker/market/procuring/purchase-pricing/pricing'
import type { Purchase } from '#worker/market/buying/purchases/purchase'
import type { Quotation, Quote, Told } from '#worker/market/procuring/quotations/quotation'
import type { Unmatched } from '#worker/market/paying/suspense/suspense'

/** A line of the order with the seller: what the quote's line comes to. */
export type BookedLine = { n: number; discount: Amount; commission: Amount }

export type Dossier = {
  purchaseOrder: PurchaseOrder
  quotation: Omit<Quotation, 'lines'>
  quote: Quote
  pricing: Pricing
  company: Company & { slug: string; name: string }
  seller: Seller
  /** From the day it is issued. */
  placed: { order: Order; purchase: Purchase; lines: readonly BookedLine[] } | null
  handovers: readonly Handover[]
  invoices: readonly Invoice[]
  /** What came for its invoices in part, or too much, and waits in suspense. */
  waiting: readonly Unmatched[]
  events: readonly Told[]
  book: string
}

export function progressIn({ quote, handovers }: Dossier): Progress[] {
  return progressOf(quote.lines, handovers)
}

export function handoverIn({ handovers }: Dossier, id: string): Handover {
  return found(
    handovers.find((one) => one.id === id),
    'handover',
  )
}

export function invoiceIn({ invoices }: Dossier, id: string): Invoice {
  return found(
    invoices.find((one) => one.id === id),
    'invoice',
  )
}

/** The dossier in which this invoice is what it has become. */
export function withInvoice(dossier: Dossier, invoice: Invoice): Dossier {
  const invoices = dossier.invoices.map((one) => (one.id === invoice.id ? invoice : one))
  return { ...dossier, invoices }
}

/** Those that stand. */
export const standing = ({ invoices }: Pick<Dossier, 'invoices'>) =>
  invoices.filter((one) => one.status !== 'cancelled')

export const rfqNumber = ({ quotation, company }: Dossier) =>
  numberText('rfq', quotation, company.prefix)
export const orderNumber = ({ purchaseOrder, company }: Dossier) =>
  numberText('po', purchaseOrder, company.prefix)

/** What invoices are drawn from. */
export function moneyIn({ quote, placed, pricing }: Dossier): OrderMoney {
  const { goodsTotal, shipping } = quote
  const { lines: booked } = found(placed, 'order')
  const lines = quote.lines.map((line) => {
    const own = found(
      booked.find((one) => one.n === line.n),
      'line',
    )
    const { n, unit, quantity, unitPrice, title, variantName } = line
    const category = pricing.categories.get(line.productId)?.[0] ?? 'other'
    const named = variantName === '' ? title : `${title}, ${variantName}`
    const { discount, commission } = own
    return { n, title: named, unit, category, quantity, unitPrice, discount, commission }
  })
  return { goodsTotal, shipping, lines }
}

/** Both sides as they are called now. */
export function partiesOf({ company, seller }: Dossier, pkp: boolean): Parties {
  const { papers } = seller
  const { nib, signatory, signatoryTitle, legalName, npwp } = papers
  return {
    seller: {
      ...{ name: seller.name, legalName, npwp, address: papers.address },
      ...{ contact: seller.phone, nib, signatory, signatoryTitle, pkp },
    },
    buyer: {
      ...{ name: company.name, legalName: company.legalName, npwp: company.npwp },
      address: addressLine(company),
      contact: company.contactPhone,
    },
  }
}
