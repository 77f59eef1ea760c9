/** What a book owns and is owed. */
import { chart, type Line } from '#worker/ledger/chart/line'

export const ASSETS = {
  cash: chart('1000', 'asset', false, 'Kas', 'Cash', 'assets:cash'),
  bank: chart('1100', 'asset', false, 'Bank', 'Bank', 'assets:bank'),
  'gateway-clearing': chart(
    '1150',
    'asset',
    false,
    'Dana di penyedia pembayaran',
    'Gateway clearing',
    'assets:gateways',
  ),
  'due-from-operator': chart(
    '1160',
    'asset',
    true,
    'Potongan pencairan penjual yang belum diterima',
    'Due from the operator',
    'assets:operator',
  ),
  'loans-receivable': chart(
    '1300',
    'asset',
    true,
    'Piutang pokok pinjaman',
    'Loans receivable',
    'assets:loans',
  ),
  'interest-receivable': chart(
    '1310',
    'asset',
    true,
    'Piutang jasa pinjaman',
    'Interest receivable',
    'assets:interest',
  ),
  'loss-allowance': chart(
    '1390',
    'asset',
    false,
    'Cadangan kerugian pinjaman',
    'Loss allowance',
    'assets:loss-allowance',
  ),
  'seller-receivable': chart(
    '1400',
    'asset',
    true,
    'Piutang pada penjual',
    'Seller receivable',
    'assets:sellers',
  ),
  'other-assets': chart('1900', 'asset', false, 'Aset lain', 'Other assets', 'assets:other'),
} as const satisfies Record<string, Line>
