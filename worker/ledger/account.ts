/**
 * The chart of accounts. A book belongs to one organization: the operator's holds buyers' and sellers'
 * money, a lender's holds its fund and its loans. An account is a code of the chart and a holder (an
 * order, an enterprise, a loan; '' where the book has just one). `guarded` accounts never change sides:
 * the database refuses a batch that would overdraw one.
 */
export type Side = 'debit' | 'credit'
export type AccountType = 'asset' | 'liability' | 'equity' | 'income' | 'expense'

type Line = {
  number: string
  type: AccountType
  guarded: boolean
  id: string
  en: string
  /** The account's path in the plain-text journal. */
  journal: string
}

export const CHART = {
  bank: chart('1100', 'asset', false, 'Bank', 'Bank', 'assets:bank'),
  'gateway-clearing': chart(
    '1150',
    'asset',
    false,
    'Dana di penyedia pembayaran',
    'Gateway clearing',
    'assets:gateways',
  ),
  'loans-receivable': chart(
    '1300',
    'asset',
    true,
    'Piutang pokok pinjaman',
    'Loans receivable',
    'assets:loans',
  ),
  'seller-receivable': chart(
    '1400',
    'asset',
    true,
    'Piutang pada penjual',
    'Seller receivable',
    'assets:sellers',
  ),
  'buyers-money': chart(
    '2100',
    'liability',
    true,
    'Titipan pembeli',
    "Buyers' money",
    'liabilities:buyers',
  ),
  'seller-payable': chart(
    '2200',
    'liability',
    true,
    'Utang pada penjual',
    'Seller payable',
    'liabilities:sellers',
  ),
  'payouts-underway': chart(
    '2210',
    'liability',
    true,
    'Pencairan dalam proses',
    'Payouts under way',
    'liabilities:payouts',
  ),
  'refund-payable': chart(
    '2300',
    'liability',
    true,
    'Utang pengembalian dana',
    'Refund payable',
    'liabilities:refunds',
  ),
  suspense: chart(
    '2400',
    'liability',
    true,
    'Dana belum teridentifikasi',
    'Suspense',
    'liabilities:suspense',
  ),
  overpayments: chart(
    '2500',
    'liability',
    true,
    'Kelebihan bayar',
    'Overpayments',
    'liabilities:overpayments',
  ),
  'partner-money': chart(
    '2600',
    'liability',
    true,
    'Titipan mitra',
    "Partners' money",
    'liabilities:partners',
  ),
  'voucher-budget': chart(
    '2610',
    'liability',
    true,
    'Anggaran voucher mitra',
    'Voucher budgets',
    'liabilities:vouchers',
  ),
  'fund-capital': chart(
    '3100',
    'equity',
    true,
    'Modal dana bergulir',
    'Fund capital',
    'equity:fund',
  ),
  'commission-income': chart(
    '4100',
    'income',
    false,
    'Pendapatan komisi',
    'Commission income',
    'income:commission',
  ),
  'unique-code-income': chart(
    '4110',
    'income',
    false,
    'Pendapatan kode unik',
    'Unique-code surplus',
    'income:unique-code',
  ),
  'interest-income': chart(
    '4200',
    'income',
    false,
    'Pendapatan jasa pinjaman',
    'Interest income',
    'income:interest',
  ),
  'fee-income': chart(
    '4300',
    'income',
    false,
    'Pendapatan administrasi',
    'Fee income',
    'income:fees',
  ),
  'penalty-income': chart(
    '4400',
    'income',
    false,
    'Pendapatan denda',
    'Penalty income',
    'income:penalties',
  ),
  'voucher-expense': chart(
    '5100',
    'expense',
    false,
    'Beban voucher',
    'Voucher expense',
    'expenses:vouchers',
  ),
  'gateway-fees': chart(
    '5200',
    'expense',
    false,
    'Biaya penyedia pembayaran',
    'Gateway fees',
    'expenses:gateways',
  ),
  'payment-losses': chart(
    '5300',
    'expense',
    false,
    'Kerugian pembayaran ditarik balik',
    'Payments taken back',
    'expenses:reversed-payments',
  ),
} as const satisfies Record<string, Line>

export type AccountCode = keyof typeof CHART

/** One account of one book. */
export type AccountKey = { book: string; code: AccountCode; holder: string }

function chart(
  number: string,
  type: AccountType,
  guarded: boolean,
  id: string,
  en: string,
  journal: string,
): Line {
  return { number, type, guarded, id, en, journal }
}

export function account(book: string, code: AccountCode, holder = ''): AccountKey {
  return { book, code, holder }
}

export function accountId({ book, code, holder }: AccountKey): string {
  return `${book}/${code}/${holder}`
}

/** The side on which the account grows. */
export function normalSide(code: AccountCode): Side {
  const { type } = CHART[code]
  return type === 'asset' || type === 'expense' ? 'debit' : 'credit'
}
