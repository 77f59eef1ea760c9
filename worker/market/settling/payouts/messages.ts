/** What a seller is told when her money has been sent, and when it came back. */
import { rupiah } from '#worker/kernel/money'
import type { Payout } from '#worker/market/settling/payouts/payout'
import type { Message } from '#worker/outbox/message'

type Payee = { slug: string; name: string; phone: string }
type Site = { url: string | null }

/** Only the end of the account's number: a message may be read by others. */
const into = ({ bankName, bankAccount }: Payout) => `${bankName} …${bankAccount.slice(-4)}`

const page = ({ id }: Payout, { slug }: Payee, { url }: Site) =>
  url === null ? '' : ` ${url}/seller/${slug}/balance/payouts/${id}`

export function payoutMessage(payout: Payout, payee: Payee, site: Site): Message {
  const text =
    `Hasil jual ${payee.name} ${rupiah(payout.amount)} sudah ditransfer ke ${into(payout)} ` +
    `(${payout.reference}). Rincian per pesanan:`
  return {
    channel: 'whatsapp',
    destination: payee.phone,
    template: 'payout-sent',
    body: text + page(payout, payee, site),
  }
}

export function payoutReturnedMessage(payout: Payout, payee: Payee, site: Site): Message {
  const text =
    `Transfer hasil jual ${payee.name} ${rupiah(payout.amount)} ke ${into(payout)} tidak berhasil: ` +
    `${payout.reason}. Uangnya tetap hak ${payee.name} dan masuk pencairan berikutnya. ` +
    'Periksa rekeningnya:'
  return {
    channel: 'whatsapp',
    destination: payee.phone,
    template: 'payout-returned',
    body: text + page(payout, payee, site),
  }
}
