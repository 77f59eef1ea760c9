/**
 * A review: what a buyer says of something she received, one to five stars and plain words, once for each
 * line of a completed order. Who sold it may reply once and can change or take away nothing; the operator
 * may hide a review, with a reason, and show it again. Names are shown short: `Ratna P.`
 */
import type { Act, Happened } from '#worker/history/event'
import { Refusal, found, refuseUnless } from '#worker/kernel/refusal'

export type Review = {
  id: string
  productId: string
  enterpriseId: string
  orderId: string
  line: number
  name: string
  variantName: string
  stars: number
  text: string
  createdAt: number
  reply: string | null
  repliedAt: number | null
  hiddenAt: number | null
  version: number
}

export type Decided = { review: Review; event: Happened }

type BoughtLine = { n: number; productId: string; variantName: string }
type Bought = {
  order: { id: string; status: string; enterpriseId: string }
  buyerName: string
  lines: readonly BoughtLine[]
  reviewed: readonly { line: number }[]
}

export function writeReview(
  { order, buyerName, lines, reviewed }: Bought,
  { line, stars, text }: { line: number; stars: number; text: string },
  { act, id }: { act: Act; id: string },
): Decided {
  refuseUnless(
    order.status === 'completed',
    'illegal-transition',
    'An order is reviewed once it is completed.',
  )
  const bought = found(
    lines.find((one) => one.n === line),
    'line',
  )
  if (reviewed.some((one) => one.line === line)) {
    throw new Refusal('already-exists', 'You have reviewed this already.')
  }
  const review: Review = {
    ...{ id, productId: bought.productId, enterpriseId: order.enterpriseId, orderId: order.id },
    ...{ line, name: shortName(buyerName), variantName: bought.variantName, stars, text },
    ...{ createdAt: act.at, reply: null, repliedAt: null, hiddenAt: null, version: 1 },
  }
  return { review, event: eventOf(review, act, 'written', { stars }) }
}

export function reply(review: Review, text: string, act: Act): Decided {
  if (review.reply !== null) throw new Refusal('already-exists', 'This has been replied to.')
  const replied = { ...review, reply: text, repliedAt: act.at, version: review.version + 1 }
  return { review: replied, event: eventOf(replied, act, 'replied', {}) }
}

export type Visibility = { hidden: boolean; reason: string }

export function show(review: Review, { hidden, reason }: Visibility, act: Act): Decided {
  refuseUnless(
    (review.hiddenAt === null) === hidden,
    'illegal-transition',
    hidden ? 'This is hidden already.' : 'This is shown already.',
  )
  const hiddenAt = hidden ? act.at : null
  const shown = { ...review, hiddenAt, version: review.version + 1 }
  return { review: shown, event: eventOf(shown, act, hidden ? 'hidden' : 'shown', { reason }) }
}

function eventOf({ id, version }: Review, act: Act, type: string, data: Happened['data']) {
  return { ...act, subject: id, seq: version, type, ...(data ? { data } : {}) }
}

/** The first name, and of the last its letter. */
export function shortName(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/)
  const last = rest.at(-1)
  return last ? `${first} ${[...last][0]?.toUpperCase()}.` : first
}

/** Tenths of a star, rounded half up; null while nobody has said anything. */
export function averageOf({ count, sum }: { count: number; sum: number }): number | null {
  return count === 0 ? null : Math.round((sum * 10) / count) / 10
}
