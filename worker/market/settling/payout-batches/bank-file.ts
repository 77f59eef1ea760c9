/**
 * The transfers of a batch as a file for the bank. Banks change the layouts of their upload pages and give
 * them to their customers only, so none is claimed here: `general` has every column with its heading, to
 * be copied from; `bare` has account, amount, holder and remark without one, in the order most mass
 * transfer forms ask for. Both are to be checked against the bank's own form before the first use.
 */
import { BYTE_ORDER_MARK, csvLine, type Cell } from '#worker/market/selling/exports/cells'
import type { Payout } from '#worker/market/settling/payouts/payout'

export const LAYOUTS = ['general', 'bare'] as const
export type Layout = (typeof LAYOUTS)[number]

const HEADING = [
  'No',
  'Bank',
  'Nomor rekening',
  'Atas nama',
  'Jumlah',
  'Berita',
  'Kode pencairan',
  'Penjual',
]

type Line = Payout & { name: string }

/** What the receiving bank shows beside the transfer: short, without marks that banks refuse. */
export function remarkOf({ code }: Pick<Payout, 'code'>): string {
  return `Hasil jual ${code}`.slice(0, 20)
}

/** Only what still waits to be transferred is in the file, so that a second upload pays nobody twice. */
export function bankFile(payouts: readonly Line[], layout: Layout): string {
  const waiting = payouts.filter((one) => one.status === 'requested')
  if (layout === 'bare') return waiting.map((one) => csvLine(bareRow(one))).join('')
  const rows: (readonly Cell[])[] = waiting.map((one, i) => [
    ...[i + 1, one.bankName, one.bankAccount, one.bankHolder, one.amount, remarkOf(one)],
    ...[one.code, one.name],
  ])
  return BYTE_ORDER_MARK + [HEADING, ...rows].map(csvLine).join('')
}

function bareRow(one: Line): readonly Cell[] {
  return [one.bankAccount, one.amount, one.bankHolder, remarkOf(one)]
}
