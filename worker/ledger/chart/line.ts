/** One line of the chart of accounts: what an account is, before it stands in anybody's book. */
export type Side = 'debit' | 'credit'
export type AccountType = 'asset' | 'liability' | 'equity' | 'income' | 'expense'

export type Line = {
  number: string
  type: AccountType
  /** It never changes sides: the database refuses a batch that would overdraw it. */
  guarded: boolean
  id: string
  en: string
  /** The account's path in the plain-text journal. */
  journal: string
}

export function chart(
  number: string,
  type: AccountType,
  guarded: boolean,
  id: string,
  en: string,
  journal: string,
): Line {
  return { number, type, guarded, id, en, journal }
}
