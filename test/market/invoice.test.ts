import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { LocalDate } from '#worker/kernel/calendar'
import { amount, portion, subtract, sum, times, ZERO, type Amount } from '#worker/kernel/money'
import {
  missingOf,
  payFrom,
  receive,
  waitingFor,
} from '#worker/market/procuring/invoice-payments/payment'
import {
  proposeInvoice,
  type OpenInvoice,
} from '#worker/market/procuring/invoice-payments/matching'
import { draw, dueOf, pay, withholding } from '#worker/market/procuring/invoices/invoice'
import type { Invoice, OrderMoney, Parties } from '#worker/market/procuring/invoices/invoice'
import { nextReminder, reminderOn } from '#worker/market/procuring/invoices/reminder'
import { withhold } from '#worker/market/procuring/invoices/withholding'
import { numberText } from '#worker/market/procuring/numbers/number'
import { suspended, type Unmatched } from '#worker/market/paying/suspense/suspense'

const day = (text: string) => text as LocalDate
const TODAY = day('2026-11-22')
const NOW = Date.UTC(2026, 10, 22) as Unmatched['createdAt']

const vatIn = (price: Amount) => portion(price, 11, 111, 'down')

const head = {
  ...{ code: 'KODE', purchaseOrderId: 'po', partnerId: 'buyer', enterpriseId: 'seller' },
  ...{ parties: {} as Parties, issuedBy: 'chair', today: TODAY, tempoDays: 30, year: 2026 },
  taxIn: vatIn,
}

/** Orders of a few lines with uneven discounts and commissions, and the deliveries they come in. */
const deals = fc
  .record({
    lines: fc.array(
      fc.record({
        unitPrice: fc.integer({ min: 1, max: 999_999 }),
        parts: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
        off: fc.integer({ min: 0, max: 100 }),
        bps: fc.integer({ min: 0, max: 1_500 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    shipping: fc.integer({ min: 0, max: 500_000 }),
  })
  .map(({ lines, shipping }) => {
    const ordered = lines.map(({ unitPrice, parts, off, bps }, i) => {
      const quantity = parts.reduce((all, one) => all + one, 0)
      const whole = unitPrice * quantity
      const discount = amount(Math.floor((whole * off) / 100))
      const commission = amount(Math.floor(((whole - discount) * bps) / 10_000))
      const named = { n: i + 1, title: 'Tas', unit: 'pcs', category: 'bags' }
      return { ...named, quantity, unitPrice: amount(unitPrice), discount, commission }
    })
    const goodsTotal = sum(ordered.map((one) => times(one.unitPrice, one.quantity)))
    const order: OrderMoney = { goodsTotal, shipping: amount(shipping), lines: ordered }
    const rounds = Math.max(...lines.map((one) => one.parts.length))
    const deliveries = Array.from({ length: rounds }, (_, at) =>
      lines.map(({ parts }, i) => ({ n: i + 1, accepted: parts[at] ?? 0 })),
    )
    return { order, deliveries }
  })

function invoicesOf({ order, deliveries }: { order: OrderMoney; deliveries: Delivery[] }) {
  return deliveries.reduce<Invoice[]>((before, accepted, i) => {
    const ids = { id: `i${i}`, handoverId: `h${i}` }
    return [...before, draw({ ...head, ...ids }, order, { accepted, before })]
  }, [])
}
type Delivery = { n: number; accepted: number }[]

describe('the invoices of an order', () => {
  it('sum exactly to its goods, discounts, shipping and commission', () => {
    fc.assert(
      fc.property(deals, (deal) => {
        const invoices = invoicesOf(deal)
        const { order } = deal
        const of = (part: (one: Invoice) => Amount) => sum(invoices.map(part))
        expect(of((one) => one.goodsTotal)).toBe(order.goodsTotal)
        expect(of((one) => one.shipping)).toBe(order.shipping)
        expect(of((one) => one.discount)).toBe(sum(order.lines.map((one) => one.discount)))
        expect(of((one) => one.commission)).toBe(sum(order.lines.map((one) => one.commission)))
      }),
    )
  })

  it('are each the sum of their lines, with VAT of each line rounded down', () => {
    fc.assert(
      fc.property(deals, (deal) => {
        for (const { lines, ...invoice } of invoicesOf(deal)) {
          const { goodsTotal, discount, shipping, total, tax } = invoice
          expect(sum(lines.map((one) => one.total))).toBe(subtract(goodsTotal, discount))
          expect(total).toBe(goodsTotal - discount + shipping)
          expect(tax).toBe(sum(lines.map((one) => vatIn(one.total))))
          for (const one of lines) expect(one.tax * 111).toBeLessThanOrEqual(one.total * 11)
        }
      }),
    )
  })

  it('are never of more than was ordered, nor of nothing', () => {
    const lines = [{ n: 1, title: 'Tas', unit: 'pcs', category: 'bags', quantity: 3 }]
    const priced = lines.map((one) => {
      return { ...one, unitPrice: amount(100), discount: ZERO, commission: ZERO }
    })
    const order = { goodsTotal: amount(300), shipping: ZERO, lines: priced }
    const drawn = (accepted: number) =>
      draw({ ...head, id: 'i', handoverId: 'h' }, order, {
        ...{ accepted: [{ n: 1, accepted }], before: [] },
      })
    expect(() => drawn(4)).toThrow('More than was ordered')
    expect(() => drawn(0)).toThrow('Nothing of this delivery')
    expect(drawn(3).dueOn).toBe('2026-12-22')
  })
})

const anInvoice = (total: number, tax = 0): Invoice => {
  const one = { n: 1, title: 'Tas', unit: 'pcs', category: 'bags', quantity: 1 }
  const line = { ...one, unitPrice: amount(total), discount: ZERO, commission: ZERO }
  const order = { goodsTotal: amount(total), shipping: ZERO, lines: [line] }
  const given = { ...head, id: 'i1', handoverId: 'h1', taxIn: () => amount(tax) }
  return draw(given, order, { accepted: [{ n: 1, accepted: 1 }], before: [] })
}

describe('what a buyer withholds', () => {
  test.each([
    ['pph22', true, 1_000_000, 110_000, 13_350],
    ['pph22', false, 1_000_000, 110_000, 26_700],
    ['pph23', true, 1_000_000, 0, 20_000],
    ['pph23', false, 999_999, 0, 39_999],
    ['ppn', true, 1_000_000, 99_099, 99_099],
  ] as const)('%s, NPWP %s, of %i with VAT %i is %i', (kind, hasNpwp, total, tax, withheld) => {
    const said = { kind, proofNumber: 'BP', proofOn: TODAY }
    const known = { total: amount(total), tax: amount(tax), issuedOn: TODAY, hasNpwp }
    expect(withhold(said, known).amount).toBe(withheld)
  })

  it('leaves what is due, and never less than nothing', () => {
    const invoice = anInvoice(1_000_000, 99_099)
    const known = { ...invoice, hasNpwp: true }
    const said = (kind: 'pph22' | 'ppn') => ({ kind, proofNumber: 'BP', proofOn: TODAY })
    const all = [withhold(said('pph22'), known), withhold(said('ppn'), known)]
    const after = withholding(invoice, all)
    expect(dueOf(after)).toBe(1_000_000 - 13_513 - 99_099)
    const none = { ...said('ppn'), kind: 'ppn' as const }
    expect(() => withhold(none, { ...known, tax: ZERO })).toThrow('no tax of this kind')
    const much = all.map((one) => ({ ...one, amount: amount(600_000) }))
    expect(() => withholding(invoice, much)).toThrow('More would be withheld')
  })
})

const received = (came: number) => {
  return { amount: amount(came), receivedOn: TODAY, reference: 'TRSF' }
}
const come = (id: string, waiting: readonly Unmatched[]) => {
  return { id, book: 'book', waiting, now: NOW, today: TODAY }
}

describe('money that came for an invoice', () => {
  it('loses no rupiah: it pays exactly what is due, or waits', () => {
    const transfers = fc.array(fc.integer({ min: 1, max: 900_000 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_500_000 }), transfers, (total, came) => {
        let invoice = anInvoice(total)
        let items: Unmatched[] = []
        let brought = 0
        for (const [i, one] of came.entries()) {
          if (invoice.status === 'paid') break
          brought += one
          const waiting = waitingFor(invoice, items)
          const outcome = receive(invoice, received(one), come(`u${i}`, waiting))
          const added = outcome.kept ? [...items, outcome.kept] : items
          const taken = (id: string) => outcome.taken.find(({ item }) => item.id === id)?.item
          items = added.map((item) => taken(item.id) ?? item)
          invoice = outcome.invoice
        }
        const rest = sum(items.map((one) => one.rest))
        const isPaid = brought >= total
        expect(invoice.status).toBe(isPaid ? 'paid' : 'issued')
        expect(rest).toBe(isPaid ? brought - total : brought)
        expect(missingOf(invoice, items)).toBe(isPaid ? 0 : total - brought)
      }),
    )
  })

  it('is refused when it is another amount, too little, or used already', () => {
    const invoice = anInvoice(1_000)
    expect(() => pay(invoice, received(999), TODAY)).toThrow('Not what is due')
    const about = {
      id: 'u',
      book: 'book',
      purchaseId: null,
      cause: 'unknown',
      createdAt: NOW,
    } as const
    const item = suspended({ ...received(999), ...about })
    const at = { now: NOW, today: TODAY }
    expect(() => payFrom(invoice, [item], at)).toThrow('less than the total')
    expect(() => payFrom(invoice, [{ ...item, status: 'returned' }], at)).toThrow('used already')
  })
})

const open = (id: string, n: number, missing: number): OpenInvoice => {
  const number = numberText('invoice', { year: 2026, n }) ?? ''
  return { id, number, buyerName: 'PT', missing: amount(missing), issuedOn: '2026-11-01' }
}

describe('a line of a statement', () => {
  const known = [open('a', 1, 500), open('b', 2, 700), open('c', 1, 900)]
  test.each([
    ['TRSF', 700, 'exact', 'b'],
    ['BAYAR INV/2026/0002', 600, 'short', 'b'],
    ['BAYAR INV/2026/0002', 800, 'over', 'b'],
    ['BAYAR INV/2026/0001', 900, 'exact', 'c'],
    ['BAYAR INV/2026/0002', 500, 'short', 'b'],
    ['BAYAR INV/2026/0001', 800, undefined, undefined],
    ['TRSF', 123, undefined, undefined],
  ] as const)('“%s” of %i is %s of %s', (description, came, likeness, id) => {
    const line = { receivedOn: TODAY, amount: amount(came), description }
    const proposal = proposeInvoice(line, known)
    expect([proposal?.likeness, proposal?.invoice.id]).toEqual([likeness, id])
  })
})

describe('numbers and reminders', () => {
  test.each([
    ['invoice', 1, '', 'INV/2026/0001'],
    ['po', 12, 'SENTRA', 'SENTRA/PO/2026/0012'],
    ['receipt', 12_345, '', 'KW/2026/12345'],
  ] as const)('%s %i of “%s” is written %s', (kind, n, prefix, written) => {
    expect(numberText(kind, { year: 2026, n }, prefix)).toBe(written)
    expect(numberText(kind, { year: 2026, n: null }, prefix)).toBeNull()
  })

  test.each([
    ['2026-12-18', null, '2026-12-19'],
    ['2026-12-19', -3, '2026-12-22'],
    ['2026-12-24', 0, '2026-12-25'],
    ['2027-01-05', 14, null],
  ] as const)('on %s the reminder is of day %s, the next on %s', (today, days, next) => {
    const dueOn = day('2026-12-22')
    expect(reminderOn(dueOn, day(today))?.days ?? null).toBe(days)
    expect(nextReminder(dueOn, day(today))).toBe(next)
  })
})
