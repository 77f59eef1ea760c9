import { describe, expect, it } from 'vitest'
import * as deal from '#test/support/procurement'
import { aPartner, aPerson, expected } from '#test/support/world'

describe('PUT /api/companies/:slug', () => {
  it('writes down the papers, with the NPWP as digits and the village in words', async () => {
    const at = await deal.aDeal()
    const path = `/api/companies/${at.company.slug}`
    const seen = expected(await at.company.staff.get(path), 200)
    expect(seen).toMatchObject({
      mayManage: false,
      limit: 1_000_000,
      papers: { npwp: '012345678012000', prefix: 'SENTRA', tempoDays: 30 },
    })
    expect(seen.papers.areaText).toContain('Rajapolah')
    expect(expected(await at.company.owner.get(path), 200)).toMatchObject({
      mayManage: true,
      limit: null,
    })
    const company = await aPartner(at.operator)
    const none = expected(await company.owner.get(`/api/companies/${company.slug}`), 200)
    expect(none.papers).toBe(null)
  })

  it('refuses a wrong NPWP, limits upside down, and whoever is not the owner', async () => {
    const at = await deal.aDeal()
    const path = `/api/companies/${at.company.slug}`
    const put = (more: Record<string, unknown>) => at.company.owner.put(path, deal.papers(more))
    expect((await put({ npwp: '123' })).body.errors[0].pointer).toBe('/npwp')
    expect((await put({ managerLimit: 1 })).body.errors[0].pointer).toBe('/managerLimit')
    expect((await put({ prefix: 'PT Sentra' })).body.errors[0].pointer).toBe('/prefix')
    expect((await put({ areaCode: '32.06.34.2999' })).body.errors[0].pointer).toBe('/areaCode')
    expect((await at.company.manager.put(path, deal.papers())).status).toBe(403)
    const other = await deal.aCompany(at.operator)
    expect((await other.owner.put(path, deal.papers())).status).toBe(404)
    expect((await other.staff.get(path)).status).toBe(404)
    expect((await (await aPerson()).get(path)).status).toBe(403)
  })
})

describe('the papers of a seller', () => {
  it('are her shop’s name and region until she writes them down', async () => {
    const at = await deal.aDeal()
    const path = `/api/enterprises/${at.shop.slug}/papers`
    const before = expected(await at.clerk.get(path), 200)
    expect(before).toMatchObject({ legalName: at.shop.name, npwp: '', written: false })
    const own = { legalName: 'KUB Uji', address: 'Rajapolah', signatory: 'Ibu Siti' }
    expect(expected(await at.shop.chair.put(path, own), 200)).toMatchObject({
      signatory: 'Ibu Siti',
      written: true,
    })
    const vat = await at.shop.chair.put(path, { ...own, pkpSince: '2026-01-01' })
    expect(vat.body.errors[0].pointer).toBe('/npwp')
    expect((await at.shop.chair.put(path, { ...own, nib: '12' })).status).toBe(400)
    expect((await at.clerk.put(path, own)).status).toBe(403)
    expect((await at.company.staff.get(path)).status).toBe(403)
  })
})

describe('what waits today', () => {
  it('is named for each side', async () => {
    const at = await deal.aDeal()
    await deal.asked(at)
    await deal.quoted(at)
    await deal.accepted(at)
    const order = await deal.issued(at)
    await deal.invoiced(at, order, { quantity: 3 })
    await deal.sent(at, order, { quantity: 3 })
    await deal.received(at, order, { quantity: 3 })
    const mine = `/api/companies/${at.company.slug}/procurement`
    const counts = (waiting: Record<string, unknown[]>) =>
      Object.fromEntries(Object.entries(waiting).map(([name, items]) => [name, items.length]))
    const answer = await at.company.staff.get(mine)
    expect(counts(answer.body)).toEqual({
      ...{ quotations: 1, purchaseOrders: 1, handovers: 1, invoices: 1 },
    })
    expect(answer.body.invoices[0]).toMatchObject({ number: 'INV/2026/0001', on: '2026-12-22' })
    expect(answer.cost.trips).toBe(2)
    const theirs = `/api/enterprises/${at.shop.slug}/procurement`
    expect(counts(expected(await at.clerk.get(theirs), 200))).toEqual({
      ...{ quotations: 1, purchaseOrders: 1, handovers: 1, invoices: 1 },
    })
    const other = await deal.aCompany(at.operator)
    expect((await other.staff.get(mine)).status).toBe(404)
    expect((await other.staff.get(theirs)).status).toBe(403)
  })
})

describe('GET /api/companies/:slug/spending', () => {
  it('sums what was invoiced by month, seller, region and category', async () => {
    const at = await deal.aDeal()
    const order = await deal.issued(at, { shipping: 0 })
    await deal.invoiced(at, order, { quantity: 4 })
    const second = await deal.invoiced(at, order, { quantity: 6 })
    const reason = { reason: 'Salah tulis' }
    expected(await at.shop.chair.post(`/api/invoices/${second.id}/cancellation`, reason), 201)
    const path = `/api/companies/${at.company.slug}/spending`
    const answer = await at.company.staff.get(path)
    expect(expected(answer, 200)).toMatchObject({
      total: 480_000,
      sellers: 1,
      bySeller: [{ key: at.shop.slug, amount: 480_000 }],
      byRegion: [{ amount: 480_000 }],
      byCategory: [{ key: 'bags', amount: 480_000 }],
    })
    expect(answer.body.byMonth[10]).toMatchObject({ key: '2026-11', amount: 480_000 })
    expect(answer.cost.trips).toBe(2)
    expect((await at.company.staff.get(`${path}?year=1999`)).status).toBe(400)
    const other = await deal.aCompany(at.operator)
    expect((await other.staff.get(path)).status).toBe(404)
  })
})
