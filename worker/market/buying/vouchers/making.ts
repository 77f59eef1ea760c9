/**
 * Making a voucher: who makes it pays, and what she may promise follows from who she is. A seller's is good
 * for her own goods alone; a partner's has a budget, and the money for it is set aside before anybody can use
 * it; one without a code is a seller's free shipping.
 */
import type { Instant, LocalDate, Zone } from '#worker/kernel/calendar'
import { addDays, startOfDay } from '#worker/kernel/calendar'
import { add, ZERO, type Amount, type Bps } from '#worker/kernel/money'
import { Refusal, type Pointed } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import {
  budgetLeft,
  type Payer,
  type Voucher,
  type VoucherKind,
} from '#worker/market/buying/vouchers/voucher'

export type VoucherTerms = {
  kind: VoucherKind
  code: string | null
  percentBps?: Bps
  cap: Amount | null
  label: string
  minimum: Amount
  startsOn: LocalDate
  endsOn: LocalDate | null
  mostUses: number | null
  mostPerBuyer: number | null
  budget: Amount | null
  categories: readonly string[]
  enterprises: readonly string[]
}

type Maker = { id: string; organizationId: string; kind: string; now: Instant; zone: Zone }

const PAYER: Record<string, Payer> = {
  enterprise: 'seller',
  operator: 'operator',
  partner: 'partner',
}

export function makeVoucher(terms: VoucherTerms, maker: Maker): Voucher {
  const payer = PAYER[maker.kind]
  if (!payer) throw new Refusal('not-permitted', 'This organization makes no vouchers.')
  if (payer === 'partner' && terms.budget === null) throw wrong('/budget', NEEDS_BUDGET)
  if (payer !== 'seller' && terms.code === null) throw wrong('/code', NEEDS_CODE)
  if (payer === 'seller' && terms.enterprises.length > 0) throw wrong('/enterprises', OWN_GOODS)
  const { startsOn, endsOn, percentBps = null, ...rest } = terms
  return {
    ...rest,
    percentBps,
    id: maker.id,
    organizationId: maker.organizationId,
    payer,
    startsAt: startOfDay(startsOn, maker.zone),
    endsAt: endsOn && startOfDay(addDays(endsOn, 1), maker.zone),
    used: 0,
    usedAmount: ZERO,
    released: ZERO,
    createdAt: maker.now,
    closedAt: null,
    version: 1,
  }
}

/**
 * Ends it now; what of a budget was not used is free again. What purchases that lapse later give back is
 * freed by ending it once more.
 */
export function closeVoucher(voucher: Voucher, now: Instant): { voucher: Voucher; left: Amount } {
  const left = voucher.payer === 'partner' ? (budgetLeft(voucher) ?? ZERO) : ZERO
  if (voucher.closedAt !== null && left === 0) {
    throw new Refusal('illegal-transition', 'This voucher has ended already.')
  }
  const closedAt = voucher.closedAt ?? now
  const released = add(voucher.released, left)
  return { voucher: { ...voucher, closedAt, released, version: voucher.version + 1 }, left }
}

const NEEDS_BUDGET = sentence('Mitra menentukan anggarannya.', 'A partner says what its budget is.')
const NEEDS_CODE = sentence('Tulis kodenya.', 'Write the code.')
const OWN_GOODS = sentence(
  'Voucher penjual berlaku untuk barangnya sendiri.',
  'A seller’s voucher is good for her own goods.',
)

function wrong(pointer: string, detail: Pointed['detail']): Refusal {
  return new Refusal('malformed', 'This voucher cannot be made so.', {
    errors: [{ pointer, detail }],
  })
}
