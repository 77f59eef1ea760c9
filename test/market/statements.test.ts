import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amountWritten, exactRupiah } from '#worker/ledger/bank-statements/amount-text'
import { rowsOf } from '#worker/ledger/bank-statements/csv'
import { readStatement, sameness, type Statement } from '#worker/ledger/bank-statements/statement'

/** As the banks export them, with made-up lines. */
const file = (bank: string) =>
  readFileSync(join(import.meta.dirname, '../support/statements', `${bank}.csv`), 'utf8')
const today = localDate('2026-11-22')
const read = (text: string, named?: Parameters<typeof readStatement>[1]['named']): Statement => {
  const statement = readStatement(text, { today, named })
  if (!statement) throw new Error('no statement')
  return statement
}
const short = ({ credits }: Statement) =>
  credits.map((one) => [one.line, one.on, one.amount, one.description])

const BCA = file('bca')
const KLIK = file('klik')
const BRI = file('bri')
const QLOLA = file('qlola')
const MANDIRI = file('mandiri')
const LIVIN = file('livin')
const BNI = file('bni')

describe('the statement of', () => {
  it('BCA is read around its head and foot, without what is not booked yet', () => {
    expect(read(BCA).bank).toBe('bca')
    expect(short(read(BCA))).toEqual([
      [9, '2026-11-20', 1_125_345, 'TRSF E-BANKING CR 20/11 RATNA'],
      [11, '2026-11-21', 50_001, 'SWITCHING CR "SITI" K7MQ4RTX'],
    ])
    expect(read(BCA)).toMatchObject({ debits: 1, faults: [] })
    expect(short(read(KLIK))).toEqual([[2, '2026-11-22', 125_345, 'TRANSFER DARI 014']])
  })

  it('BRI is read in both of its forms', () => {
    expect(read(BRI)).toMatchObject({ bank: 'bri', debits: 1, faults: [] })
    expect(short(read(BRI))).toEqual([[2, '2026-11-21', 1_234_567, 'BRIVA 777 RATNA']])
    expect(short(read(QLOLA))).toEqual([[2, '2026-11-21', 125_345, 'NBMB RATNA TO KOPERASI']])
  })

  it('Mandiri is read in both of its forms', () => {
    expect(read(MANDIRI)).toMatchObject({ bank: 'mandiri', debits: 1, faults: [] })
    expect(short(read(MANDIRI))).toEqual([
      [2, '2026-11-21', 125_345, 'MCM InhouseTrf CS-CS DARI RATNA FT26'],
    ])
    expect(short(read(LIVIN))).toEqual([
      [2, '2026-11-21', 125_345, 'Transfer dari BANK BCA RATNA'],
      [3, '2026-08-05', 10_001, 'Transfer'],
    ])
  })

  it('BNI is read', () => {
    expect(read(BNI)).toMatchObject({ bank: 'bni', debits: 1, faults: [] })
    expect(short(read(BNI))).toEqual([[2, '2026-11-21', 125_345, 'TRANSFER DARI | RATNA']])
  })

  it('any other bank is read by the names of its columns', () => {
    const own = 'Hari\tUraian\tMasuk\n2026-11-21\tDari Ratna\tRp 125.345\n'
    expect(readStatement(own, { today })).toBeNull()
    const named = { on: 'hari', description: 'uraian', credit: 'masuk' }
    expect(short(read(own, named))).toEqual([[2, '2026-11-21', 125_345, 'Dari Ratna']])
    expect(readStatement(own, { today, named: { ...named, credit: 'kredit' } })).toBeNull()
    const signed = 'day;words;value\n21-11-2026;in;5000\n21-11-2026;out;-7000\n'
    const three = { on: 'day', description: 'words', amount: 'value' }
    expect(read(signed, three)).toMatchObject({ credits: [{ amount: 5_000 }], debits: 1 })
  })
})

describe('a day without a year', () => {
  it('belongs to the period named above, else to the twelve months that are over', () => {
    const head = 'Tanggal,Keterangan,Cabang,Jumlah,,Saldo\n'
    const line = `'31/12,AKHIR TAHUN,0000,1000.00,CR,0\n`
    expect(short(read(head + line))[0]![1]).toBe('2025-12-31')
    expect(short(read(`Periode : 01/12/2024 - 31/12/2024\n${head}${line}`))[0]![1]).toBe(
      '2024-12-31',
    )
  })
})

describe('a line that cannot be read', () => {
  it('is named by its line and column, and the others are read', () => {
    const text = `Tanggal,Keterangan,Cabang,Jumlah,,Saldo
31/02/2026,TIDAK ADA,0000,"1,000.00",CR,0
21/11/2026,SEN,0000,"15,000.50",CR,0
21/11/2026,MANA,0000,"15,000.00",,0
21/11/2026,BAIK,0000,"15,000.00",CR,0
`
    const { faults, credits } = read(text)
    expect(faults.map((one) => [one.line, one.column])).toEqual([
      [2, 'Tanggal'],
      [3, 'Jumlah'],
      [4, '5'],
    ])
    expect(faults[1]!.detail.id).toContain('tanpa sen')
    expect(credits).toHaveLength(1)
  })

  it('does not bring a reader down, whatever stands in the file', () => {
    const parts = fc.constantFrom('\n', ',', ';', '"', 'CR', '21/11/2026', '1.000,00', 'Saldo', 'x')
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (some) => {
        const text = `Tanggal,Keterangan,Cabang,Jumlah,,Saldo\n${some.join('')}`
        for (const one of readStatement(text, { today })?.credits ?? [])
          expect(Number.isSafeInteger(one.amount) && one.amount > 0).toBe(true)
      }),
    )
  })
})

describe('equal lines of a day', () => {
  it('are told apart, and are the same in a file that overlaps', () => {
    const line = '21/11/2026,WARUNG,0000,"5,000.00",CR,0\n'
    const ofDay = (lines: number) =>
      `Tanggal,Keterangan,Cabang,Jumlah,,Saldo\n${line.repeat(lines)}`
    const keys = (lines: number) => read(ofDay(lines)).credits.map((one) => sameness('b', one))
    expect(new Set(keys(3)).size).toBe(3)
    expect(keys(3).slice(0, 2)).toEqual(keys(2))
  })
})

describe('an amount', () => {
  it.each([
    ['1.234.567,00', 1_234_567, null],
    ['1,234,567.00 CR', 1_234_567, 'credit'],
    ['125345.00', 125_345, null],
    ['125345', 125_345, null],
    ['125.345', 125_345, null],
    ['125,345', 125_345, null],
    ['Rp 125.345', 125_345, null],
    ['Rp125.345,00 K', 125_345, 'credit'],
    ['-7.000', 7_000, 'debit'],
    ['15.000 DB', 15_000, 'debit'],
    ['.00', 0, null],
    ['0.00', 0, null],
    ['15000.50', null, null],
    ['15.000,5', null, null],
    ['1.234.56', null, null],
    ['12.34.567', null, null],
    ['1,234.567,00', null, null],
    ['1e6', null, null],
    ['12 345', null, null],
    ['9.999.999.999.999', null, null],
    ['', null, null],
  ])('%s', (text, value, mark) => {
    const written = amountWritten(text)
    expect([written?.amount ?? null, written?.mark ?? null]).toEqual([value, mark])
  })

  it('is what was written, in every way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (value) => {
        const grouped = (by: string) => String(value).replace(/\B(?=(\d{3})+$)/g, by)
        for (const text of [`${grouped('.')},00`, `${grouped(',')}.00`, `${value}.00`, `${value}`])
          expect(amountWritten(text)?.amount).toBe(value)
        expect(exactRupiah(`${value}.00`)).toBe(value)
      }),
    )
  })

  it('of a gateway is never multiplied, and has no cents', () => {
    expect(exactRupiah('15000.00')).toBe(15_000)
    expect(exactRupiah('15000')).toBe(15_000)
    for (const wrong of ['15000.50', '15,000', '1.5e4', '-1', ' 15000', '015000', '', '15000.'])
      expect(exactRupiah(wrong)).toBeNull()
  })
})

describe('rows', () => {
  it('keep what is quoted and know their line', () => {
    const rows = rowsOf('a;"b;\n""c"""\n\n;\nd;e', ';')
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b;\n"c"'] },
      { line: 5, cells: ['d', 'e'] },
    ])
  })
})
