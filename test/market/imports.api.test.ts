import { describe, expect, it } from 'vitest'
import { bindings, Client, clock, newKey, type Json } from '#test/support/client'
import { anEnterprise, aShop, type Shop } from '#test/support/shop'
import { rowsOf } from '#test/support/orders'
import { CSV, imported, OWN, send } from '#test/support/sheets'
import { anOperator, aPerson, expected, inviteAndJoin } from '#test/support/world'
import worker from '#worker/index'

const guest = new Client()
const itemsOf = async (shop: Shop, id: string, query = ''): Promise<Json[]> => {
  const path = `/api/enterprises/${shop.slug}/imports/${id}/items${query}`
  return expected(await shop.chair.get(path, { 'accept-language': 'id' }), 200).items
}

const goodsOf = async (shop: Shop): Promise<Json[]> =>
  expected(await shop.chair.get(`/api/enterprises/${shop.slug}/products?limit=100`), 200).items

describe('POST /api/enterprises/{slug}/imports', () => {
  it('shows what a sheet would do and does nothing yet', async () => {
    const shop = await anEnterprise()
    const shown = expected(await send(shop, OWN, '?name=barang.csv'), 201)
    expect(shown).toMatchObject({
      ...{ fileName: 'barang.csv', layout: 'own', status: 'previewed', rows: 3, work: 2 },
      ...{ created: 2, changed: 0, unchanged: 0, faulty: 0, done: 0 },
    })
    expect(await itemsOf(shop, shown.id)).toMatchObject([
      { line: 2, outcome: 'created', title: 'Tas Pandan' },
      { line: 4, outcome: 'created', title: 'Tikar Mendong' },
    ])
    expect(await goodsOf(shop)).toEqual([])
  })

  it('names line, column and heading of each fault', async () => {
    const shop = await anEnterprise()
    const sheet = 'nama,kategori,harga,berat\nTas,bags,"12,5",100\nTikar,mobil,5000,100\n'
    const shown = expected(await send(shop, sheet), 201)
    expect(shown).toMatchObject({ faulty: 2, work: 0 })
    expect(await itemsOf(shop, shown.id, '?outcome=fault')).toMatchObject([
      { line: 2, fault: { column: 3, heading: 'harga', detail: expect.stringContaining('12500') } },
      { line: 3, fault: { column: 2, heading: 'kategori' } },
    ])
  })

  it('refuses what is no sheet of goods, too large or too long', async () => {
    const shop = await anEnterprise()
    expect((await send(shop, 'a,b\n1,2\n')).body.errors).toMatchObject([{ pointer: '/file' }])
    expect((await send(shop, 'PK\u0003\u0004xlsx')).status).toBe(400)
    expect((await send(shop, 'x'.repeat(2 * 1024 * 1024 + 1))).status).toBe(413)
    const rows = Array.from({ length: 5001 }, (_, i) => `Barang ${i},1000`)
    expect((await send(shop, `nama,harga\n${rows.join('\n')}`)).status).toBe(400)
    expect((await send(shop, OWN, '?weightGrams=berat')).status).toBe(400)
  })

  it('is for those who manage products of that enterprise', async () => {
    const [mine, other] = [await anEnterprise(), await anEnterprise()]
    const { id } = expected(await send(mine, OWN), 201)
    const path = `/api/enterprises/${mine.slug}/imports`
    for (const one of [path, `${path}/${id}`, `${path}/${id}/items`]) {
      expect((await guest.get(one)).status).toBe(401)
      expect((await other.chair.get(one)).status).toBe(404)
    }
    expect((await guest.post(path, OWN, CSV)).status).toBe(401)
    expect((await (await aPerson()).post(path, OWN, CSV)).status).toBe(403)
    expect((await other.chair.post(`${path}/${id}/application`)).status).toBe(404)
    const theirs = `/api/enterprises/${other.slug}/imports/${id}`
    expect((await other.chair.get(theirs)).status).toBe(404)
    expect((await other.chair.get(`${theirs}/items`)).status).toBe(404)
    const member = await inviteAndJoin(mine.chair, mine.slug, 'member')
    expect((await member.get(path)).status).toBe(403)
    expect(expected(await mine.chair.get(path), 200).items).toMatchObject([{ id }])
    expect((await mine.chair.get(`${path}/${id}/items?outcome=none`)).status).toBe(400)
  })
})

describe('POST /api/enterprises/{slug}/imports/{id}/application', () => {
  it('brings the goods, and a second time changes nothing', async () => {
    const shop = await aShop(await anOperator())
    expect(await imported(shop, OWN)).toMatchObject({ status: 'done', created: 2, done: 2 })
    expect(await goodsOf(shop)).toMatchObject([
      { title: 'Tikar Mendong', status: 'draft', category: 'weaving' },
      { title: 'Tas Pandan', status: 'listed', priceFrom: 125_000, stockTotal: 7 },
    ])
    expect(expected(await guest.get('/api/products?q=pandan'), 200).items).toHaveLength(1)
    expect(await imported(shop, OWN)).toMatchObject({ unchanged: 2, work: 0 })
    const shown = expected(await send(shop, OWN), 201)
    const path = `/api/enterprises/${shop.slug}/imports/${shown.id}/application`
    expect((await shop.chair.post(path)).body.slug).toBe('illegal-transition')
  })

  it('changes what the sheet says otherwise and leaves what it leaves out', async () => {
    const shop = await anEnterprise()
    await imported(shop, OWN)
    const next = 'nama,sku,harga,stok\nTas Pandan Besar,TP-M,130.000,\n'
    const done = await imported(shop, next)
    expect(done).toMatchObject({ status: 'done', changed: 1, created: 0 })
    const [item] = await itemsOf(shop, done.id)
    expect(item).toMatchObject({ outcome: 'changed', fields: ['title', 'price'] })
    const tas = (await goodsOf(shop)).find((one) => one.title === 'Tas Pandan Besar')!
    expect(tas.variants).toMatchObject([
      { name: 'Merah', price: 130_000, stock: 5 },
      { name: 'Biru', price: 125_000, stock: 2 },
    ])
  })

  it('knows goods of other shops again by their own names where they have no SKU', async () => {
    const shop = await anEnterprise()
    const shopify = [
      'Handle,Title,Option1 Value,Variant Price,Variant Grams',
      'kopi,Kopi Gayo,250 g,60000.00,250',
      'kopi,,500 g,115000.00,500',
    ].join('\n')
    const query = '?category=coffee'
    expect(await imported(shop, shopify, query)).toMatchObject({ created: 1, status: 'done' })
    expect(await imported(shop, shopify, query)).toMatchObject({ unchanged: 1, work: 0 })
    const dearer = shopify.replace('60000.00', '65000.00')
    expect(await imported(shop, dearer, query)).toMatchObject({ changed: 1, created: 0 })
    const [kopi] = await goodsOf(shop)
    expect(kopi!.variants.map((one: Json) => one.price)).toEqual([65_000, 115_000])
  })

  it('gives a new variant its values, and refuses one that is like another or has none', async () => {
    const shop = await anEnterprise()
    const shopify = [
      'Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant Price,Variant Grams',
      'kopi,Kopi Gayo,Berat,250 g,Giling,Halus,60000.00,250',
      'kopi,,,500 g,,Kasar,115000.00,500',
    ].join('\n')
    const query = '?category=coffee'
    expect(await imported(shop, shopify, query)).toMatchObject({ created: 1, faulty: 0 })
    const more = `${shopify}\nkopi,,,1 kg,,Kasar,210000.00,1000`
    expect(await imported(shop, more, query)).toMatchObject({ changed: 1, faulty: 0 })
    expect(await imported(shop, more, query)).toMatchObject({ unchanged: 1, work: 0 })
    const [kopi] = await goodsOf(shop)
    expect(kopi!.variants.map((one: Json) => [one.name, one.values])).toEqual([
      ['250 g, Halus', ['250 g', 'Halus']],
      ['500 g, Kasar', ['500 g', 'Kasar']],
      ['1 kg, Kasar', ['1 kg', 'Kasar']],
    ])
    const head = 'id_produk,varian,harga,berat_gram'
    const own = `${head}\n${kopi!.id},"2 kg, Halus",400000,2000`
    const named = own
      .replace('id_produk', 'id_produk,nama')
      .replace(kopi!.id, `${kopi!.id},Kopi Gayo`)
    expect(await imported(shop, named)).toMatchObject({ changed: 1, faulty: 0 })
    const [four] = await goodsOf(shop)
    expect(four!.variants.at(-1)).toMatchObject({ values: ['2 kg', 'Halus'] })
    const like = named.replace('2 kg, Halus', '1 KG, Kasar')
    expect(expected(await send(shop, like), 201)).toMatchObject({ faulty: 1, work: 0 })
  })

  it('takes category and weight from what was chosen where the sheet has none', async () => {
    const shop = await anEnterprise()
    const sheet = 'nama,harga\nSabun Sereh,15.000\n'
    expect(expected(await send(shop, sheet), 201)).toMatchObject({ faulty: 1 })
    const done = await imported(shop, sheet, '?category=home&weightGrams=150')
    expect(done).toMatchObject({ created: 1 })
    expect(await goodsOf(shop)).toMatchObject([
      { category: 'home', variants: [{ weightGrams: 150, stock: 0 }] },
    ])
  })

  it('imports many rows page by page and saves what is right around what is wrong', async () => {
    const shop = await anEnterprise()
    const rows = Array.from({ length: 180 }, (_, i) => {
      return `Barang ${i},S-${i},${i === 77 ? 'mahal' : 1000 + i},100,3,other`
    })
    const sheet = `nama,sku,harga,berat,stok,kategori\n${rows.join('\n')}\n`
    expect(await imported(shop, sheet)).toMatchObject({
      ...{ status: 'done', created: 179, faulty: 1, done: 179, work: 179 },
    })
    const [{ n }] = await rowsOf('SELECT count(*) AS n FROM products')
    expect(n).toBe(179)
    expect(await imported(shop, sheet)).toMatchObject({ unchanged: 179, faulty: 1, work: 0 })
  })

  it('happens once, however often and by whomever it is sent at the same time', async () => {
    const shop = await anEnterprise()
    const { id } = expected(await send(shop, OWN), 201)
    const path = `/api/enterprises/${shop.slug}/imports/${id}/application`
    const key = { 'idempotency-key': newKey() }
    const answers = await Promise.all([1, 2, 3].map(() => shop.chair.post(path, {}, key)))
    expect(answers.map((one) => one.status)).toEqual([201, 201, 201])
    expect(await goodsOf(shop)).toHaveLength(2)
    const twice = [expected(await send(shop, WOO), 201), expected(await send(shop, WOO), 201)]
    await Promise.all(
      twice.map((one) =>
        shop.chair.post(`/api/enterprises/${shop.slug}/imports/${one.id}/application`),
      ),
    )
    const woo = (await goodsOf(shop)).filter((one) => one.title === 'Kopi Gayo')
    expect(woo).toHaveLength(1)
  })

  it('is taken up by the clock where it was left', async () => {
    const shop = await anEnterprise()
    const { id } = expected(await send(shop, OWN), 201)
    await rowsOf("UPDATE imports SET status = 'running' WHERE id = ?", id)
    clock.now += 60_000
    const scheduled = worker.scheduled as unknown as (
      at: { scheduledTime: number },
      env: unknown,
      ctx: { waitUntil(all: Promise<unknown>): void },
    ) => Promise<void>
    const waiting: Promise<unknown>[] = []
    const ctx = { waitUntil: (all: Promise<unknown>) => void waiting.push(all) }
    await scheduled({ scheduledTime: clock.now }, bindings(), ctx)
    await Promise.all(waiting)
    expect(await goodsOf(shop)).toHaveLength(2)
  })
})

const WOO = `ID,Type,SKU,Name,Stock,"Weight (kg)","Regular price",Categories,Parent,"Attribute 1 value(s)"
40,variable,,Kopi Gayo,,,,Kopi & teh,,"250 g, 500 g"
41,variation,,Kopi,4,0.25,60000,,id:40,250 g
42,variation,,Kopi,3,0.5,115000,,id:40,500 g
`
