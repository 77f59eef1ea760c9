/** What who asked for money out of the reserve is told when the lender has answered. */
import { rupiah } from '#worker/kernel/money'
import type { Withdrawal } from '#worker/lending/group-lending/reserve-withdrawals/withdrawal'
import type { Message } from '#worker/outbox/message'

type Asker = {
  phone: string | null
  locale: 'id' | 'en'
  lenderSlug: string
  lenderName: string
  groupSlug: string
}

type Answered = Pick<Withdrawal, 'amount' | 'status' | 'answer'>

const WORDS = {
  id: {
    paid: (sum: string, lender: string) =>
      `${lender} membayarkan ${sum} dari cadangan kelompok Anda.`,
    refused: (sum: string, lender: string) =>
      `${lender} belum dapat membayarkan ${sum} dari cadangan kelompok Anda.`,
    see: 'Lihat',
  },
  en: {
    paid: (sum: string, lender: string) => `${lender} paid ${sum} out of your group’s reserve.`,
    refused: (sum: string, lender: string) =>
      `${lender} cannot pay ${sum} out of your group’s reserve now.`,
    see: 'See',
  },
}

/** No message where nobody can be reached. */
export function decidedMessage(
  { phone, locale, lenderSlug, lenderName, groupSlug }: Asker,
  { amount, status, answer }: Answered,
  { url }: { url: string | null },
): Message[] {
  if (phone === null || status === 'waiting') return []
  const { see, [status]: words } = WORDS[locale]
  const page = `${locale === 'en' ? '/en' : ''}/seller/${groupSlug}/loans/reserves/${lenderSlug}`
  const body = [
    words(rupiah(amount), lenderName),
    ...(answer === '' ? [] : [answer]),
    ...(url === null ? [] : [`${see} ${url}${page}`]),
  ].join(' ')
  return [{ channel: 'whatsapp', destination: phone, template: 'reserve-withdrawal', body }]
}
