/** What a seller has to do today, on one screen. */
import * as v from 'valibot'
import { WAITING, type Waiting } from '#worker/market/selling/today/waiting'
import {
  describeListed,
  ListedOrder,
  type ListedRow,
} from '#worker/market/fulfilling/order-lists/answers'

export const TodayAnswer = v.strictObject({
  toConfirm: v.number(),
  toPack: v.number(),
  toSend: v.number(),
  onTheWay: v.number(),
  unpaid: v.number(),
  late: v.pipe(v.number(), v.description('Not sent although the day to send them is over')),
  next: v.pipe(v.array(ListedOrder), v.description('What to send, the most urgent first')),
  lowStock: v.array(
    v.strictObject({
      productId: v.string(),
      title: v.string(),
      variantName: v.string(),
      stock: v.number(),
      photoId: v.nullable(v.string()),
    }),
  ),
  waiting: v.pipe(
    v.array(
      v.strictObject({
        kind: v.picklist(WAITING),
        count: v.number(),
        id: v.pipe(
          v.nullable(v.string()),
          v.description('On whose page the first of them is done'),
        ),
      }),
    ),
    v.description('What else waits for the seller, without what does not'),
  ),
  money: v.pipe(
    v.nullable(v.strictObject({ payable: v.number(), held: v.number() })),
    v.description('For chair and treasurer'),
  ),
})

export type Counts = {
  toConfirm: number
  toPack: number
  toSend: number
  onTheWay: number
  unpaid: number
  late: number
}

export type LowStockRow = {
  productId: string
  title: string
  variantName: string
  stock: number
  photoId: string | null
}

export type TodayFacts = {
  counts: Counts
  next: readonly ListedRow[]
  lowStock: readonly LowStockRow[]
  waiting: readonly Waiting[]
  money: { payable: number; held: number } | null
}

export function describeToday(facts: TodayFacts): v.InferOutput<typeof TodayAnswer> {
  const { counts, next, lowStock, waiting, money } = facts
  return {
    ...counts,
    next: next.map(describeListed),
    lowStock: [...lowStock],
    waiting: [...waiting],
    money,
  }
}
