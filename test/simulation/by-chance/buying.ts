/** Buyers, and the treasurer who matches their money. */
import type { Bought, Command, Scene, Sold } from '#test/simulation/by-chance/course'
import { nextReference, NOTHING_YET, recent } from '#test/simulation/by-chance/course'
import { Http, type Json } from '#test/support/http'
import { newPhone, purchaseOf, today } from '#test/support/http-network'

/** A new guest with goods of some shops in her basket; sometimes more than there is. */
async function place(scene: Scene) {
  const { town, random } = scene
  const shops = town.shops.filter(() => random.happens(0.45))
  const chosen = shops.length > 0 ? shops : [random.pick(town.shops)]
  const buyer = new Http(town.operator.at)
  const quantity = random.weighted([
    [1, 80],
    [2, 18],
    [999, 2],
  ])
  for (const shop of chosen) {
    const line = { variantId: shop.variantId, quantity }
    await buyer.post('/api/carts/current/lines', line)
  }
  const phone = newPhone()
  const method = random.weighted([
    ['transfer', 76],
    ['cod', 12],
    ['midtrans', 12],
  ])
  const shipping = chosen.length * 10_000
  const body = {
    ...purchaseOf(chosen[0]!),
    buyer: { name: 'Ibu Ratna', phone },
    method,
    deliveries: chosen.map(({ id }) => ({ enterpriseId: id, delivery: 'courier' })),
    expected: { goodsTotal: 125_000 * quantity * chosen.length, shippingTotal: shipping },
    ...(scene.vouchers.length > 0 && random.happens(0.15)
      ? { vouchers: [random.pick(scene.vouchers)] }
      : {}),
  }
  const learn = (placed: Json) => {
    const { id, code, total } = placed
    const orders = (placed.orders as Json[]).map((one): Sold => {
      const shop = chosen.find(({ slug }) => slug === one.seller?.slug) ?? chosen[0]!
      const status = method === 'cod' ? 'placed' : 'unpaid'
      const { id, code } = one
      return { id, code, buyer, shop, status, cod: method === 'cod', ...NOTHING_YET }
    })
    scene.orders.push(...orders)
    const open = method !== 'cod'
    scene.purchases.push({ id, code, total, buyer, orders, method, reference: null, open })
  }
  return { who: buyer, path: '/api/purchases', body, learn }
}

/** What came: mostly what was asked, now and then more, less, or nothing like it. */
const received = (scene: Scene, { total, code }: Bought) => ({
  amount: scene.random.weighted([
    [total, 88],
    [total + 1000, 4],
    [Math.max(1, total - 500), 4],
    [total * 2, 4],
  ]),
  receivedOn: today(),
  reference: code,
})

export function paid(one: Bought): void {
  one.open = false
  for (const order of one.orders) order.status = 'placed'
}

export const buying: readonly Command[] = [
  { name: 'place', weight: 22, ask: place },
  {
    name: 'settle',
    weight: 20,
    ask: (scene) => {
      const one = recent(
        scene,
        scene.purchases,
        ({ open, method }) => open && method !== 'midtrans',
      )
      if (!one) return null
      const path = `/api/purchases/${one.id}/settlement`
      const learn = () => paid(one)
      const body = received(scene, one)
      // Other sums are refused for good reason; the right one only when its time is over.
      const missed = () => void (one.open &&= body.amount !== one.total)
      return { who: scene.town.operator, path, body, learn, missed }
    },
  },
  {
    name: 'take back',
    weight: 3,
    ask: (scene) => {
      const one = recent(scene, scene.purchases, ({ open }) => open)
      const end = () => void (one && (one.open = false))
      const path = `/api/purchases/${one?.code}/cancellation`
      return one && { who: one.buyer, path, body: {}, learn: end, missed: end }
    },
  },
  {
    name: 'unexplained money',
    weight: 2,
    ask: (scene) => {
      const amount = scene.random.between(10_000, 400_000)
      const body = { amount, receivedOn: today(), reference: nextReference(scene) }
      const learn = ({ id }: Json) => void scene.unexplained.push(id)
      return { who: scene.town.operator, path: '/api/payments/unmatched', body, learn }
    },
  },
  {
    name: 'giving that back',
    weight: 2,
    ask: (scene) => {
      const id = scene.unexplained.shift()
      const reference = nextReference(scene)
      const body = { returnedOn: today(), bank: 'Bank Contoh', account: '001', reference }
      const path = `/api/payments/unmatched/${id}/return`
      return id === undefined ? null : { who: scene.town.operator, path, body }
    },
  },
]
