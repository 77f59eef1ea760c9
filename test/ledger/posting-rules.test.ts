import { describe, expect, it } from 'vitest'
import { common } from '#test/ledger/growth'
import { add, amount } from '#worker/kernel/money'
import { accountId, CHART } from '#worker/ledger/account'
import { posting, type Posting } from '#worker/ledger/entry'
import type { LoanMovement } from '#worker/ledger/loan-movement'
import * as books from '#worker/ledger/posting-rules/books'
import * as funds from '#worker/ledger/posting-rules/funds'
import * as invoices from '#worker/ledger/posting-rules/invoices'
import * as lending from '#worker/ledger/posting-rules/lending'
import * as payments from '#worker/ledger/posting-rules/payments'
import * as shares from '#worker/ledger/posting-rules/payout-shares'
import * as payouts from '#worker/ledger/posting-rules/payouts'
import * as sales from '#worker/ledger/posting-rules/sales'
import * as vouchers from '#worker/ledger/posting-rules/vouchers'

const rules = {
  ...sales,
  ...payments,
  ...invoices,
  ...payouts,
  ...vouchers,
  ...books,
  ...shares,
  ...funds,
  ...lending,
}
/** Names of where money is; these post nothing. */
const PLACES: ReadonlySet<unknown> = new Set([
  payments.inBank,
  payments.atGateway,
  payments.inSuspense,
  funds.capitalAccount,
])

/** Kept by holder without being guarded: by gateway, by what an expense was for. */
const OWN = ['gateway-clearing', 'operating-expenses']

describe('every posting rule', () => {
  const one = { id: 'order', code: 'K7', enterpriseId: 'anyam', total: amount(100) }
  const moved: LoanMovement[] = [{ kind: 'repaid', part: 'principal', amount: amount(3) }]
  const loan = { id: 'loan', rule: 'loan-repaid', description: 'Angsuran' }
  const sponsors = [
    { payer: 'operator', voucherId: 'w', amount: amount(2) },
    { payer: 'partner', voucherId: 'v', amount: amount(3) },
  ] as const
  const sources = { commission: amount(1), payable: amount(6), receivable: amount(7) }
  const partner = { partnerId: 'mitra' }
  const undone = { commission: amount(9), sponsors, payable: amount(0), receivable: amount(9) }
  const gateway = { id: 'g', provider: 'midtrans' }
  const taken = {
    amount: amount(9),
    due: [{ orderId: 'order', amount: amount(4) }],
    suspense: { id: 'm', amount: amount(3) },
    loss: amount(2),
  }
  const payout = { id: 'x', code: 'C', enterpriseId: 'anyam', amount: amount(1) }
  const drafts: Posting[] = [
    rules.purchasePaid(common, { id: 'p', code: 'P', uniqueCode: amount(7), orders: [one] }),
    rules.paymentUnexplained(common, { subject: 'm', reference: 'r', amount: amount(1) }),
    rules.orderCompleted(common, { ...one, held: one.total, commission: amount(5) }),
    rules.orderCompletedOnDelivery(common, { ...one, commission: amount(5), sponsors }),
    rules.orderRefundDue(common, one, { amount: amount(9), sponsors }),
    rules.orderUndoneAfterDelivery(common, one, undone),
    rules.orderRefundDueAfter(common, one, { back: { amount: amount(9), sponsors }, sources }),
    rules.refundSent(common, one, amount(9)),
    rules.suspenseReturned(common, { id: 'm', reference: 'r', amount: amount(1) }),
    rules.gatewayPaidOut(common, { ...gateway, reference: 'r', net: amount(7), fee: amount(1) }),
    rules.paymentTakenBack(common, { ...gateway, code: 'P', ...taken }),
    rules.invoicePaid(common, { ...one, number: '1', due: amount(9), commission: amount(1) }),
    rules.partnerDeposited(common, { ...partner, id: 'd', partner: 'CSR', amount: amount(9) }),
    rules.voucherFunded(common, { ...partner, voucherId: 'v', code: 'V', amount: amount(9) }),
    rules.voucherReleased(common, { ...partner, voucherId: 'v', code: 'V', amount: amount(9) }),
    rules.payoutRequested(common, { ...payout, offset: amount(2) }),
    rules.payoutSent(common, payout),
    rules.payoutReturned(common, payout, 'bank'),
    rules.receivablePaid(common, { ...payout, reference: 'TRF 7' }),
    rules.fundReceived(common, { id: 'f', source: 's', amount: amount(1) }),
    rules.entryWritten(common, {
      id: 'w',
      description: 'Sewa',
      lines: [
        { code: 'operating-expenses', holder: 'rent', debit: amount(2), credit: amount(0) },
        { code: 'cash', holder: '', debit: amount(0), credit: amount(2) },
      ],
    }),
    rules.yearClosed(common, {
      id: 'y',
      year: '2026',
      balances: [{ code: 'interest-income', holder: '', debit: -3 }],
    }),
    rules.provisionChanged(common, { id: 'v', change: amount(4) }),
    rules.fundReturned(common, { id: 'f', source: 's', amount: amount(1) }),
    rules.loanMoved(common, loan, moved),
    rules.suspenseKnown(common, { id: 'c', reference: 'TRF 9', amount: amount(1) }),
    rules.payoutShareTaken(common, { ...payout, lenderId: 'l1', loan: '7' }),
    rules.lenderTransferSent(common, { ...payout, lenderId: 'l1', reference: 'TRF 8' }),
    rules.lenderTransferReceived(common, { ...payout, lenderId: 'l1', reference: 'TRF 8' }),
  ]

  it('is tried here', () => {
    const functions = Object.values(rules).filter((rule) => !PLACES.has(rule))
    expect(drafts).toHaveLength(functions.length)
    expect(new Set(drafts.map((draft) => draft.rule)).size).toBe(functions.length)
  })

  it('stays in its book, on its day, and tells a subject and a sentence', () => {
    for (const draft of drafts) {
      const kept = posting(draft)
      expect(kept).toMatchObject({ book: common.book, valueOn: common.on })
      expect([kept.subject, kept.description].every((text) => text.length > 0)).toBe(true)
      expect(kept.transfers.length).toBeGreaterThan(0)
    }
  })

  it('gives accounts a holder wherever money belongs to, or stands with, someone', () => {
    for (const { debit, credit } of drafts.flatMap((draft) => posting(draft).transfers)) {
      for (const key of [debit, credit]) {
        if (key.code === 'fund-capital') continue
        const named = CHART[key.code].guarded || OWN.includes(key.code)
        const owned = named && key.code !== 'due-from-operator'
        expect([accountId(key), key.holder !== '']).toEqual([accountId(key), owned])
      }
    }
  })

  it('refuses to pay a seller less than nothing: commission above the total is a mistake of ours', () => {
    const wrong = { ...one, held: one.total, commission: add(one.total, amount(1)) }
    expect(() => posting(rules.orderCompleted(common, wrong))).toThrow(RangeError)
  })
})
