/** The market of a simulation: what buyers, sellers and the treasurer do, and what must then be so. */
import { Client, clock, type Json } from '#test/support/client'
import { aStockedShop, DAY, SHIPPING, today } from '#test/support/orders'
import { VILLAGE } from '#test/support/shop'
import { expected, newPhone, type World } from '#test/support/world'
import {
  cancelled,
  clockStrikes,
  completed,
  days,
  NOT_YET,
  type Order,
  type Shelf,
} from '#test/simulation/orders'
import type { People } from '#test/simulation/people'

type Sold = { order: Order; purchase: Purchase; paid: boolean }
type Purchase = {
  id: string
  code: string
  buyer: Client
  total: number
  status: 'pending' | 'settled' | 'expired' | 'cancelled'
  expiresAt: number
  orders: Order[]
}

const PRICE = 125_000
const SELLERS_STEPS = ['confirmation', 'packing', 'shipment', 'delivery'] as const
const STATES = { confirmation: 'confirmed', packing: 'packed' } as const

export class MarketModel {
  /** What the operator's bank account must hold. */
  bank = 0
  readonly shelves: Shelf[] = []
  private readonly purchases: Purchase[] = []
  private references = 0
  private readonly people: People
  private readonly operator: World<'owner'>

  constructor(people: People, operator: World<'owner'>) {
    this.people = people
    this.operator = operator
  }

  async open(stocks: readonly number[]): Promise<void> {
    for (const stock of stocks) {
      const shelf = await aStockedShop(this.operator, stock)
      const account = { bank: 'Bank Contoh', number: '0123456789', holder: shelf.shop.name }
      const path = `/api/enterprises/${shelf.shop.slug}/bank-account`
      expected(await shelf.shop.chair.put(path, account), 200)
      this.people.staff.push(shelf.shop.chair)
      this.shelves.push({ ...shelf, stock, owed: 0 })
    }
  }

  /** Buyers hold five unpaid purchases at the most; here each is somebody new. */
  async place(): Promise<void> {
    const { random } = this.people
    const shelves = this.shelves.filter(() => random.happens(0.6))
    const delivery = random.pick(['courier', 'courier', 'pickup'] as const)
    const quantity = random.between(1, 2)
    const buyer = new Client()
    for (const { product, stock } of shelves) {
      const line = { variantId: product.variants[0].id, quantity }
      const added = await buyer.post('/api/carts/current/lines', line)
      expected(added, stock >= quantity ? 201 : 409)
      if (added.status === 409) return
    }
    const shipping = delivery === 'courier' ? SHIPPING : 0
    const asked = {
      buyer: { name: 'Ratna Pembeli', phone: newPhone() },
      address: { street: 'Jl. Raya 12', areaCode: VILLAGE, postalCode: '46155' },
      deliveries: shelves.map(({ shop }) => ({ enterpriseId: shop.id, delivery })),
      expected: {
        goodsTotal: PRICE * quantity * shelves.length,
        shippingTotal: shipping * shelves.length,
      },
    }
    const placed = await this.people.ask(buyer, '/api/purchases', asked, shelves.length > 0)
    if (!placed) return
    const goods = PRICE * quantity
    const orders = placed.orders.map((one: Json): Order => {
      const shelf = shelves.find(({ shop }) => shop.slug === one.seller.slug)!
      shelf.stock -= quantity
      const toSeller = goods - (goods * 500) / 10_000 + shipping
      const { id, code, total } = one
      const life = { ...NOT_YET, status: 'placed', refunded: false }
      return { id, code, shelf, quantity, delivery, total, toSeller, ...life }
    })
    const { id, code, total } = placed
    const expiresAt = clock.now + DAY
    this.purchases.push({ id, code, buyer, total, status: 'pending', expiresAt, orders })
  }

  async settle(): Promise<void> {
    const purchase = this.anyPurchase()
    if (!purchase) return
    const received = { amount: purchase.total, receivedOn: today(), reference: purchase.code }
    const path = `/api/purchases/${purchase.id}/settlement`
    const may = purchase.status === 'pending'
    if (!(await this.people.ask(this.operator.owner, path, received, may))) return
    purchase.status = 'settled'
    for (const order of purchase.orders) order.shipBy = days(3)
    this.bank += purchase.total
  }

  async takeBack(): Promise<void> {
    const purchase = this.anyPurchase()
    if (!purchase) return
    const path = `/api/purchases/${purchase.code}/cancellation`
    const may = purchase.status === 'pending'
    if (await this.people.ask(purchase.buyer, path, {}, may)) lapse(purchase, 'cancelled')
  }

  /** The seller's next step with some order, or one that is not its turn. */
  async fulfil(): Promise<void> {
    const { random } = this.people
    const found = this.anyOrder(['placed', 'confirmed', 'packed', 'shipped'])
    if (!found) return
    const { order, paid } = found
    const next = nextStepOf(order)
    const step = random.happens(0.8) && next ? next : random.pick(SELLERS_STEPS)
    const body = step === 'shipment' ? { courier: 'JNE', trackingNumber: 'JP1234567890' } : {}
    const path = `/api/orders/${order.id}/${step}`
    if (!(await this.people.ask(order.shelf.shop.chair, path, body, paid && step === next))) {
      return
    }
    if (step === 'shipment') {
      Object.assign(order, { status: 'shipped', completeAt: days(14), arriveBy: days(10) })
    } else if (step === 'delivery')
      Object.assign(order, { status: 'delivered', completeAt: days(3) })
    else order.status = STATES[step]
  }

  async complete(): Promise<void> {
    const found = this.anyOrder(['shipped', 'delivered'])
    if (!found) return
    const { order, purchase } = found
    const may = order.status === 'shipped' || order.status === 'delivered'
    const path = `/api/orders/${order.code}/completion`
    if (await this.people.ask(purchase.buyer, path, {}, may)) completed(order)
  }

  async cancel(): Promise<void> {
    const found = this.anyOrder(['placed', 'confirmed', 'packed'])
    if (!found) return
    const { order, paid } = found
    const may = paid && ['placed', 'confirmed', 'packed'].includes(order.status)
    const path = `/api/orders/${order.id}/cancellation`
    const body = { reason: 'Bahan habis.' }
    if (!(await this.people.ask(order.shelf.shop.chair, path, body, may))) return
    cancelled(order)
  }

  async refund(): Promise<void> {
    const found = this.anyOrder(['cancelled'])
    if (!found) return
    const { order, paid } = found
    const body = { reference: this.newReference(), sentOn: today() }
    const seen = expected(await this.operator.owner.get(`/api/orders/${order.id}`), 200)
    const path = `/api/refunds/${seen.refunds[0]?.id ?? order.id}/transfer`
    const may = paid && order.status === 'cancelled' && !order.refunded
    if (!(await this.people.ask(this.operator.owner, path, body, may))) return
    order.refunded = true
    this.bank -= order.total
  }

  async payOut(): Promise<void> {
    const { random } = this.people
    const shelf = random.pick(this.shelves)
    const amount = random.happens(0.2) ? shelf.owed + 1 : random.between(1, shelf.owed + 1)
    const sent = { amount, reference: this.newReference(), sentOn: today() }
    const body = { enterpriseId: shelf.shop.id, ...sent }
    const may = amount <= shelf.owed
    if (!(await this.people.ask(this.operator.owner, '/api/payouts', body, may))) return
    shelf.owed -= amount
    this.bank -= amount
  }

  /** What the clock does by itself. */
  timeHasPassed(): void {
    for (const purchase of this.purchases) {
      if (purchase.status === 'pending' && purchase.expiresAt <= clock.now)
        lapse(purchase, 'expired')
      for (const order of purchase.orders) {
        clockStrikes(order)
      }
    }
  }

  private newReference = () => `Transfer ${(this.references += 1)}`

  private anyPurchase(): Purchase | undefined {
    return this.people.oneOf(this.purchases.slice(-12), ({ status }) => status === 'pending')
  }

  /** An order, mostly one that is paid and in one of these states. */
  private anyOrder(due: readonly string[]): Sold | undefined {
    const recent = this.purchases
      .slice(-16)
      .flatMap((purchase) => purchase.orders.map((order) => ({ order, purchase })))
    const sold = recent.map((one) => ({ ...one, paid: one.purchase.status === 'settled' }))
    return this.people.oneOf(sold, ({ order, paid }) => paid && due.includes(order.status))
  }
}

/** What the seller of a paid order does next. */
function nextStepOf({ status, delivery }: Order): (typeof SELLERS_STEPS)[number] | undefined {
  if (status === 'placed') return 'confirmation'
  if (status === 'confirmed') return 'packing'
  if (status === 'packed') return delivery === 'pickup' ? 'delivery' : 'shipment'
  return status === 'shipped' ? 'delivery' : undefined
}

function lapse(purchase: Purchase, status: 'expired' | 'cancelled'): void {
  purchase.status = status
  for (const order of purchase.orders) {
    order.status = status
    order.shelf.stock += order.quantity
  }
}
