/** The pages of a seller's days, with something on each. */
import { expected, type Http, type Json } from '#test/support/http'

type Asked = {
  chair: Http
  guest: Http
  buyer: Http
  slug: string
  variantId: string
  productId: string
  orderId: string
}
type Daily = Record<'chair' | 'guest' | 'buyer' | 'operatorOwner', string[]>

const SHEET =
  'nama;harga;berat;stok;kategori\nTas baru;Rp 45.000;300;4;bags\nTanpa harga;mahal;1;1;bags\n'

export async function dailyStops({ chair, guest, buyer, slug, ...known }: Asked): Promise<Daily> {
  const room = `/seller/${slug}`
  const { variantId, productId, orderId } = known
  const sheet = await importOf(chair, slug)
  const { items: goods } = (await guest.get(`/api/products?limit=1`)).body
  const product = `/products/${goods[0].slug}`
  const question = { text: 'Apakah tersedia warna lain?' }
  expected(await buyer.post(`/api${product}/questions`, question), 201)
  const { items: purchases } = (await buyer.get('/api/me/purchases')).body
  const orders: Json[] = purchases.flatMap((one: Json) => one.orders)
  const completed = orders.find((one) => one.status === 'completed') ?? orders[0]
  const own = `/orders/${completed.code}`
  return {
    chair: [
      ...[`${room}/products/table`, `${room}/imports`, `${room}/imports/${sheet}`],
      ...[`${room}/stock`, `${room}/stock/${variantId}`, `${room}/sales`, `${room}/sales?by=month`],
      ...[`${room}/reviews`, `${room}/reviews?which=all`, `${room}/questions`, `${room}/rest`],
      ...[`${room}/products/${productId}/history`, `${room}/orders/${orderId}/history`],
      ...[`${room}/start`, `/organizations/${slug}/companions`],
    ],
    guest: [`${product}/reviews`],
    buyer: [`${product}/reviews`, own, `${own}/reviews`],
    operatorOwner: ['/office/reviews', '/office/questions', '/office/questions?which=hidden'],
  }
}

/** A sheet goes as it is, not as JSON. */
async function importOf(chair: Http, slug: string): Promise<string> {
  const response = await fetch(`${chair.at.url}/api/enterprises/${slug}/imports?name=barang.csv`, {
    method: 'POST',
    headers: { cookie: chair.cookieLine(), 'content-type': 'text/csv' },
    body: SHEET,
  })
  const { id } = (await response.json()) as { id: string }
  return id
}
