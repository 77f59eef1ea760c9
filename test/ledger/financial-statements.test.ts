import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amount } from '#worker/kernel/money'
import { CHART, type AccountCode } from '#worker/ledger/account'
import { cashFlow, CASH } from '#worker/ledger/financial-statements/cash-flow'
import { balanceSheetRows } from '#worker/ledger/financial-statements/sheets'
import {
  balanceSheet,
  incomeStatement,
  withoutClosings,
  type Sum,
} from '#worker/ledger/financial-statements/statements'
import { posting, type Posting } from '#worker/ledger/entry'
import { entryWritten, provisionChanged, yearClosed } from '#worker/ledger/posting-rules/books'
import { common } from '#test/ledger/growth'

const codes = Object.keys(CHART) as AccountCode[]
/** A transfer between any two accounts of the chart. */
const moves = fc.array(
  fc
    .tuple(fc.constantFrom(...codes), fc.constantFrom(...codes), fc.integer({ min: 1, max: 1e9 }))
    .filter(([debit, credit]) => debit !== credit),
  { minLength: 1, maxLength: 60 },
)

function sumsOf(moved: readonly (readonly [AccountCode, AccountCode, number])[]): Sum[] {
  const sums = new Map<AccountCode, Sum>()
  const at = (code: AccountCode) => {
    const one = sums.get(code) ?? { code, debits: 0, credits: 0 }
    sums.set(code, one)
    return one
  }
  for (const [debit, credit, moving] of moved) {
    at(debit).debits += moving
    at(credit).credits += moving
  }
  return [...sums.values()]
}

const movedBy = (draft: Posting) =>
  posting(draft).transfers.map((one) => [one.debit.code, one.credit.code, one.amount] as const)

/** What closes a year of these sums. */
function closingOf(sums: readonly Sum[]): Posting {
  const balances = sums
    .filter(({ code }) => ['income', 'expense'].includes(CHART[code].type))
    .map(({ code, debits, credits }) => ({ code, holder: '', debit: debits - credits }))
    .filter(({ debit }) => debit !== 0)
  return yearClosed(common, { id: 'y', year: '2026', balances })
}

describe('statements of whatever happened', () => {
  it('have debits equal to credits', () => {
    fc.assert(
      fc.property(moves, (moved) => {
        const left = sumsOf(moved).reduce((sum, one) => sum + one.debits - one.credits, 0)
        expect(left).toBe(0)
      }),
    )
  })

  it('balance to the rupiah: assets are what is owed and what is owned', () => {
    fc.assert(
      fc.property(moves, moves, (moved, before) => {
        const sheet = balanceSheet(sumsOf(moved), sumsOf(before))
        const { assets, liabilities, equity } = sheet
        expect(assets.amount).toBe(liabilities.amount + equity.amount)
        expect(assets.compared).toBe(liabilities.compared + equity.compared)
        const rows = balanceSheetRows(sheet, { until: '2026-11', compared: '2025-12' })
        expect(rows.at(-1)?.[2]).toBe(assets.amount)
      }),
    )
  })

  it('earn nothing more once the year is closed, and own the same', () => {
    fc.assert(
      fc.property(moves, (moved) => {
        const open = sumsOf(moved)
        const closed = sumsOf([...moved, ...movedBy(closingOf(open))])
        expect(incomeStatement(closed, []).result.amount).toBe(0)
        const [was, is] = [balanceSheet(open, []), balanceSheet(closed, [])]
        expect(is.currentResult.amount).toBe(0)
        expect([is.assets, is.equity]).toEqual([was.assets, was.equity])
      }),
    )
  })

  it('tell a closed year as it was earned', () => {
    fc.assert(
      fc.property(moves, (moved) => {
        const open = sumsOf(moved)
        const closing = movedBy(closingOf(open))
        const kept = withoutClosings(sumsOf([...moved, ...closing]), sumsOf(closing))
        expect(incomeStatement(kept, []).result).toEqual(incomeStatement(open, []).result)
      }),
    )
  })

  it('find all the cash: what it was, what every part brought, what it is', () => {
    fc.assert(
      fc.property(moves, moves, (before, moved) => {
        const flow = cashFlow(sumsOf(before), sumsOf(moved))
        const all = sumsOf([...before, ...moved])
        const cash = all
          .filter(({ code }) => CASH.includes(code))
          .reduce((sum, one) => sum + one.debits - one.credits, 0)
        expect(flow.closing).toBe(cash)
        expect(flow.opening + flow.change).toBe(cash)
      }),
    )
  })
})

describe('an entry written by hand', () => {
  it('moves what its lines say, however many stand on either side', () => {
    const sides = fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(sides, (debits) => {
        const whole = debits.reduce((sum, one) => sum + one, 0)
        const kinds = ['salaries', 'rent', 'supplies', 'other', 'meetings', 'a', 'b', 'c']
        const lines = [
          ...debits.map((debit, i) => ({
            code: 'operating-expenses' as const,
            holder: kinds[i]!,
            debit: amount(debit),
            credit: amount(0),
          })),
          { code: 'cash' as const, holder: '', debit: amount(0), credit: amount(whole) },
        ]
        const draft = entryWritten(common, { id: 'p', description: 'Beban', lines })
        const total = posting(draft).transfers.reduce((sum, one) => sum + one.amount, 0)
        expect(total).toBe(whole)
      }),
    )
  })
})

describe('a provision', () => {
  it('is an expense as it grows, and takes it back as it shrinks', () => {
    const grown = movedBy(provisionChanged(common, { id: 'v', change: amount(7) }))
    expect(grown).toEqual([['provision-expense', 'loss-allowance', 7]])
    const shrunk = movedBy(provisionChanged(common, { id: 'v', change: amount(-7) }))
    expect(shrunk).toEqual([['loss-allowance', 'provision-expense', 7]])
  })
})
