/**
 * The operator's bank account, to which buyers transfer. It is a setting of the deployment; a network
 * that has none takes no orders. Demo mode shows one that does not exist.
 */
export type BankAccount = { bank: string; number: string; holder: string }

type Settings = {
  MODE: 'demo' | 'production'
  NETWORK_NAME: string
  BANK_NAME?: string
  BANK_ACCOUNT?: string
  BANK_HOLDER?: string
}

export function bankAccountFrom(settings: Settings): BankAccount | null {
  const { BANK_NAME: bank, BANK_ACCOUNT: number, BANK_HOLDER: holder } = settings
  if (bank && number && holder) return { bank, number, holder }
  if (settings.MODE !== 'demo') return null
  return { bank: 'Bank Contoh', number: '0000 1234 5678', holder: settings.NETWORK_NAME }
}
