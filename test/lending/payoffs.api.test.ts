import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '#worker/kernel/calendar'
import { Client } from '#test/support/client'
import { aBankedLender } from '#test/support/bank-credits'
import { balanceOf, rowsOf, today } from '#test/support/orders'
import { aLoan } from '#test/support/payout-shares'
import { aLender, aPerson, expected } from '#test/support/world'

async function aBorrower() {
  const banked = await aBankedLender()
  const borrower = await aPerson()
  const { id } = await aLoan(banked.lender, borrower, banked.productId)
  const path = `/api/loans/${id}`
  const { loan } = expected(await borrower.get(path), 200)
  const quote = async (on = today()) =>
    expected(await borrower.get(`${path}/payoff-quote?on=${on}`), 200)
  return { ...banked, borrower, loan, path, quote }
}

const told = async (template: string) =>
  (await rowsOf('SELECT destination, body FROM outbox WHERE template = ?', template)).map(
    ({ destination, body }) => [destination, body],
  )

describe('a payoff quote', () => {
  it('is the sum of its lines, for a day to come, with what it is later', async () => {
    const { quote } = await aBorrower()
    const on = addDays(localDate(today()), 10)
    const given = await quote(on)
    const lines: { amount: number }[] = given.lines
    expect(lines.reduce((total, line) => total + line.amount, 0)).toBe(given.total)
    expect(given).toMatchObject({ on, countedOn: today(), version: 1 })
    expect(given.later[0]).toMatchObject({ on: addDays(on, 1) })
    expect(given.later[0].total).toBeGreaterThan(given.total)
  })

  it('is given to the borrower and her lender in her language, for no day that is past', async () => {
    const { operator, lender, borrower, path } = await aBorrower()
    const at = `${path}/payoff-quote`
    expected(await lender.cashier.get(at), 200)
    const english = await borrower.get(`${at}?on=${addDays(localDate(today()), 9)}`, {
      'accept-language': 'en',
    })
    expect(english.body.lines.at(-1).arithmetic).toMatch(/^50,000 × 9/)
    const past = await borrower.get(`${at}?on=${addDays(localDate(today()), -1)}`)
    expect([past.status, past.body.errors[0].pointer]).toEqual([422, '/on'])
    expect((await borrower.get(`${at}?on=2030-01-01`)).status).toBe(422)
    expected(await (await aPerson()).get(at), 404)
    expected(await (await aLender(operator, ['officer'])).officer.get(at), 404)
    expected(await new Client().get(at), 401)
  })

  it('paid to the rupiah on its day closes the loan, though nobody says what it is for', async () => {
    const { lender, borrower, path, quote } = await aBorrower()
    const { total } = await quote()
    const paid = { amount: total, channel: 'cash' }
    const { loan } = expected(await lender.cashier.post(`${path}/repayments`, paid), 201)
    expect(loan).toMatchObject({ status: 'closed', balance: 0, overpayment: 0 })
    expect((await quote()).total).toBe(0)
    const [[to, words]] = (await told('loan-repaid')) as [[string, string]]
    expect([to, words]).toEqual([borrower.phone, expect.stringContaining('lunas')])
  })

  it('comes as a transfer that closes the loan it names', async () => {
    const { lender, loan, quote } = await aBorrower()
    const { total } = await quote()
    const text = `Tanggal,Keterangan,Kredit\n${today()},LUNAS PJ${loan.number},${total}\n`
    const columns = { on: 'Tanggal', description: 'Keterangan', credit: 'Kredit' }
    const sent = { fileName: 'mutasi.csv', text, columns }
    const desk = `/api/lenders/${lender.slug}`
    expected(await lender.cashier.post(`${desk}/bank-statements`, sent), 201)
    const { items } = expected(await lender.cashier.get(`${desk}/bank-credits`), 200)
    const match = `/api/bank-credits/${items[0].id}/match`
    expected(await lender.cashier.post(match, { loanNumber: loan.number }), 201)
    const after = expected(await lender.officer.get(`/api/loans/${loan.id}`), 200)
    expect(after.loan).toMatchObject({ status: 'closed', overpayment: 0 })
  })

  it('does not close the loan when that is not what is meant', async () => {
    const { lender, path, quote } = await aBorrower()
    const { total } = await quote()
    const paid = { amount: total, channel: 'cash', settles: false }
    const { loan } = expected(await lender.cashier.post(`${path}/repayments`, paid), 201)
    expect(loan.status).toBe('active')
  })
})

describe('a settlement letter', () => {
  it('is there for borrower and lender as soon as the loan is paid, and for nobody else', async () => {
    const { lender, borrower, path, quote } = await aBorrower()
    const letter = `${path}/settlement-letter`
    expected(await borrower.get(letter), 404)
    const paid = { amount: (await quote()).total, channel: 'cash' }
    expected(await lender.cashier.post(`${path}/repayments`, paid), 201)
    expect(expected(await borrower.get(letter), 200)).toMatchObject({
      on: today(),
      lent: 5_000_000,
      paid: { principal: 5_000_000, interest: 0 },
      forgiven: 0,
      overpayment: 0,
    })
    expected(await lender.officer.get(letter), 200)
    expected(await (await aPerson()).get(letter), 404)
    expected(await new Client().get(letter), 401)
  })
})

describe('an overpayment', () => {
  async function anOverpaidLoan() {
    const given = await aBorrower()
    const { total } = await given.quote()
    const paid = { amount: total + 70_000, channel: 'transfer', settles: true }
    expected(await given.lender.cashier.post(`${given.path}/repayments`, paid), 201)
    return given
  }

  it('is told to the payer, and waits for the cashier on her list', async () => {
    const { operator, lender, loan } = await anOverpaidLoan()
    expect((await told('loan-repaid')).at(-1)?.[1]).toMatch(/Kelebihan Rp.70\.000/)
    const list = `/api/lenders/${lender.slug}/loans?which=overpaid`
    const { items } = expected(await lender.cashier.get(list), 200)
    expect(items).toMatchObject([{ id: loan.id, overpayment: 70_000 }])
    expected(await (await aLender(operator, ['cashier'])).cashier.get(list), 404)
  })

  it('is given back in cash with a note that says so to its receiver, part by part', async () => {
    const { lender, borrower, path, loan } = await anOverpaidLoan()
    const refund = (amount: number, more = {}) =>
      lender.cashier.post(`${path}/refunds`, { amount, channel: 'cash', ...more })
    const first = expected(await refund(20_000, { recipient: 'Suami Ibu Siti' }), 201)
    expect(first.loan).toMatchObject({ status: 'overpaid', overpayment: 50_000 })
    expect(await balanceOf('cash', '')).toBe(20_000)
    const note = expected(await new Client().get(`/api/loan-refunds/${first.note}`), 200)
    expect(note).toMatchObject({
      ...{ number: 1, recipient: 'Suami Ibu Siti', channel: 'cash', amount: 20_000 },
      ...{ remaining: 50_000, loanNumber: loan.number },
    })
    const [[to, words]] = (await told('loan-overpayment-returned')) as [[string, string]]
    expect(to).toBe(borrower.phone)
    expect(words).toContain(`/loan-refunds/${first.note}`)
    const { events } = expected(await borrower.get(path), 200)
    expect(events.at(-1)).toMatchObject({ paper: { kind: 'refund', code: first.note } })
    expected(await refund(50_000), 201)
    expect((await refund(1)).body.slug).toBe('nothing-due')
    expected(await new Client().get('/api/loan-refunds/NOSUCHCODE99'), 404)
  })

  it('is given back by transfer, under the words of the bank, and listed for the lender', async () => {
    const { operator, lender, path } = await anOverpaidLoan()
    const asked = { amount: 70_000, channel: 'transfer', reference: 'BRI 0042' }
    const { loan } = expected(await lender.cashier.post(`${path}/refunds`, asked), 201)
    expect(loan).toMatchObject({ status: 'closed', overpayment: 0 })
    const list = `/api/lenders/${lender.slug}/loan-refunds`
    const { items } = expected(await lender.officer.get(list), 200)
    expect(items).toMatchObject([{ amount: 70_000, reference: 'BRI 0042', remaining: 0 }])
    expect((await lender.officer.get(`${list}?after=nonsense`)).status).toBe(400)
    expected(await (await aLender(operator, ['officer'])).officer.get(list), 404)
    expected(await lender.officer.post(`${path}/refunds`, asked), 403)
  })
})

describe('money that its payer took back', () => {
  it('no longer counts, its receipt is void, she is told, and the history says why', async () => {
    const { lender, borrower, path, quote } = await aBorrower()
    const paid = { amount: (await quote()).total, channel: 'transfer' }
    const { receipt } = expected(await lender.cashier.post(`${path}/repayments`, paid), 201)
    const undo = { cause: 'taken-back', reason: 'Transfer dibatalkan bank pengirim.' }
    const loan = expected(await lender.treasurer.post(`${path}/repayments/2/reversal`, undo), 201)
    expect(loan).toMatchObject({ status: 'active', balance: 5_000_000 })
    const { events } = expected(await borrower.get(path), 200)
    expect(events.map((one: { type: string; reversed: boolean }) => one.reversed)).toEqual([
      ...[false, true, false],
    ])
    expect(events.at(-1).explanation).toMatch(/ditarik kembali oleh pembayar; Transfer dibatalkan/)
    const [[to, words]] = (await told('loan-repayment-taken-back')) as [[string, string]]
    expect(to).toBe(borrower.phone)
    expect(words).toContain(receipt)
    const shown = expected(await new Client().get(`/api/receipts/${receipt}`), 200)
    expect(shown.reversedAt).not.toBeNull()
    expected(await borrower.get(`${path}/settlement-letter`), 404)
  })

  it('is written down neither twice, nor for another cause, nor by the cashier alone', async () => {
    const { lender, path } = await aBorrower()
    const paid = { amount: 100_000, channel: 'transfer' }
    expected(await lender.cashier.post(`${path}/repayments`, paid), 201)
    const at = `${path}/repayments/2/reversal`
    const undo = { cause: 'taken-back', reason: 'Cek ditolak bank.' }
    expected(await lender.cashier.post(at, undo), 403)
    expected(await lender.treasurer.post(at, { ...undo, cause: 'lost' }), 400)
    expected(await lender.treasurer.post(at, undo), 201)
    expect((await lender.treasurer.post(at, undo)).body.slug).toBe('already-reversed')
  })
})
