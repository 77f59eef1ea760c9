/** A shop that sells one coffee by size and grind, with a label and a maker: opened through the API. */
import { expect } from 'vitest'
import type { Server } from '#test/support/server'

export const SETUP_TOKEN = 'the setup token of the browser tests'
const OPERATOR = '081234567890'
export const CHAIR = '081298765432'

const variant = (values: string[], price: number, grams: number, stock = 5) => ({
  ...{ values, price, weightGrams: grams + 20, stock },
  net: { quantity: grams, unit: 'g' },
  tiers: price < 60_000 ? [{ fromQuantity: 10, price: price - 5000 }] : [],
})

export async function openCoffeeShop(server: Server): Promise<void> {
  let cookie = ''

  async function ask(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Record<string, string>> {
    const response = await server.fetch(`/api${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...(cookie ? { cookie } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const session = response.headers
      .getSetCookie()
      .find((one) => one.startsWith('__Host-lumbung_s'))
    if (session) cookie = session.split(';')[0]!
    expect({ path, status: response.status < 400 }).toEqual({ path, status: true })
    return (await response.json()) as Record<string, string>
  }

  async function signIn(to: string, name: string): Promise<void> {
    const { code } = await ask('POST', '/sign-in-codes', { to })
    await ask('POST', '/sessions', { to, code, name })
  }

  const lead = { name: 'Ratna Dewi', phone: OPERATOR }
  await ask('POST', '/network', { name: 'Jaringan Priangan', lead, token: SETUP_TOKEN })
  await signIn(CHAIR, 'Euis Komariah')
  await ask('POST', '/enterprises', {
    ...{ name: 'Kopi Menoreh', craft: 'Kopi lereng', areaCode: '32.06.34.2002', phone: CHAIR },
    story: 'Dipetik merah, disangrai di kampung.',
  })
  await signIn(OPERATOR, 'Ratna Dewi')
  await ask('PATCH', '/organizations/kopi-menoreh/status', { status: 'open' })
  await signIn(CHAIR, 'Euis Komariah')
  const coffee = await ask('POST', '/enterprises/kopi-menoreh/products', {
    ...{ title: 'Kopi lereng <Menoreh>', description: 'Manis </script> & tebal.' },
    ...{ category: 'coffee-beans', unit: 'pack', options: ['Isi', 'Gilingan'] },
    variants: [
      variant(['250 g', 'Biji'], 50_000, 250),
      variant(['250 g', 'Halus'], 52_000, 250),
      variant(['1 kg', 'Biji'], 180_000, 1000, 0),
    ],
  })
  await ask('PUT', `/products/${coffee.id}/labels/halal`, { number: 'ID32110000123456789' })
  const maker = await ask('POST', '/enterprises/kopi-menoreh/makers', { name: 'Mak Onah' })
  await ask('PUT', `/products/${coffee.id}/makers`, { makers: [{ makerId: maker.id }] })
  await ask('PUT', `/products/${coffee.id}/status`, { status: 'listed' })
}
