import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balancesBy, isInstalled, run, type Program } from '#test/support/plain-text-accounting'
import { CHART, accountId, type AccountCode } from '#worker/ledger/account'
import {
  JOURNAL_HEADER,
  journalAccount,
  journalAccounts,
  journalEntry,
  journalOpening,
  type JournalHead,
  type JournalTransfer,
} from '#worker/ledger/journal'

const BOOK = '01934c5e-0000-7000-8000-000000000001'
const id = fc.uuid({ version: 7 })
/** What a book has just one of has no holder; liabilities and receivables each have theirs. */
const single = (code: AccountCode) =>
  code === 'bank' || /^(income|equity)/.test(CHART[code].journal)
const accountIds = fc
  .tuple(fc.constantFrom(...(Object.keys(CHART) as AccountCode[])), id)
  .map(([code, holder]) => accountId({ book: BOOK, code, holder: single(code) ? '' : holder }))

const transfer = fc
  .record({ debit: accountIds, credit: accountIds, amount: fc.integer({ min: 1, max: 1e12 }) })
  .filter(({ debit, credit }) => debit !== credit)

/** Descriptions that a parser might take for something else. */
const AWKWARD = [
  ...['', ' ', '; x', '(x', '* a', '! b', '=2026-01-01', 'a  IDR 5', '"', 'é | café'],
  '\n    assets:bank  5',
]

const head: fc.Arbitrary<JournalHead> = fc.record({
  id,
  rule: fc.constantFrom('order-completed', 'payout-sent'),
  description: fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(...AWKWARD)),
  valueOn: fc.constantFrom('2024-02-29', '2026-11-22', '2026-12-31', '2027-01-01'),
  reverses: fc.option(id),
})
const entry = fc.tuple(head, fc.array(transfer, { minLength: 1, maxLength: 6 }))
type Drawn = [JournalHead, JournalTransfer[]]

function journalOf(entries: readonly Drawn[]): string {
  const ids = new Set(entries.flatMap(([, rows]) => rows.flatMap((one) => [one.debit, one.credit])))
  const body = entries.map(([one, rows]) => journalEntry(one, rows, 'lumbung')).join('')
  return JOURNAL_HEADER + journalAccounts([...ids], 'lumbung') + body
}

function sumsOf(entries: readonly Drawn[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { debit, credit, amount } of entries.flatMap(([, rows]) => rows)) {
    const [to, from] = [journalAccount(debit, 'lumbung'), journalAccount(credit, 'lumbung')]
    sums[to] = (sums[to] ?? 0) + amount
    sums[from] = (sums[from] ?? 0) - amount
  }
  return Object.fromEntries(Object.entries(sums).filter(([, amount]) => amount !== 0))
}

const STRICT: Record<Program, readonly string[]> = {
  hledger: ['check', '--strict'],
  ledger: ['--pedantic', 'balance'],
}

describe('the plain-text journal', () => {
  for (const program of ['hledger', 'ledger'] as const) {
    const missing = !isInstalled(program)
    const reason = missing ? ` (skipped: ${program} is not installed here)` : ''

    it.skipIf(missing)(`is accepted by ${program} at its strictest${reason}`, () => {
      fc.assert(
        fc.property(fc.array(entry, { minLength: 1, maxLength: 40 }), (entries) => {
          const { status, complained } = run(program, STRICT[program], journalOf(entries))
          expect(complained).toBe('')
          expect(status).toBe(0)
        }),
        { numRuns: 15 },
      )
    })

    it.skipIf(missing)(`adds up in ${program} to our own balances${reason}`, () => {
      fc.assert(
        fc.property(fc.array(entry, { minLength: 1, maxLength: 40 }), (entries) => {
          expect(balancesBy(program, journalOf(entries))).toEqual(sumsOf(entries))
        }),
        { numRuns: 15 },
      )
    })
  }

  it('names an account by its kind, its book and its holder', () => {
    const key = { book: BOOK, code: 'seller-payable', holder: 'anyam' } as const
    expect(journalAccount(accountId(key), 'lumbung')).toBe('liabilities:sellers:lumbung:anyam')
    expect(journalAccount(accountId({ ...key, code: 'bank', holder: '' }), 'dana desa: 1')).toBe(
      'assets:bank:dana-desa-1',
    )
  })

  it('writes an entry that a person can read', () => {
    const debit = accountId({ book: BOOK, code: 'bank', holder: '' })
    const credit = accountId({ book: BOOK, code: 'buyers-money', holder: 'k7' })
    const written = journalEntry(
      {
        id: 'e1',
        rule: 'purchase-paid',
        description: 'Café;  lunas',
        valueOn: '2026-11-22',
        reverses: 'e0',
      },
      [{ debit, credit, amount: 1_250_000 }],
      'lumbung',
    )
    expect(written).toBe(
      '2026-11-22 (e1) Cafe lunas  ; rule:purchase-paid, reverses:e0\n' +
        '    assets:bank:lumbung  IDR 1250000\n' +
        '    liabilities:buyers:lumbung:k7  IDR -1250000\n\n',
    )
  })
})

describe('a journal that begins later', () => {
  const sums = [
    { code: 'bank', debits: 900, credits: 100 },
    { code: 'loans-receivable', debits: 300, credits: 50 },
    { code: 'fund-capital', debits: 0, credits: 1000 },
    { code: 'interest-income', debits: 0, credits: 50 },
    { code: 'cash', debits: 5, credits: 5 },
  ]
  const declared = journalAccounts([`${BOOK}/bank/`, `${BOOK}/fund-capital/`], 'lumbung')
  const journal = JOURNAL_HEADER + declared + journalOpening('2026-09-01', sums, 'lumbung')

  it.each(['hledger', 'ledger'] as const)('is accepted by %s at its strictest', (program) => {
    if (!isInstalled(program)) return
    const args = program === 'hledger' ? ['check', '--strict'] : ['--pedantic', 'balance']
    const { status, complained } = run(program, args, journal)
    expect([status, complained]).toEqual([0, ''])
    expect(balancesBy(program, journal)).toEqual({
      'assets:bank:lumbung': 800,
      'assets:loans:lumbung': 250,
      'equity:fund:lumbung': -1000,
      'income:interest:lumbung': -50,
    })
  })
})
