// Once a month the sellers of the large set are paid what their completed orders earned until
// then.

import type { Completed } from '#db/seed/large/fulfilment'
import { atWork, type Loading } from '#db/seed/large/loading'
import type { SellerRow } from '#db/seed/large/sellers'
import { shortCode } from '#worker/kernel/id'
import { sum } from '#worker/kernel/money'
import { requestPayout, sendPayout } from '#worker/market/settling/payouts/payout'
import { recordPayouts } from '#worker/market/settling/payouts/queries'

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
    const requested = requestPayout(
      { enterpriseId, name, payable: total, receivable: 0, ...account },
      { id: loading.newId(at), code, at },
    )
    const sending = { reference: `Hasil jual ${code}`, sentOn: on }
    const payout = sendPayout(requested, sending, { at, today: on })
    const act = loading.actOf(market.treasurerId, at)
    const newId = () => loading.newId(at)
    await loading.add(recordPayouts(loading.db, [payout], { book: market.book, on, act, newId }))
  }
}
