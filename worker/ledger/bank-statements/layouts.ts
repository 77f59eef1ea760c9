/**
 * The columns of the banks' exports, by the words in their headers: KlikBCA and myBCA, BRI (CMS, QLola),
 * Mandiri (MCM, Livin’), BNI (direct). Where a bank writes otherwise, the general layout is told which
 * column is which. Words are compared without case, accents, dots and blanks.
 */
export const BANKS = ['bca', 'bri', 'mandiri', 'bni', 'general'] as const
export type Bank = (typeof BANKS)[number]

/** Which column (from 0) holds what. Either an amount, whose side is marked, or a column for each side. */
export type Columns = {
  on: number
  description: readonly number[]
  amount: number | null
  mark: number | null
  debit: number | null
  credit: number | null
}

/** The names of columns that a person gives for the general layout. */
export type Named = {
  on: string
  description: string
  amount?: string
  mark?: string
  credit?: string
}

type Words = {
  on: readonly string[]
  description: readonly string[]
  amount?: readonly string[]
  mark?: readonly string[]
  debit?: readonly string[]
  credit?: readonly string[]
  /** Words that no other bank's header has. */
  own: readonly string[]
}

const LAYOUTS: Readonly<Record<Exclude<Bank, 'general'>, Words>> = {
  bca: {
    on: ['tanggal', 'tanggaltransaksi', 'date'],
    description: ['keterangan', 'description'],
    amount: ['jumlah', 'amount', 'mutasi'],
    own: ['cabang', 'branch'],
  },
  bri: {
    on: ['tgltran', 'tanggaltransaksi', 'tanggal'],
    description: ['desktran', 'uraiantransaksi', 'uraian'],
    debit: ['mutasidebet', 'debet'],
    credit: ['mutasikredit', 'kredit'],
    own: ['desktran', 'uraiantransaksi', 'teller'],
  },
  mandiri: {
    on: ['date', 'postdate', 'tanggal'],
    description: ['description', 'remarks', 'additionaldesc', 'keterangan', 'referenceno'],
    debit: ['debit', 'debitamount'],
    credit: ['credit', 'creditamount'],
    own: ['valdate', 'accountno', 'transactioncode', 'remarks'],
  },
  bni: {
    on: ['postdate', 'postingdate', 'tgltrans', 'tanggalposting'],
    description: ['description', 'transactiondescription', 'uraian', 'uraiantransaksi'],
    amount: ['amount', 'jumlah', 'nominal'],
    mark: ['dbcr', 'dc', 'tipe', 'debitcredit'],
    own: ['journal', 'nojurnal', 'dbcr'],
  },
}

export const plain = (word: string) =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** The columns of a header as this bank writes it; null when it is not one of its. */
export function columnsOf(
  bank: Exclude<Bank, 'general'>,
  header: readonly string[],
): Columns | null {
  const words = header.map(plain)
  const layout = LAYOUTS[bank]
  if (!words.some((word) => layout.own.includes(word))) return null
  const columns = {
    on: at(words, layout.on) ?? -1,
    description: words.flatMap((word, i) => (layout.description.includes(word) ? [i] : [])),
    amount: at(words, layout.amount),
    mark: at(words, layout.mark),
    debit: at(words, layout.debit),
    credit: at(words, layout.credit),
  }
  const isWhole = columns.on >= 0 && columns.description.length > 0
  const hasMoney = layout.amount ? columns.amount !== null : columns.credit !== null
  if (!isWhole || !hasMoney || (layout.mark && columns.mark === null)) return null
  // The column behind an amount holds its side where it has no name of its own.
  const behind = columns.amount === null ? undefined : words[columns.amount + 1]
  return columns.mark === null && behind === ''
    ? { ...columns, mark: columns.amount! + 1 }
    : columns
}

/** The columns that a person named; null when the header lacks one of them. */
export function columnsNamed(named: Named, header: readonly string[]): Columns | null {
  const words = header.map(plain)
  const find = (word: string | undefined) => (word ? at(words, [plain(word)]) : null)
  const [on, description] = [find(named.on), find(named.description)]
  const [amount, mark, credit] = [find(named.amount), find(named.mark), find(named.credit)]
  if (on === null || description === null || (amount === null && credit === null)) return null
  return { on, description: [description], amount, mark, debit: null, credit }
}

function at(words: readonly string[], known: readonly string[] = []): number | null {
  for (const one of known) {
    const found = words.indexOf(one)
    if (found >= 0) return found
  }
  return null
}
