import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount, type Amount } from '#worker/kernel/money'
import { account, accountId, CHART, normalSide, type AccountCode } from '#worker/ledger/account'
import { entryOf, posting, reverse, type Posting, type Transfer } from '#worker/ledger/entry'

const BOOK = 'book'
const codes = Object.keys(CHART) as AccountCode[]
const keys = fc
  .tuple(fc.constantFrom(...codes), fc.constantFrom('', 'a', 'b'))
  .map(([code, holder]) => account(BOOK, code, holder))
const transfers: fc.Arbitrary<Transfer[]> = fc.array(
  fc
    .record({ debit: keys, credit: keys, amount: fc.nat(1e9).map((n) => amount(n)) })
    .filter(({ debit, credit }) => accountId(debit) !== accountId(credit)),
  { maxLength: 8 },
)

const draft = (given: readonly Transfer[]): Posting => ({
  book: BOOK,
  rule: 'order-completed',
  subject: 'order',
  description: 'Pesanan selesai',
  valueOn: localDate('2026-11-22'),
  transfers: given,
})
const recorded = { id: 'e1', at: 1, actorId: 'siti', requestId: 'r1' }

function movements(given: readonly Transfer[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { debit, credit, amount: moved } of given) {
    sums.set(accountId(debit), (sums.get(accountId(debit)) ?? 0) + moved)
    sums.set(accountId(credit), (sums.get(accountId(credit)) ?? 0) - moved)
  }
  return sums
}

describe('an entry', () => {
  it('is balanced whatever transfers it has', () => {
    fc.assert(
      fc.property(transfers, (given) => {
        const moved = [...movements(entryOf(draft(given), recorded).transfers).values()]
        expect(moved.reduce((a, b) => a + b, 0)).toBe(0)
      }),
    )
  })

  it('leaves out transfers of nothing', () => {
    const [debit, credit] = [account(BOOK, 'bank'), account(BOOK, 'suspense', 's')]
    const kept = posting(draft([0, 5, 0].map((n) => ({ debit, credit, amount: amount(n) }))))
    expect(kept.transfers.map((one) => one.amount)).toEqual([5])
  })

  it('does not move less than nothing, out of its book, or from an account to itself', () => {
    const bank = account(BOOK, 'bank')
    const foreign = account('another', 'suspense')
    const below = -1 as Amount
    for (const wrong of [
      { debit: bank, credit: account(BOOK, 'suspense'), amount: below },
      { debit: bank, credit: foreign, amount: amount(1) },
      { debit: foreign, credit: bank, amount: amount(1) },
      { debit: bank, credit: account(BOOK, 'bank'), amount: amount(1) },
    ]) {
      expect(() => posting(draft([wrong]))).toThrow(RangeError)
    }
  })

  it('remembers who, when and under which request', () => {
    expect(entryOf(draft([]), recorded)).toMatchObject({
      id: 'e1',
      postedAt: 1,
      actorId: 'siti',
      requestId: 'r1',
      reverses: null,
    })
  })
})

describe('a reversal', () => {
  const again = { id: 'e2', at: 2, actorId: 'budi', requestId: 'r2' }
  const on = localDate('2026-12-01')

  it('together with its entry leaves every account as it was', () => {
    fc.assert(
      fc.property(transfers, (given) => {
        const entry = entryOf(draft(given), recorded)
        const mirror = reverse(entry, on, again)
        const after = movements([...entry.transfers, ...mirror.transfers])
        expect([...after.values()].every((sum) => sum === 0)).toBe(true)
      }),
    )
  })

  it('names what it reverses, and stands on its own day under its own actor', () => {
    const mirror = reverse(entryOf(draft([]), recorded), on, again)
    expect(mirror).toMatchObject({ id: 'e2', reverses: 'e1', valueOn: on, actorId: 'budi' })
    expect(mirror.description).toBe('Pembatalan: Pesanan selesai')
  })

  it('is not itself reversed', () => {
    const mirror = reverse(entryOf(draft([]), recorded), on, again)
    expect(() => reverse(mirror, on, { ...again, id: 'e3' })).toThrow('already-reversed')
  })
})

describe('the chart of accounts', () => {
  it('has a number, a name and a place in the journal of its own for every account', () => {
    for (const part of ['number', 'id', 'en', 'journal'] as const) {
      expect(new Set(codes.map((code) => CHART[code][part])).size).toBe(codes.length)
    }
  })

  it('numbers assets 1, liabilities 2, equity 3, income 4 and expenses 5', () => {
    const first = { asset: '1', liability: '2', equity: '3', income: '4', expense: '5' }
    for (const code of codes) expect(CHART[code].number[0]).toBe(first[CHART[code].type])
  })

  it('grows assets and expenses by debits and everything else by credits', () => {
    for (const code of codes) {
      expect(normalSide(code)).toBe(
        ['asset', 'expense'].includes(CHART[code].type) ? 'debit' : 'credit',
      )
    }
  })

  it('guards what is owed to people: no liability can be overdrawn', () => {
    for (const code of codes) {
      if (CHART[code].type === 'liability') expect(CHART[code].guarded).toBe(true)
    }
  })
})
