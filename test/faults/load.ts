/** Mixed load on a town: what people send at once, each under a key of its own, and what they were told. */
import type { Chance } from '#db/seed/random'
import type { Town } from '#test/faults/town'
import { newKey, type Http, type Json } from '#test/support/http'
import { aGuestWith, purchaseOf, today, transferOf } from '#test/support/http-network'

export type Kind = 'place' | 'settle' | 'repay' | 'payout' | 'disburse'

/** A request that was sent, and the status it was answered with: null while nobody knows. */
export type Sent = {
  kind: Kind
  who: Http
  path: string
  body: Json
  key: string
  status: number | null
}

const MIX: readonly (readonly [Kind, number])[] = [
  ['place', 60],
  ['settle', 20],
  ['repay', 10],
  ['payout', 5],
  ['disburse', 5],
]
const MOST_TRIES = 50

export class Load {
  readonly sent: Sent[] = []
  private answered = 0
  private stopped = false
  private readonly unpaid: Json[] = []
  private readonly waiting: { answers: number; reached: () => void }[] = []
  private readonly town: Town
  private readonly random: Chance

  constructor(town: Town, random: Chance) {
    this.town = town
    this.random = random
  }

  /** So many at once, until so many have been sent or the server is gone. */
  async run(clients: number, most: number): Promise<void> {
    const client = async () => {
      while (!this.stopped && this.sent.length < most) await this.act()
    }
    await Promise.all(Array.from({ length: clients }, client))
  }

  /** When so many have been answered. Nothing more is sent from then on. */
  whenAnswered(answers: number): Promise<void> {
    return new Promise((resolve) => {
      const reached = () => {
        this.stopped = true
        resolve()
      }
      this.waiting.push({ answers, reached })
    })
  }

  /** The same request under the same key; whoever was too late by a moment tries again. */
  async sendAgain(one: Sent): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const { status, body } = await one.who.post(one.path, one.body, one.key)
      // Until she has tried for the last time she does not know.
      if (status === 409 && body.slug === 'outdated') continue
      one.status = status
      if (status === 201) this.told(one, body)
      return
    }
  }

  private async act(): Promise<void> {
    try {
      const wanted = await this.next()
      if (this.stopped) return
      const one: Sent = { ...wanted, key: newKey(), status: null }
      this.sent.push(one)
      await this.sendAgain(one)
      this.answered += 1
      for (const { answers, reached } of this.waiting) if (this.answered >= answers) reached()
    } catch (reason) {
      // Once the server is gone every connection breaks; before, none may.
      if (!this.stopped) throw reason
    }
  }

  private told({ kind }: Sent, body: Json): void {
    if (kind === 'place') this.unpaid.push(body)
    if (kind === 'disburse') this.town.loans.push(`/api/loans/${body.id}`)
  }

  private async next(): Promise<Pick<Sent, 'kind' | 'who' | 'path' | 'body'>> {
    const { town, random } = this
    const kind = random.weighted(MIX)
    const purchase = kind === 'settle' ? this.unpaid.shift() : undefined
    if (purchase) {
      const path = `/api/purchases/${purchase.id}/settlement`
      return { kind: 'settle', who: town.operator, path, body: transferOf(purchase) }
    }
    const application = kind === 'disburse' ? town.accepted.shift() : undefined
    if (application) {
      return { kind: 'disburse', who: town.cashier, path: `${application}/disbursement`, body: {} }
    }
    if (kind === 'repay' || kind === 'disburse') {
      const body = { amount: 10_000, channel: 'cash' }
      const path = `${random.pick(town.loans)}/repayments`
      return { kind: 'repay', who: town.cashier, path, body }
    }
    const shop = random.pick(town.shops)
    if (kind === 'payout') {
      const sent = { amount: 10_000, reference: `Transfer ${newKey()}`, sentOn: today() }
      const body = { enterpriseId: shop.id, ...sent }
      return { kind, who: town.operator, path: '/api/payouts', body }
    }
    const guest = await aGuestWith(shop)
    return { kind: 'place', who: guest, path: '/api/purchases', body: purchaseOf(shop) }
  }
}
