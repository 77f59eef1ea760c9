/** Sheets of running loans of a test: read and shown, by whoever may move loans in. */
import type { Json } from '#test/support/client'
import { CSV } from '#test/support/sheets'
import { expected, type Person } from '#test/support/world'

const HEAD =
  'nomor pinjaman,nama peminjam,telepon,kelompok,pokok pinjaman,jasa persen setahun,cara jasa,' +
  'jumlah angsuran,tanggal cair,sisa pokok,tunggakan jasa,anggota,bagian,tanggal bayar,' +
  'jumlah bayar,kabupaten'

type Line = { number: string; phone: string; left?: number; group?: string }

/** Six million for a year at 12 % flat, handed over in May 2026, half of it paid back by November. */
export const loanLine = ({ number, phone, left = 3_000_000, group = '' }: Line) =>
  `${number},Siti,${phone},${group},6000000,12,tetap,12,2026-05-10,${left},0`

export const loanSheet = (...lines: readonly string[]) => [HEAD, ...lines].join('\n')

let phones = 0
export const aSheetPhone = () => `0855${String((phones += 1)).padStart(8, '0')}`

export type Mover = { by: Person; api: string; productId: string }

export const readingPath = ({ api, productId }: Pick<Mover, 'api' | 'productId'>) =>
  `${api}/loan-imports?name=lama.csv&asOf=2026-11-22&productId=${productId}`

/** The sheet as it would be brought. */
export async function shownSheet(mover: Mover, text: string): Promise<Json> {
  return expected(await mover.by.post(readingPath(mover), text, CSV), 201)
}

/** A sheet of three loans, not brought yet. */
export const aLoanSheet = (mover: Mover): Promise<Json> => {
  const numbers = ['A', 'B', 'C'].map((letter) => `${letter}-${(phones += 1)}`)
  const lines = numbers.map((number) => loanLine({ number, phone: aSheetPhone() }))
  return shownSheet(mover, loanSheet(...lines))
}
