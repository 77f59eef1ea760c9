/**
 * The sheet in which running loans are brought here: which heading holds what, in Indonesian or English,
 * in any order. A line is a loan, a member of it with her share, or a payment of it; several lines may
 * speak of one loan by its number.
 */

export const FIELDS = [
  'number',
  'borrower',
  'phone',
  'region',
  'group',
  'product',
  'fund',
  'principal',
  'yearlyRate',
  'monthlyRate',
  'method',
  'amortization',
  'instalments',
  'period',
  'disbursedOn',
  'firstDueOn',
  'left',
  'principalArrears',
  'interestArrears',
  'penalties',
  'principalPaid',
  'interestPaid',
  'member',
  'memberPhone',
  'share',
  'paidOn',
  'paid',
] as const
export type FieldName = (typeof FIELDS)[number]

/** The first of each is how our own sheet has it, the second in English. */
export const HEADINGS: Readonly<Record<FieldName, readonly [string, string, ...string[]]>> = {
  number: ['nomor pinjaman', 'loan number', 'nomor', 'no pinjaman', 'no', 'loan no'],
  borrower: ['nama peminjam', 'borrower', 'nama', 'peminjam', 'nama anggota peminjam', 'name'],
  phone: ['telepon', 'phone', 'no hp', 'hp', 'nomor telepon', 'nomor hp', 'wa', 'telephone'],
  region: ['kabupaten', 'regency', 'kode wilayah', 'kabupaten kota', 'area'],
  group: ['kelompok', 'group', 'nama kelompok'],
  product: ['produk', 'product', 'jenis pinjaman'],
  fund: ['dana', 'fund', 'sumber dana'],
  principal: ['pokok pinjaman', 'principal', 'plafon', 'jumlah pinjaman', 'pokok'],
  yearlyRate: ['jasa persen setahun', 'yearly rate percent', 'bunga persen setahun', 'annual rate'],
  monthlyRate: ['jasa persen sebulan', 'monthly rate percent', 'bunga persen sebulan'],
  method: ['cara jasa', 'interest method', 'cara bunga', 'jenis jasa'],
  amortization: ['cara angsuran', 'amortization', 'jenis angsuran', 'repayment method'],
  instalments: ['jumlah angsuran', 'instalments', 'tenor', 'jangka waktu', 'installments'],
  period: ['angsuran setiap', 'every', 'periode', 'period', 'frequency'],
  disbursedOn: ['tanggal cair', 'disbursed on', 'tanggal pencairan', 'disbursement date'],
  firstDueOn: ['jatuh tempo pertama', 'first due on', 'angsuran pertama', 'first due date'],
  left: ['sisa pokok', 'principal left', 'saldo pokok', 'saldo', 'outstanding principal'],
  principalArrears: ['tunggakan pokok', 'principal overdue', 'principal arrears'],
  interestArrears: ['tunggakan jasa', 'interest overdue', 'tunggakan bunga', 'interest arrears'],
  penalties: ['denda terutang', 'penalties owed', 'denda', 'tunggakan denda', 'penalties'],
  principalPaid: ['pokok dibayar', 'principal paid'],
  interestPaid: ['jasa dibayar', 'interest paid', 'bunga dibayar'],
  member: ['anggota', 'member', 'nama anggota'],
  memberPhone: ['telepon anggota', 'member phone', 'hp anggota'],
  share: ['bagian', 'share', 'bagian pokok'],
  paidOn: ['tanggal bayar', 'paid on', 'tanggal setor', 'payment date'],
  paid: ['jumlah bayar', 'amount paid', 'setoran', 'jumlah setor', 'payment'],
}

/** Without these there is nothing to bring. */
const NEEDED: readonly FieldName[] = ['number', 'principal', 'disbursedOn', 'left']

export type Columns = {
  at: Partial<Record<FieldName, number>>
  titles: readonly string[]
  /** Rows up to and with the headings. */
  headRows: number
}

/** How far down the headings may stand, under a title of the sheet. */
const DEEPEST = 6

type Row = { cells: readonly string[] }

/** Null when no row among the first ones has the headings that are needed. */
export function columnsOf(rows: readonly Row[]): Columns | null {
  for (const [i, { cells }] of rows.slice(0, DEEPEST).entries()) {
    const at = placesIn(cells)
    if (NEEDED.every((field) => at[field] !== undefined)) {
      return { at, titles: cells, headRows: i + 1 }
    }
  }
  return null
}

function placesIn(cells: readonly string[]): Columns['at'] {
  const plain = cells.map(headingOf)
  const at: Columns['at'] = {}
  for (const field of FIELDS) {
    const place = HEADINGS[field].map((name) => plain.indexOf(name)).find((found) => found >= 0)
    if (place !== undefined) at[field] = place
  }
  return at
}

/** `Jasa (% setahun)` → `jasa persen setahun`; `tanggal_cair` → `tanggal cair`. */
function headingOf(cell: string): string {
  return cell
    .toLowerCase()
    .replaceAll('%', ' persen ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
