import { describe, expect, it } from 'vitest'
import { Client, newKey } from '#test/support/client'
import { anEnterprise, aProduct, aShop, profile } from '#test/support/shop'
import { anOperator, aPerson, expected, inviteAndJoin } from '#test/support/world'

const guest = new Client()

describe('POST /api/enterprises', () => {
  it('makes whoever registers an enterprise its chair; it waits for the operator', async () => {
    const person = await aPerson()
    const asked = profile({ name: 'Sinar Mendong', pickupPlace: '', womenLed: true })
    const answer = expected(await person.post('/api/enterprises', asked), 201)
    expect(answer).toMatchObject({
      ...{ slug: 'sinar-mendong', status: 'pending', phone: '6281234567890', pickupPlace: null },
      ...{ region: { code: '32.06', name: 'Kab. Tasikmalaya' }, womenLed: true, bankAccount: null },
    })
    const { organizations } = expected(await person.get('/api/me'), 200)
    expect(organizations).toMatchObject([{ slug: 'sinar-mendong', roles: ['chair'] }])
    expect((await guest.get('/api/shops/sinar-mendong')).status).toBe(404)
  })

  it('registers once under one key, and another of the same name under another address', async () => {
    const person = await aPerson()
    const asked = profile({ name: 'Melati' })
    const key = { 'idempotency-key': newKey() }
    const twice = [1, 2].map(() => person.post('/api/enterprises', asked, key))
    const slugs = (await Promise.all(twice)).map((one) => expected(one, 201).slug)
    expect(slugs).toEqual(['melati', 'melati'])
    const other = expected(await (await aPerson()).post('/api/enterprises', asked), 201)
    expect(other.slug).toBe('melati-2')
  })

  it('refuses a place that is none, a number that is none, a guest, and the sixth of a day', async () => {
    const person = await aPerson()
    for (const [more, pointer] of [
      [{ areaCode: '32.06' }, '/areaCode'],
      [{ areaCode: '99.06.34.2002' }, '/areaCode'],
      [{ phone: '12345' }, '/phone'],
      [{ name: '' }, '/name'],
    ] as const) {
      const { status, body } = await person.post('/api/enterprises', profile(more))
      expect({ more, status, errors: body.errors }).toMatchObject({
        status: 400,
        errors: [{ pointer }],
      })
    }
    expect((await guest.post('/api/enterprises', profile())).status).toBe(401)
    for (let n = 0; n < 5; n += 1) expected(await person.post('/api/enterprises', profile()), 201)
    expect((await person.post('/api/enterprises', profile())).status).toBe(429)
  })
})

describe('PATCH /api/enterprises/{slug}', () => {
  it('changes what the shop says, and its goods move with it', async () => {
    const shop = await aShop(await anOperator())
    await aProduct(shop)
    const change = {
      name: 'Mendong Baru',
      areaCode: '33.17.14.2001',
      womenLed: true,
      story: 'Sejak 1998.',
    }
    expected(await shop.chair.patch(`/api/enterprises/${shop.slug}`, change), 200)
    const shown = expected(await guest.get(`/api/shops/${shop.slug}`), 200)
    expect(shown).toMatchObject({ name: 'Mendong Baru', story: 'Sejak 1998.', womenLed: true })
    for (const query of ['region=33.17', 'q=rembang', 'q=baru', 'womenLed=true']) {
      expect(expected(await guest.get(`/api/products?${query}`), 200).items).toHaveLength(1)
    }
    expect(expected(await guest.get('/api/products?region=32'), 200).items).toEqual([])
  })

  it('refuses what is wrong, and whoever does not edit it', async () => {
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    const path = `/api/enterprises/${mine.slug}`
    expect((await mine.chair.patch(path, { craft: 'x' })).status).toBe(400)
    expect((await other.chair.patch(path, { craft: 'Batik' })).status).toBe(404)
    expect((await guest.patch(path, { craft: 'Batik' })).status).toBe(401)
    const treasurer = await inviteAndJoin(mine.chair, mine.slug, 'treasurer')
    expect((await treasurer.patch(path, { craft: 'Batik' })).status).toBe(403)
  })

  it('is seen by those who work there', async () => {
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    const path = `/api/enterprises/${mine.slug}`
    expect(expected(await mine.chair.get(path), 200)).toMatchObject({ id: mine.id })
    expect((await other.chair.get(path)).status).toBe(404)
    expect((await guest.get(path)).status).toBe(401)
  })
})

describe('GET /api/shops', () => {
  it('lists open shops, the newest first, of a region or of all', async () => {
    const operator = await anOperator()
    const tasik = await aShop(operator)
    const lasem = await aShop(operator, { areaCode: '33.17.14.2001' })
    await anEnterprise()
    const slugs = async (query: string) => {
      const { items } = expected(await guest.get(`/api/shops${query}`), 200)
      return (items as unknown as { slug: string }[]).map((one) => one.slug)
    }
    expect((await slugs('')).toSorted()).toEqual([tasik.slug, lasem.slug].toSorted())
    expect(await slugs('?region=32')).toEqual([tasik.slug])
    expect(await slugs('?region=33.17')).toEqual([lasem.slug])
    const { next } = expected(await guest.get('/api/shops?limit=1'), 200)
    expect(await slugs(`?limit=1&after=${next}`)).toHaveLength(1)
    expect((await guest.get('/api/shops?region=1')).status).toBe(400)
  })

  it('shows a shop that rests, and says so', async () => {
    const operator = await anOperator()
    const shop = await aShop(operator)
    const path = `/api/organizations/${shop.slug}/status`
    expected(await operator.owner.patch(path, { status: 'paused' }), 200)
    expect(expected(await guest.get(`/api/shops/${shop.slug}`), 200).open).toBe(false)
    expect((await guest.get('/api/shops/none')).status).toBe(404)
  })
})
