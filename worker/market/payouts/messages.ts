/** What a seller is told when her money has been sent. */
import { rupiah } from '#worker/kernel/money'
import type { Payout } from '#worker/market/payouts/payout'
import type { Message } from '#worker/outbox/message'

type Payee = { slug: string; name: string; phone: string }

/** Only the end of the account's number: a message may be read by others. */
export function payoutMessage(payout: Payout, payee: Payee, site: { url: string | null }): Message {
  const account = `${payout.bankName} …${payout.bankAccount.slice(-4)}`
  const text =
    `Hasil jual ${payee.name} ${rupiah(payout.amount)} sudah ditransfer ke ${account} ` +
    `(${payout.reference}). Rincian per pesanan:`
  const link = site.url === null ? '' : ` ${site.url}/seller/${payee.slug}/balance`
  return {
    channel: 'whatsapp',
    destination: payee.phone,
    template: 'payout-sent',
    body: text + link,
  }
}
