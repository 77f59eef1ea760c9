import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { aDesk, aGroup, aGroupApplication, rejects } from '#test/support/applying'
import { Client, clock } from '#test/support/client'
import { anApplication, WISH } from '#test/support/desk'
import { jpeg } from '#test/support/pictures'
import { ring } from '#test/support/ticking'
import { aLender, expected, signInAgain, type Person } from '#test/support/world'
import { forgetIdentities } from '#worker/jobs/forgetting-identities'

const NIK = '3174015508900001'
const identified = { nik: '3174 0155 0890 0001', consents: ['identity'] }
const REASON = { reason: 'Mencocokkan dengan KTP di kantor.' }
const DAY = 24 * 60 * 60 * 1000

const { FILES, DB } = env as unknown as { FILES: R2Bucket; DB: D1Database }
const KTP = jpeg({ width: 640, height: 400, exif: true })

const send = (who: Person, path: string, file: Uint8Array = KTP, kind = 'ktp') =>
  who.post(`${path}/attachments?kind=${kind}`, new Uint8Array(file).buffer, {
    'content-type': 'application/octet-stream',
  })

const pathOf = async (who: Person, productId: string, changes: object = identified) =>
  `/api/loan-applications/${await anApplication(who, productId, changes)}`

describe('a NIK', () => {
  it('is shown masked, and lies sealed', async () => {
    const { borrower, productId, lender } = await aDesk()
    const path = await pathOf(borrower, productId)
    expect(expected(await borrower.get(path), 200).identity.nik).toBe('3174••••••••0001')
    const papers = expected(await lender.officer.get(`${path}/papers`), 200)
    expect(papers.identity).toMatchObject({ nik: '3174••••••••0001', openings: [] })
    const { results } = await DB.prepare('SELECT * FROM application_identities').all()
    const stored = JSON.stringify([
      results,
      (await DB.prepare('SELECT * FROM idempotency_keys').all()).results,
      (await DB.prepare('SELECT * FROM events').all()).results,
    ])
    expect(stored).not.toContain(NIK)
  })

  it('is taken with consent only, and only if it is one', async () => {
    const { borrower, productId } = await aDesk()
    const apply = (more: object) =>
      borrower.post('/api/loan-applications', { ...WISH, productId, ...more })
    const without = await apply({ nik: NIK })
    expect([without.status, without.body.errors[0].pointer]).toEqual([400, '/consents'])
    const wrong = await apply({ nik: '3174013113900001', consents: ['identity'] })
    expect(wrong.body.errors[0].pointer).toBe('/nik')
  })

  it('may be given later, by its applicant', async () => {
    const { borrower, productId, lender } = await aDesk()
    const path = await pathOf(borrower, productId, {})
    const body = { nik: NIK, consent: true }
    expect((await borrower.put(`${path}/identity`, { nik: NIK })).status).toBe(400)
    expect((await lender.officer.put(`${path}/identity`, body)).status).toBe(404)
    const { nik } = expected(await borrower.put(`${path}/identity`, body), 200)
    expect(nik).toBe('3174••••••••0001')
    expect(expected(await borrower.get(path), 200).consents).toMatchObject([
      { purpose: 'identity', withdrawnAt: null },
    ])
  })

  it('is opened by who reviews, for a reason that its applicant reads', async () => {
    const { borrower, productId, lender, operator } = await aDesk()
    const path = await pathOf(borrower, productId)
    const { id } = expected(await send(borrower, path), 201)
    const file = `${path}/attachments/${id}`
    expect((await lender.officer.get(file)).body.slug).toBe('reason-missing')
    expect((await lender.officer.post(`${path}/identity-openings`, {})).status).toBe(400)
    const opened = expected(await lender.officer.post(`${path}/identity-openings`, REASON), 201)
    expect(opened).toMatchObject({ nik: NIK, attachments: [id] })
    expect((await lender.officer.get(file)).status).toBe(200)
    expect((await lender.approver.get(file)).status).toBe(403)
    expect(expected(await borrower.get(path), 200).identity.openings).toMatchObject([REASON])
    clock.now += 11 * 60 * 1000
    expect((await lender.officer.get(file)).status).toBe(403)
    const other = await aLender(operator)
    const foreign = await other.officer.post(`${path}/identity-openings`, REASON)
    expect(foreign.status).toBe(404)
    expect((await borrower.post(`${path}/identity-openings`, REASON)).status).toBe(403)
    expect((await lender.cashier.post(`${path}/identity-openings`, REASON)).status).toBe(403)
  })

  it('stays closed once the consent is taken back, and is forgotten within the hour', async () => {
    const { borrower, productId, lender } = await aDesk()
    const path = await pathOf(borrower, productId)
    expected(await send(borrower, path), 201)
    expect((await borrower.delete(`${path}/consents/identity`)).status).toBe(204)
    expect((await lender.officer.post(`${path}/identity-openings`, REASON)).status).toBe(404)
    expect(await ring(forgetIdentities)).toBe(1)
    expect(await ring(forgetIdentities)).toBe(0)
    expect(expected(await borrower.get(path), 200)).toMatchObject({
      identity: { nik: null },
      attachments: [],
    })
    expect((await FILES.list({ prefix: 'applications/' })).objects).toEqual([])
  })

  it('is forgotten with all papers a month after a rejection, whoever asks twice', async () => {
    const desk = await aDesk()
    const { borrower, productId, lender } = desk
    const path = await pathOf(borrower, productId)
    expected(await send(borrower, path), 201)
    expected(await send(borrower, path, jpeg({ width: 300, height: 300 }), 'business-photo'), 201)
    await rejects(desk, path)
    await ring(forgetIdentities)
    clock.now += 29 * DAY
    expect(await ring(forgetIdentities)).toBe(0)
    clock.now += 2 * DAY
    expect(await ring(forgetIdentities)).toBe(1)
    expect(await ring(forgetIdentities)).toBe(0)
    await signInAgain(borrower)
    const { identity, attachments } = expected(await borrower.get(path), 200)
    expect([identity.nik, attachments]).toEqual([null, []])
    expect(identity.forgottenAt).not.toBeNull()
    expect((await FILES.list({ prefix: 'applications/' })).objects).toEqual([])
    await signInAgain(lender.officer)
    expect((await lender.officer.post(`${path}/identity-openings`, REASON)).status).toBe(404)
  })
})

describe('another application of the same person', () => {
  it('is found by NIK, telephone, person and share, within the lender alone', async () => {
    const { borrower, productId, lender, operator } = await aDesk()
    const group = await aGroup()
    const first = await pathOf(borrower, productId)
    const second = await pathOf(group.chair, productId)
    await aGroupApplication(group, productId)
    const other = await aLender(operator)
    const duplicates = async (path: string) =>
      expected(await lender.officer.get(`${path}/papers`), 200).duplicates.map(
        (one: { by: string }) => one.by,
      )
    expect(await duplicates(first)).toEqual(['nik'])
    expect(await duplicates(second)).toEqual(['nik', 'person'])
    expect((await other.officer.get(`${first}/papers`)).status).toBe(404)
    expect((await borrower.get(`${first}/papers`)).status).toBe(403)
    const { results } = await DB.prepare(
      'SELECT DISTINCT nik_index FROM application_identities WHERE nik IS NOT NULL',
    ).all()
    expect(results).toHaveLength(1)
  })
})

describe('a KTP', () => {
  it('lies encrypted in the store, and its applicant sees it as it was', async () => {
    const { borrower, productId } = await aDesk()
    const path = await pathOf(borrower, productId)
    const { id, sealed } = expected(await send(borrower, path), 201)
    expect(sealed).toBe(true)
    const [kept] = (await FILES.list({ prefix: 'applications/' })).objects
    const bytes = new Uint8Array(await (await FILES.get(kept!.key))!.arrayBuffer())
    expect([...bytes.slice(0, 3)]).not.toEqual([0xff, 0xd8, 0xff])
    const shown = await borrower.get(`${path}/attachments/${id}`)
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(shown.headers.get('cache-control')).toBe('private, no-store')
  })

  it('needs the consent, its applicant, a picture, and no copy of itself', async () => {
    const { borrower, productId, lender } = await aDesk()
    const bare = await pathOf(borrower, productId, {})
    expect((await send(borrower, bare)).body.slug).toBe('reason-missing')
    const path = await pathOf(borrower, productId)
    expect((await send(lender.officer, path)).status).toBe(404)
    expect((await send(borrower, path, new Uint8Array([1, 2, 3]))).body.slug).toBe(
      'picture-refused',
    )
    const { id } = expected(await send(borrower, path), 201)
    expect((await send(borrower, path)).body.slug).toBe('already-exists')
    expect((await send(borrower, path, KTP, 'plan')).body.slug).toBe('already-exists')
    const file = `${path}/attachments/${id}`
    expect((await lender.officer.delete(file)).status).toBe(404)
    expect((await new Client().delete(file)).status).toBe(401)
    expect((await borrower.delete(file)).status).toBe(204)
    expect((await borrower.get(file)).status).toBe(404)
    expected(await send(borrower, path), 201)
  })
})
