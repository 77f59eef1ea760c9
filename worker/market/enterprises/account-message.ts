/**
 * What those who lead an enterprise are told when the account for its money is changed: by whom, and the
 * last three digits of where it goes now, so that a change nobody wanted is noticed before the next payout.
 */
import type { Lead } from '#worker/identity/organizations/messages'
import type { BankAccount } from '#worker/market/enterprises/enterprise'
import type { Message } from '#worker/outbox/message'

type Changed = { enterprise: string; by: string; account: BankAccount; network: string }

export function accountMessages(leads: readonly Lead[], changed: Changed): Message[] {
  const { enterprise, by, account, network } = changed
  const ends = `${account.bank} •••${account.number.slice(-3)}`
  const body: Record<Lead['locale'], string> = {
    id:
      `${by} mengubah rekening penerimaan ${enterprise} di ${network} menjadi ${ends}. ` +
      'Bukan kehendak Anda? Hubungi pengelola.',
    en:
      `${by} changed where the money of ${enterprise} on ${network} goes: ${ends}. ` +
      'Not wanted? Tell the operator.',
  }
  return leads.map(({ phone, email, locale }) => ({
    channel: phone ? 'whatsapp' : 'email',
    destination: phone ?? email ?? '',
    template: 'bank-account-changed',
    body: body[locale],
  }))
}
