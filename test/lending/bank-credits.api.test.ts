import { describe, expect, it } from 'vitest'
import { aBankedLender, aTransferIn } from '#test/support/bank-credits'
import { clock } from '#test/support/client'
import { balanceOf, rowsOf } from '#test/support/orders'
import { aLender, aPerson, expected, signInAgain } from '#test/support/world'

const list = (slug: string, status = 'new') => `/api/lenders/${slug}/bank-credits?status=${status}`

describe('a statement of a lender’s bank', () => {
  it('brings its lines once, however often it is imported', async () => {
    const banked = await aBankedLender()
    const { sent } = await aTransferIn(banked)
    const path = `/api/lenders/${banked.lender.slug}/bank-statements`
    const again = expected(await banked.lender.cashier.post(path, sent), 201)
    expect(again).toMatchObject({ added: 0, credits: 1 })
    const longer = { ...sent, text: `${sent.text}2026-11-21,LAIN,7000\n` }
    expect(expected(await banked.lender.cashier.post(path, longer), 201)).toMatchObject({
      added: 1,
    })
    expect(
      expected(await banked.lender.cashier.get(list(banked.lender.slug)), 200).items,
    ).toHaveLength(2)
  })

  it('is refused in words where its columns are not known', async () => {
    const { lender } = await aBankedLender()
    const sent = { fileName: 'a.csv', text: 'a,b\n1,2\n', columns: null }
    const path = `/api/lenders/${lender.slug}/bank-statements`
    expect((await lender.cashier.post(path, sent)).body.errors[0].pointer).toBe('/columns')
  })

  it('is for the lender’s own cashier', async () => {
    const { operator, lender } = await aBankedLender()
    const path = `/api/lenders/${lender.slug}/bank-statements`
    const sent = { fileName: 'a.csv', text: 'a,b\n1,2\n', columns: null }
    expected(await lender.officer.post(path, sent), 403)
    const other = await aLender(operator, ['cashier'])
    expected(await other.cashier.post(path, sent), 404)
    expected(await other.cashier.get(list(lender.slug)), 404)
    expected(await (await aPerson()).get(list(lender.slug)), 403)
  })
})

describe('a line', () => {
  it('is proposed to the loan it names, and to the only one of its amount', async () => {
    const banked = await aBankedLender()
    const first = await aTransferIn(banked)
    expect(first.credit.proposal).toMatchObject({ likeness: 'amount', loanId: first.loan.id })
    const second = await aTransferIn(banked, 'BAYAR PJ')
    expect(second.credit.proposal).toMatchObject({ likeness: 'named', loanId: second.loan.id })
  })

  it('repays the loan it is matched to, with a receipt that is sent, once', async () => {
    const banked = await aBankedLender()
    const { at, loan, amount, borrower } = await aTransferIn(banked)
    const matched = expected(
      await banked.lender.cashier.post(`${at}/match`, { loanNumber: loan.number }),
      201,
    )
    expect(matched).toMatchObject({ status: 'matched', loanId: loan.id })
    const receipt = expected(await borrower.get(`/api/receipts/${matched.receipt}`), 200)
    expect(receipt).toMatchObject({ channel: 'transfer', amount })
    expected(await banked.lender.cashier.post(`${at}/match`, { loanNumber: loan.number }), 409)
  })

  it('is not matched to a loan that is not there, nor by another lender', async () => {
    const banked = await aBankedLender()
    const { at, loan } = await aTransferIn(banked)
    expected(await banked.lender.cashier.post(`${at}/match`, { loanNumber: 99_999 }), 404)
    const other = await aLender(banked.operator, ['cashier'])
    expected(await other.cashier.post(`${at}/match`, { loanNumber: loan.number }), 404)
    expected(await banked.lender.officer.post(`${at}/match`, { loanNumber: loan.number }), 403)
  })

  it('waits in suspense with its age until it is known', async () => {
    const banked = await aBankedLender()
    const { at, loan, amount, credit } = await aTransferIn(banked)
    const aside = { to: 'suspense', note: 'Belum tahu dari siapa.' }
    expected(await banked.lender.cashier.post(`${at}/putting-aside`, aside), 201)
    expect(await balanceOf('suspense', credit.id)).toBe(amount)
    const { items } = expected(
      await banked.lender.cashier.get(list(banked.lender.slug, 'suspense')),
      200,
    )
    expect(items[0]).toMatchObject({ id: credit.id, age: 0, note: aside.note })
    expected(await banked.lender.cashier.post(`${at}/match`, { loanNumber: loan.number }), 201)
    expect(await balanceOf('suspense', credit.id)).toBe(0)
  })

  it('goes back to whoever sent it from suspense only, once', async () => {
    const banked = await aBankedLender()
    const { at, credit } = await aTransferIn(banked)
    const { cashier, officer } = banked.lender
    expected(await cashier.post(`${at}/return`, { reference: 'TRF 1' }), 409)
    expected(await cashier.post(`${at}/putting-aside`, { to: 'suspense', note: 'Salah' }), 201)
    expected(await officer.post(`${at}/return`, { reference: 'TRF 1' }), 403)
    const back = expected(await cashier.post(`${at}/return`, { reference: 'TRF 1' }), 201)
    expect(back).toMatchObject({ status: 'returned', note: 'TRF 1' })
    expect(await balanceOf('suspense', credit.id)).toBe(0)
    expected(await cashier.post(`${at}/return`, { reference: 'TRF 1' }), 409)
  })

  it('of a month that was closed meanwhile is kept in suspense from the day it is looked at', async () => {
    const banked = await aBankedLender()
    const { at, credit, amount } = await aTransferIn(banked)
    const { cashier, treasurer, slug } = banked.lender
    clock.now = Date.UTC(2026, 11, 3, 3)
    for (const who of [cashier, treasurer]) await signInAgain(who)
    expected(await treasurer.post(`/api/lenders/${slug}/periods/2026-11/closing`), 201)
    const aside = { to: 'suspense', note: 'Belum tahu dari siapa.' }
    expected(await cashier.post(`${at}/putting-aside`, aside), 201)
    expect(await balanceOf('suspense', credit.id)).toBe(amount)
    const [entry] = await rowsOf(
      `SELECT value_on FROM entries WHERE subject = ? ORDER BY id DESC`,
      credit.id,
    )
    expect(entry.value_on).toBe('2026-12-03')
  })

  it('that pays no loan is put aside with a word, and moves nothing', async () => {
    const banked = await aBankedLender()
    const { at, credit, loan } = await aTransferIn(banked)
    const { cashier, officer } = banked.lender
    const aside = { to: 'ignored', note: 'Bunga bank.' }
    expected(await officer.post(`${at}/putting-aside`, aside), 403)
    expected(await cashier.post(`${at}/putting-aside`, { ...aside, note: '' }), 400)
    expected(await cashier.post(`${at}/putting-aside`, aside), 201)
    expect(await balanceOf('suspense', credit.id)).toBe(0)
    expected(await cashier.post(`${at}/match`, { loanNumber: loan.number }), 409)
  })
})
