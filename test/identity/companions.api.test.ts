import { describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import { aPaidOrder, DAY } from '#test/support/orders'
import { aProduct, aShop, type Shop } from '#test/support/shop'
import {
  aFacilitator,
  anOperator,
  aPerson,
  expected,
  signInAgain,
  type Person,
} from '#test/support/world'

const guest = new Client()

async function aVillage() {
  const operator = await anOperator()
  const shop = await aShop(operator)
  const facilitator = await aFacilitator(operator, ['companion'])
  return { operator, shop, facilitator, companion: facilitator.companion }
}

const asked = (companion: Person, more: Record<string, unknown> = {}) => ({
  phone: companion.phone,
  scopes: ['products', 'orders'],
  endsOn: '2027-02-28',
  ...more,
})

const grant = (shop: Shop, companion: Person, more = {}) =>
  shop.chair.post(`/api/organizations/${shop.slug}/companions`, asked(companion, more))

describe('a companion who acts for a group', () => {
  it('manages its goods and orders; her name stands in the history', async () => {
    const { shop, companion } = await aVillage()
    const product = await aProduct(shop)
    const path = `/api/enterprises/${shop.slug}/products`
    expect((await companion.get(path)).status).toBe(403)
    expect(expected(await grant(shop, companion), 201)).toMatchObject({ state: 'running' })
    expected(await companion.patch(`/api/products/${product.id}`, { title: 'Tas dari Sari' }), 200)
    const { items } = expected(await shop.chair.get(`${path}/${product.id}/history`), 200)
    expect(items[0]).toMatchObject({ type: 'edited', by: { companion: true } })
    expect(items.at(-1)).toMatchObject({ type: 'drafted', by: { companion: false } })
    const me = expected(await companion.get('/api/me'), 200)
    const own = me.organizations.find((one: { slug: string }) => one.slug === shop.slug)
    expect(own.permissions).toEqual([
      ...['order.fulfil', 'product.manage', 'question.answer', 'review.reply'],
    ])
  })

  it('takes orders on, and is named for it', async () => {
    const order = await aPaidOrder()
    const facilitator = await aFacilitator(order.operator, ['companion'])
    expected(await grant(order.shop, facilitator.companion, { scopes: ['orders'] }), 201)
    expected(await facilitator.companion.post(`/api/orders/${order.id}/confirmation`), 201)
    const path = `/api/enterprises/${order.shop.slug}/orders/${order.id}/history`
    const { items } = expected(await order.shop.chair.get(path), 200)
    expect(items[0]).toMatchObject({ type: 'confirmed', by: { companion: true } })
  })

  it('confirms, packs and sends, but neither cancels nor gives money back', async () => {
    const order = await aPaidOrder()
    const { companion } = await aFacilitator(order.operator, ['companion'])
    expected(await grant(order.shop, companion, { scopes: ['orders'] }), 201)
    const path = `/api/orders/${order.id}`
    const taken = expected(await companion.post(`${path}/confirmation`), 201)
    expect(taken.deeds).toEqual(['packing'])
    expect(expected(await companion.get(path), 200).deeds).toEqual(['packing'])
    for (const deed of [
      ...['cancellation', 'cancellation-answer', 'refunds', 'refunds/x/transfer'],
      ...['returns/1/answer', 'returns/1/refund', 'complaints/1/refund'],
    ]) {
      const asked = { reason: 'Stok habis', lines: [{ n: 1, quantity: 1 }] }
      expect((await companion.post(`${path}/${deed}`, asked)).status, deed).toBe(403)
    }
    expect(expected(await order.shop.chair.get(path), 200).deeds).toContain('cancellation')
    expected(await companion.post(`${path}/packing`), 201)
    const parcel = { courier: 'JNE', trackingNumber: 'JX1234567890' }
    expect(expected(await companion.post(`${path}/shipment`, parcel), 201).status).toBe('shipped')
  })

  it('never reaches money, the bank account, the members or the profile', async () => {
    const { shop, companion } = await aVillage()
    const account = { bank: 'BRI', number: '012345678901234', holder: 'Kelompok' }
    const api = `/api/enterprises/${shop.slug}`
    expected(await shop.chair.put(`${api}/bank-account`, account), 200)
    expected(await grant(shop, companion), 201)
    for (const path of [`${api}/balance`, `${api}/exports/balance`]) {
      expect((await companion.get(path)).status).toBe(403)
    }
    expect((await companion.put(`${api}/bank-account`, account)).status).toBe(403)
    expect((await companion.patch(api, { story: 'Cerita' })).status).toBe(403)
    expect((await companion.put(`${api}/rest`, { from: '2026-12-01' })).status).toBe(403)
    expect(expected(await companion.get(api), 200).bankAccount).toBeNull()
    expect(expected(await companion.get(`${api}/today`), 200).money).toBeNull()
    const organization = `/api/organizations/${shop.slug}`
    expect((await companion.get(`${organization}/companions`)).status).toBe(403)
    expect((await companion.get(`${organization}/members`)).status).not.toBe(200)
  })

  it('reaches no more than she was given, and no other group', async () => {
    const { operator, shop, companion } = await aVillage()
    const other = await aShop(operator)
    expected(await grant(shop, companion, { scopes: ['orders'] }), 201)
    expect((await companion.get(`/api/enterprises/${shop.slug}/products`)).status).toBe(403)
    expected(await companion.get(`/api/enterprises/${shop.slug}/orders`), 200)
    expect((await companion.get(`/api/enterprises/${other.slug}/orders`)).status).toBe(404)
  })

  it('acts no longer once it has ended, been revoked, or she has left the facilitator', async () => {
    const { shop, facilitator, companion } = await aVillage()
    const orders = `/api/enterprises/${shop.slug}/orders`
    const short = expected(await grant(shop, companion, { endsOn: '2026-11-23' }), 201)
    expected(await companion.get(orders), 200)
    clock.now += 2 * DAY
    expect((await companion.get(orders)).status).toBe(403)
    await signInAgain(shop.chair)
    const list = `/api/organizations/${shop.slug}/companions`
    expect(expected(await shop.chair.get(list), 200).items).toMatchObject([
      { id: short.id, state: 'ended' },
    ])
    expect((await shop.chair.delete(`${list}/${short.id}`)).body.slug).toBe('illegal-transition')

    const { id } = expected(await grant(shop, companion), 201)
    expected(await companion.get(orders), 200)
    expect(expected(await shop.chair.delete(`${list}/${id}`), 200).state).toBe('revoked')
    expect((await companion.get(orders)).status).toBe(403)

    expected(await grant(shop, companion), 201)
    const member = `/api/organizations/${facilitator.slug}/members/${companion.id}`
    expected(await facilitator.owner.delete(member), 204)
    expect((await (await signInAgain(companion)).get(orders)).status).toBe(403)
  })

  it('is a companion of the network, named once, for a year at most', async () => {
    const { shop, companion } = await aVillage()
    const wrong = async (more: Record<string, unknown>) =>
      (await grant(shop, companion, more)).body.errors?.[0]?.pointer
    expect(await wrong({ phone: (await aPerson()).phone })).toBe('/phone')
    expect(await wrong({ endsOn: '2026-11-21' })).toBe('/endsOn')
    expect(await wrong({ endsOn: '2028-01-01' })).toBe('/endsOn')
    expect(await wrong({ scopes: [] })).toBe('/scopes')
    expected(await grant(shop, companion), 201)
    expect((await grant(shop, companion)).body.slug).toBe('already-exists')
  })

  it('is chosen by whoever leads the group, and by nobody else', async () => {
    const { operator, shop, facilitator, companion } = await aVillage()
    const path = `/api/organizations/${shop.slug}/companions`
    const { id } = expected(await grant(shop, companion), 201)
    const other = await aShop(operator)
    for (const who of [guest, companion, other.chair, facilitator.owner]) {
      for (const answer of [
        await who.get(path),
        await who.post(path, asked(companion)),
        await who.delete(`${path}/${id}`),
      ]) {
        expect([401, 403, 404]).toContain(answer.status)
      }
    }
    const theirs = `/api/organizations/${facilitator.slug}/companions`
    expect((await facilitator.owner.get(theirs)).status).toBe(404)
    const product = await aProduct(shop)
    const history = `/api/enterprises/${shop.slug}/products/${product.id}/history`
    expect((await guest.get(history)).status).toBe(401)
    expect((await other.chair.get(history)).status).toBe(404)
    expect((await shop.chair.get(`${history}?limit=0`)).status).toBe(400)
    const orders = `/api/enterprises/${shop.slug}/orders/none/history`
    expect((await guest.get(orders)).status).toBe(401)
    expect((await shop.chair.get(`${orders}?limit=0`)).status).toBe(400)
  })
})
