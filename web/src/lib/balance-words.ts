/** What a line of a seller's account says: what it came from, and how its figure was reached. */
import { money } from '#lib/format.ts'
import { m } from '#lib/paraglide/messages.js'

export type BalanceLine = {
  seq: number
  on: string
  rule: string
  description: string
  change: number
  balance: number
  order: {
    id: string
    code: string
    goodsTotal: number
    shipping: number
    discount: number
    commission: number
  } | null
  payout: { id: string; code: string; reference: string | null } | null
}

export function lineTitle({ rule, order, payout, description }: BalanceLine): string {
  const code = order?.code ?? payout?.code ?? ''
  if (rule === 'order-completed') return m.settling_line_order({ code })
  if (rule === 'order-completed-on-delivery') return m.settling_line_cod({ code })
  if (rule === 'order-refund-due-after' || rule === 'order-undone-after-delivery') {
    return m.settling_line_refund({ code })
  }
  if (rule === 'payout-requested' || rule === 'payout-sent') return m.settling_line_payout({ code })
  if (rule === 'payout-returned') return m.settling_line_returned({ code })
  if (rule === 'payout-share-taken') return m.lending_share_line()
  if (rule === 'receivable-paid') return m.settling_line_paid()
  return description
}

/** Goods + shipping − discount − commission; what is missing then was given back before. */
export function lineParts({ rule, order, change }: BalanceLine): string | null {
  if (order === null || rule !== 'order-completed') return null
  const { goodsTotal, shipping, discount, commission } = order
  const back = goodsTotal + shipping - discount - commission - change
  return [
    m.settling_part_goods({ amount: money(goodsTotal) }),
    shipping > 0 && m.settling_part_shipping({ amount: money(shipping) }),
    discount > 0 && m.settling_part_discount({ amount: money(discount) }),
    commission > 0 && m.settling_part_commission({ amount: money(commission) }),
    back > 0 && m.settling_part_back({ amount: money(back) }),
  ]
    .filter((part) => part !== false)
    .join(' ')
}
