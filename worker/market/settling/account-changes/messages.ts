/**
 * What those who lead an enterprise are told when another account is asked for its money: by whom, the
 * last three digits, and how long they have to stop it, so that a change nobody wanted is noticed.
 */
import type { Lead } from '#worker/identity/organizations/messages'
import type { AccountChange } from '#worker/market/settling/account-changes/account-change'
import type { Message } from '#worker/outbox/message'

type Asked = {
  enterprise: { name: string; slug: string }
  by: string
  change: AccountChange
  site: { network: string; url: string | null }
}

export function accountMessages(leads: readonly Lead[], asked: Asked): Message[] {
  return leads.map(({ phone, email, locale }) => ({
    channel: phone ? 'whatsapp' : 'email',
    destination: phone ?? email ?? '',
    template: 'bank-account-changed',
    body: TEXTS[locale](asked),
  }))
}

const ends = ({ change: { account } }: Asked) => `${account.bank} •••${account.number.slice(-3)}`

const page = ({ enterprise: { slug }, site: { url } }: Asked, language: '' | '/en') =>
  url === null ? '' : ` ${url}${language}/seller/${slug}/balance/account`

const TEXTS: Record<Lead['locale'], (asked: Asked) => string> = {
  id: (asked) => {
    const { by, enterprise, site, change } = asked
    const where = `${enterprise.name} di ${site.network}`
    const what = `${by} mengubah rekening penerimaan ${where} menjadi ${ends(asked)}.`
    return change.status === 'waiting'
      ? `${what} Berlaku 24 jam lagi. Bukan kehendak Anda? Batalkan di sini:${page(asked, '')}`
      : `${what} Bukan kehendak Anda? Hubungi pengelola.`
  },
  en: (asked) => {
    const { by, enterprise, site, change } = asked
    const whose = `${enterprise.name} on ${site.network}`
    const what = `${by} changed where the money of ${whose} goes: ${ends(asked)}.`
    return change.status === 'waiting'
      ? `${what} It counts in 24 hours. Not wanted? Stop it here:${page(asked, '/en')}`
      : `${what} Not wanted? Tell the operator.`
  },
}
