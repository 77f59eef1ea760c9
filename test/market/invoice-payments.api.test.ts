import { afterEach, describe, expect, it } from 'vitest'
import { clock, type Json } from '#test/support/client'
import { balanceOf, rowsOf, today } from '#test/support/orders'
import * as deal from '#test/support/procurement'
import { expected, inviteAndJoin } from '#test/support/world'

const START = clock.now
afterEach(() => void (clock.now = START))

const DUE = 1_300_000
const EARNED = DUE - 60_000

async function aBilledDeal() {
  const at = await deal.aDeal()
  const invoice = await deal.invoiced(at, await deal.issued(at))
  const to = (path: string) => `/api/invoices/${invoice.id}/${path}`
  const pay = (amount: number, more: object = { otherAmount: true }) =>
    at.operator.owner.post(to('payment'), deal.transferOf(invoice, { amount, ...more }))
  return { at, invoice, to, pay }
}

const suspenseOf = () =>
  rowsOf('SELECT id, cause, status, rest, invoice_id FROM unmatched_payments ORDER BY amount DESC')

describe('POST /api/invoices/:id/payment', () => {
  it('keeps what is short in suspense until a second transfer completes it', async () => {
    const { at, invoice, pay } = await aBilledDeal()
    const asked = await pay(1_000_000, {})
    expect([asked.status, asked.body.slug]).toEqual([422, 'amount-mismatch'])
    expect(asked.body.facts).toEqual({ total: DUE, amount: 1_000_000, difference: 300_000 })
    const part = expected(await pay(1_000_000), 201)
    expect(part).toMatchObject({ status: 'issued', received: 1_000_000, missing: 300_000 })
    expect(await suspenseOf()).toMatchObject([
      { cause: 'short', status: 'open', rest: 1_000_000, invoice_id: invoice.id },
    ])
    const [told] = await rowsOf("SELECT body FROM outbox WHERE template = 'invoice-short'")
    expect(told.body).toContain('masih kurang Rp 300.000')

    // What is missing is now exactly the amount that needs no second word.
    const whole = expected(await pay(300_000, {}), 201)
    expect(whole).toMatchObject({ status: 'paid', received: 0, missing: 0 })
    expect(whole.receipt.number).toBe('KW/2026/0001')
    expect((await suspenseOf()).map((one) => [one.status, one.rest])).toEqual([
      ['assigned', 0],
      ['assigned', 0],
    ])
    expect(await balanceOf('seller-payable', at.shop.id)).toBe(EARNED)
  })

  it('is paid by what is over; the rest waits for its sender', async () => {
    const { at, invoice, pay } = await aBilledDeal()
    const paid = expected(await pay(DUE + 50_000), 201)
    expect(paid).toMatchObject({ status: 'paid', received: 50_000, missing: 0 })
    const [item] = await suspenseOf()
    expect(item).toMatchObject({ cause: 'over', status: 'open', rest: 50_000 })
    expect(await balanceOf('seller-payable', at.shop.id)).toBe(EARNED)
    const listed = await at.operator.owner.get('/api/payments/unmatched?status=open')
    expect(listed.body.items[0].invoice).toEqual({ id: invoice.id, number: invoice.number })
    const back = { returnedOn: today(), bank: 'BRI', account: '123', reference: 'TRF 1' }
    const path = `/api/payments/unmatched/${item.id}/return`
    expect(expected(await at.operator.owner.post(path, back), 201).status).toBe('returned')
  })

  it('takes no money from the future, for a paid invoice, or from staff', async () => {
    const { at, invoice, to, pay } = await aBilledDeal()
    const future = await pay(5_000, { otherAmount: true, receivedOn: '2026-11-23' })
    expect(future.body.errors[0].pointer).toBe('/receivedOn')
    expected(await pay(DUE, {}), 201)
    expect((await pay(5_000)).body.slug).toBe('illegal-transition')
    const staff = await inviteAndJoin(at.operator.owner, at.operator.slug, 'staff')
    expect((await staff.post(to('payment'), deal.transferOf(invoice))).status).toBe(403)
  })
})

describe('POST /api/invoices/:id/assignment', () => {
  const booked = async ({ at }: Awaited<ReturnType<typeof aBilledDeal>>, amount: number) => {
    const money = { amount, receivedOn: today(), reference: `Setoran ${amount}` }
    return expected(await at.operator.owner.post('/api/payments/unmatched', money), 201) as Json
  }

  it('pays with what waits, once the buyer has said what she withheld', async () => {
    const billed = await aBilledDeal()
    const { at, to, pay } = billed
    expected(await pay(1_261_000), 201)
    const said = { kind: 'pph22', proofNumber: 'BP-1', proofOn: today() }
    const withheld = await at.company.staff.put(to('withholdings'), { withholdings: [said] })
    expect(withheld.body).toMatchObject({ due: 1_261_000, received: 1_261_000, missing: 0 })
    const [item] = await suspenseOf()
    const paid = await at.operator.owner.post(to('assignment'), { items: [item.id] })
    expect(expected(paid, 201)).toMatchObject({ status: 'paid', received: 0 })
    expect(await balanceOf('seller-payable', at.shop.id)).toBe(1_261_000 - 60_000)
  })

  it('takes of several items what is due and leaves the rest of the last', async () => {
    const billed = await aBilledDeal()
    const [first, second] = [await booked(billed, 900_000), await booked(billed, 500_000)]
    const assign = (items: string[]) =>
      billed.at.operator.owner.post(billed.to('assignment'), { items })
    const little = await assign([first.id])
    expect([little.status, little.body.slug]).toEqual([422, 'amount-mismatch'])
    expect(expected(await assign([first.id, second.id]), 201).status).toBe('paid')
    const items = await suspenseOf()
    expect(items.map((one) => [one.status, one.rest])).toEqual([
      ['assigned', 0],
      ['open', 100_000],
    ])
    expect((await assign([second.id])).status).toBe(422)
  })

  it('is the treasurer’s, and of items of her book', async () => {
    const { at, to } = await aBilledDeal()
    const path = to('assignment')
    const unknown = { items: ['01890000-0000-7000-8000-000000000000'] }
    expect((await at.operator.owner.post(path, unknown)).status).toBe(404)
    expect((await at.company.owner.post(path, unknown)).status).toBe(403)
  })
})

describe('POST /api/invoices/:id/statement-line', () => {
  const lineOf = ({ at }: Awaited<ReturnType<typeof aBilledDeal>>, amount: number, words: string) =>
    deal.statementLine(at, amount, words)

  it('is proposed by the exact amount, and pays the invoice', async () => {
    const billed = await aBilledDeal()
    const { at, invoice, to } = billed
    const line = await lineOf(billed, DUE, 'TRSF PT SENTRA')
    expect(line.proposal).toMatchObject({
      likeness: 'exact',
      code: null,
      total: DUE,
      invoice: { id: invoice.id, number: invoice.number },
    })
    const paid = await at.operator.owner.post(to('statement-line'), { line: line.id })
    expect(expected(paid, 201)).toMatchObject({ status: 'paid', received: 0 })
    expect(await balanceOf('seller-payable', at.shop.id)).toBe(EARNED)
    const again = await at.operator.owner.post(to('statement-line'), { line: line.id })
    expect([again.status, again.body.slug]).toEqual([409, 'illegal-transition'])
  })

  it('is proposed by the number in its words, short or over', async () => {
    const billed = await aBilledDeal()
    const { at, invoice, to } = billed
    const line = await lineOf(billed, 700_000, `BAYAR ${invoice.number}`)
    expect(line.proposal).toMatchObject({ likeness: 'short', invoice: { id: invoice.id } })
    const part = await at.operator.owner.post(to('statement-line'), { line: line.id })
    expect(expected(part, 201)).toMatchObject({ status: 'issued', missing: 600_000 })
    const rest = await lineOf(billed, 600_000, 'TRSF SISA')
    expect(rest.proposal).toMatchObject({ likeness: 'exact', invoice: { id: invoice.id } })
    expected(await at.operator.owner.post(to('statement-line'), { line: rest.id }), 201)
    expect(await balanceOf('seller-payable', at.shop.id)).toBe(EARNED)
  })

  it('is the treasurer’s', async () => {
    const billed = await aBilledDeal()
    const body = { line: '01890000-0000-7000-8000-000000000000' }
    expect((await billed.at.operator.owner.post(billed.to('statement-line'), body)).status).toBe(
      404,
    )
    expect((await billed.at.clerk.post(billed.to('statement-line'), body)).status).toBe(403)
  })
})
