import { describe, expect, it } from 'vitest'
import { aBasket, address, checkoutOf, withTariff } from '#test/support/basket'
import { Client } from '#test/support/client'
import { aProduct, aShop, VILLAGE } from '#test/support/shop'
import { anOperator, aPerson, expected } from '#test/support/world'

const BOOK = '/api/me/addresses'
const home = (more: Record<string, unknown> = {}) => ({
  label: 'Rumah',
  recipient: 'Ibu Ratna',
  phone: '0812-3456-7890',
  ...address(),
  ...more,
})

describe('the address book', () => {
  it('keeps addresses with the names of their places, the preferred one first', async () => {
    const person = await aPerson()
    const first = expected(await person.post(BOOK, home()), 201)
    expect(first).toMatchObject({ preferred: true, phone: '6281234567890', areaCode: VILLAGE })
    expect(first.areaText).toContain('Kab. Tasikmalaya')
    expected(await person.post(BOOK, home({ label: 'Kantor', preferred: true })), 201)
    const { items } = expected(await person.get(BOOK), 200)
    expect(
      items.map((one: { label: string; preferred: boolean }) => [one.label, one.preferred]),
    ).toEqual([
      ['Kantor', true],
      ['Rumah', false],
    ])
  })

  it('writes one anew, and takes one out; another is preferred then', async () => {
    const person = await aPerson()
    const { id } = expected(await person.post(BOOK, home()), 201)
    const office = expected(await person.post(BOOK, home({ label: 'Kantor' })), 201)
    const changed = home({ label: 'Rumah Ibu', street: 'Jl. Baru 9' })
    expect(expected(await person.put(`${BOOK}/${id}`, changed), 200)).toMatchObject({
      ...{ label: 'Rumah Ibu', street: 'Jl. Baru 9', preferred: true },
    })
    const left = expected(await person.delete(`${BOOK}/${id}`), 200)
    expect(left.items).toMatchObject([{ id: office.id, preferred: true }])
  })

  it('refuses what is no address, and a twenty-first', async () => {
    const person = await aPerson()
    for (const wrong of [{ areaCode: '32.06.34.2999' }, { street: '' }, { phone: 'x' }]) {
      expect((await person.post(BOOK, home(wrong))).status).toBe(400)
      expect((await person.put(`${BOOK}/none`, home(wrong))).status).toBeGreaterThanOrEqual(400)
    }
    for (let i = 0; i < 20; i += 1) {
      expected(await person.post(BOOK, home({ street: `Jl. Anyaman ${i}` })), 201)
    }
    expect((await person.post(BOOK, home())).body.slug).toBe('outside-limits')
    expect((await person.put(`${BOOK}/none`, home())).status).toBe(404)
    expect((await person.delete(`${BOOK}/none`)).status).toBe(404)
  })

  it('is hers alone', async () => {
    const person = await aPerson()
    const { id } = expected(await person.post(BOOK, home()), 201)
    const other = await aPerson()
    expect((await other.put(`${BOOK}/${id}`, home())).status).toBe(404)
    expect((await other.delete(`${BOOK}/${id}`)).status).toBe(404)
    const guest = new Client()
    expect((await guest.get(BOOK)).status).toBe(401)
    expect((await guest.post(BOOK, home())).status).toBe(401)
    expect((await guest.put(`${BOOK}/${id}`, home())).status).toBe(401)
    expect((await guest.delete(`${BOOK}/${id}`)).status).toBe(401)
  })

  it('takes in the address of a purchase when she says so, once', async () => {
    const operator = await anOperator()
    const shop = await withTariff(await aShop(operator))
    const product = await aProduct(shop)
    const person = await aPerson()
    for (let i = 0; i < 2; i += 1) {
      await aBasket([{ product }], person)
      const asked = { ...(await checkoutOf(person)), saveAddress: true }
      expected(await person.post('/api/purchases', asked), 201)
    }
    const { items } = expected(await person.get(BOOK), 200)
    expect(items).toMatchObject([{ recipient: 'Ibu Ratna', preferred: true }])
    const guest = await aBasket([{ product }], new Client())
    const asked = { ...(await checkoutOf(guest)), saveAddress: true }
    expected(await guest.post('/api/purchases', asked), 201)
  })
})
