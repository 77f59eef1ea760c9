// Once a month the sellers of the large set are paid what their completed orders earned until
// then.

import type { Completed } from '#db/seed/large/fulfilment'
import { atWork, type Loading } from '#db/seed/large/loading'
import type { SellerRow } from '#db/seed/large/sellers'
import { recordEvents } from '#worker/history/queries'
import { shortCode } from '#worker/kernel/id'
import { sum } from '#worker/kernel/money'
import { entryOf } from '#worker/ledger/entry'
import { payoutSent } from '#worker/ledger/posting-rules/payouts'
import { recordEntries } from '#worker/ledger/queries'
import { recordSent } from '#worker/market/payouts/payout'
import { insertPayout } from '#worker/market/payouts/queries'

type Paying = {
  market: { book: string; treasurerId: string }
  sellers: ReadonlyMap<string, SellerRow>
  earned: Completed[]
  at: number
}

export async function payOut(loading: Loading, given: Paying): Promise<void> {
  const { market, sellers, earned } = given
  const on = loading.dayOf(given.at)
  const at = atWork(loading, on)
  const due = earned.filter((one) => one.at < at)
  earned.splice(0, earned.length, ...earned.filter((one) => one.at >= at))
  for (const [enterpriseId, parts] of Map.groupBy(due, (one) => one.enterpriseId)) {
    const name = sellers.get(enterpriseId)?.name ?? ''
    const total = sum(parts.map(({ net }) => net))
    const code = shortCode(loading.random)
    const account = { bankName: 'BRI', bankAccount: '0000000000', bankHolder: name }
    const payout = recordSent(
      { enterpriseId, amount: total, reference: `Hasil jual ${code}`, sentOn: on },
      { name, payable: total, ...account },
      { id: loading.newId(at), code, at, today: on },
    )
    const { db } = loading
    const act = loading.actOf(market.treasurerId, at)
    const posting = payoutSent({ book: market.book, on }, payout)
    const data = { amount: total, reference: payout.reference }
    await loading.add([
      insertPayout(db, payout),
      recordEvents(db, [{ ...act, subject: payout.id, seq: 1, type: 'sent', data }]),
      ...recordEntries(db, [entryOf(posting, { ...act, id: loading.newId(at) })]),
    ])
  }
}
