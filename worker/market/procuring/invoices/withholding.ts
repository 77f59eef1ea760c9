/**
 * Tax that a buyer withholds from an invoice and pays to the state in the seller's name: PPh 22 of goods
 * (bought by state-owned companies and public treasurers), PPh 23 of services, and PPN where the buyer is
 * its collector. The base is the price without VAT; a seller without NPWP bears twice PPh. Dated, with the
 * source; rounded down to the rupiah. The buyer says which one applies and shows the number of the proof.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { basisPoints, share, subtract, type Amount, type Bps } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'

export const WITHHOLDINGS = ['pph22', 'pph23', 'ppn'] as const
export type WithholdingKind = (typeof WITHHOLDINGS)[number]

type Rate = { kind: 'pph22' | 'pph23'; since: string; bps: Bps; source: string }

export const WITHHOLDING_RATES: readonly Rate[] = [
  {
    kind: 'pph22',
    since: '2017-03-01',
    bps: basisPoints(150),
    source: 'PMK 34/PMK.010/2017 pasal 2 ayat (1)',
  },
  {
    kind: 'pph23',
    since: '2009-01-01',
    bps: basisPoints(200),
    source: 'UU 36/2008 pasal 23 ayat (1) huruf c',
  },
]

export type Withholding = {
  kind: WithholdingKind
  base: Amount
  rateBps: Bps
  amount: Amount
  proofNumber: string
  proofOn: LocalDate
}

export type SaidWithholding = Pick<Withholding, 'kind' | 'proofNumber' | 'proofOn'>

type Withheld = { total: Amount; tax: Amount; issuedOn: LocalDate; hasNpwp: boolean }

/** The rate in force on a day. */
export function rateOf(kind: 'pph22' | 'pph23', day: LocalDate, hasNpwp: boolean): Bps {
  const rate = WITHHOLDING_RATES.findLast((one) => one.kind === kind && one.since <= day)
  if (!rate) throw new RangeError(`no rate of ${kind} on ${day}`)
  return basisPoints(hasNpwp ? rate.bps : rate.bps * 2)
}

export function withhold(said: SaidWithholding, invoice: Withheld): Withholding {
  const base = subtract(invoice.total, invoice.tax)
  if (said.kind === 'ppn') {
    return { ...said, base, rateBps: basisPoints(0), amount: positive(invoice.tax) }
  }
  const rateBps = rateOf(said.kind, invoice.issuedOn, invoice.hasNpwp)
  return { ...said, base, rateBps, amount: positive(share(base, rateBps, 'down')) }
}

function positive(amount: Amount): Amount {
  if (amount > 0) return amount
  throw new Refusal('outside-limits', 'There is no tax of this kind on this invoice.')
}
