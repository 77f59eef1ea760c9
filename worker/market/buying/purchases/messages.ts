/**
 * What buyers and sellers are told about a purchase: short texts with a link, to the buyer in her language,
 * to sellers in Indonesian. Where the site's address is not known the link is left out.
 */
import { rupiah, type Amount } from '#worker/kernel/money'
import type { BankAccount } from '#worker/market/paying/payments/bank-account'
import type { Purchase } from '#worker/market/buying/purchases/purchase'
import type { Message } from '#worker/outbox/message'

/** The network's name and the address of its pages, without a slash at the end. */
export type Site = { network: string; url: string | null }

export type SellersOrder = {
  id: string
  code: string
  total: Amount
  seller: { slug: string; phone: string }
}

function toBuyer(
  purchase: Purchase,
  site: Site,
  message: { template: string; id: string; en: string },
) {
  const page =
    purchase.locale === 'en' ? `/en/purchases/${purchase.code}` : `/purchases/${purchase.code}`
  return {
    channel: 'whatsapp',
    destination: purchase.buyerPhone,
    template: message.template,
    body: withLink(message[purchase.locale], site, page),
  } as const satisfies Message
}

function toSeller(order: SellersOrder, site: Site, template: string, text: string): Message {
  const { seller, id } = order
  const body = withLink(text, site, `/seller/${seller.slug}/orders/${id}`)
  return { channel: 'whatsapp', destination: seller.phone, template, body }
}

function withLink(text: string, { url }: Site, page: string): string {
  return url === null ? text : `${text} ${url}${page}`
}

export function placedMessages(
  purchase: Purchase,
  orders: readonly SellersOrder[],
  { site, bank }: { site: Site; bank: BankAccount | null },
): Message[] {
  const waits =
    purchase.method === 'cod'
      ? 'Dibayar di tempat: terima uangnya saat barang sampai.'
      : 'Tunggu kabar sudah dibayar sebelum mengirim.'
  return [
    toBuyer(purchase, site, { template: 'purchase-placed', ...howToPay(purchase, site, bank) }),
    ...orders.map((order) =>
      toSeller(
        order,
        site,
        'order-placed',
        `Pesanan baru ${order.code}, ${rupiah(order.total)}. ${waits}`,
      ),
    ),
  ]
}

function howToPay(
  { code, method, total: due }: Purchase,
  { network }: Site,
  bank: BankAccount | null,
) {
  const total = rupiah(due)
  const [id, en] = [`Belanja ${code} di ${network}:`, `Purchase ${code} at ${network}:`]
  if (method === 'cod') {
    return {
      id: `${id} siapkan ${total}, dibayar saat barang sampai. Rincian:`,
      en: `${en} keep ${total} ready, to be paid when the goods arrive. Details:`,
    }
  }
  if (method !== 'transfer' || !bank) {
    return {
      id: `${id} bayar tepat ${total} dalam 60 menit di halaman ini:`,
      en: `${en} pay exactly ${total} within 60 minutes on this page:`,
    }
  }
  const account = `${bank.bank} ${bank.number}`
  return {
    id:
      `${id} transfer tepat ${total} ke ${account} a.n. ${bank.holder} dalam 24 jam. ` +
      'Rincian dan unggah bukti:',
    en:
      `${en} transfer exactly ${total} to ${account}, ${bank.holder}, within 24 hours. ` +
      'Details and proof:',
  }
}

export function settledMessages(
  purchase: Purchase,
  orders: readonly SellersOrder[],
  site: Site,
): Message[] {
  const { code } = purchase
  const total = rupiah(purchase.total)
  return [
    toBuyer(purchase, site, {
      template: 'purchase-settled',
      id: `Pembayaran ${total} untuk belanja ${code} sudah kami terima. Terima kasih. Ikuti pesanannya:`,
      en: `We have received ${total} for purchase ${code}. Thank you. Follow your orders:`,
    }),
    ...orders.map((order) =>
      toSeller(
        order,
        site,
        'order-paid',
        `Pesanan ${order.code} sudah dibayar. Kemas dan kirim dalam 3 hari.`,
      ),
    ),
  ]
}

export function expiredMessage(purchase: Purchase, site: Site): Message {
  const { code } = purchase
  return toBuyer(purchase, site, {
    template: 'purchase-expired',
    id:
      `Waktu bayar belanja ${code} sudah lewat dan barangnya dikembalikan ke stok. ` +
      'Sudah terlanjur transfer? Balas pesan ini.',
    en:
      `The time to pay for purchase ${code} is over and its goods are back in stock. ` +
      'Did you pay already? Answer this message.',
  })
}

/** Part of the money has come: the rest may be sent by itself. */
export function shortMessage(purchase: Purchase, missing: Amount, site: Site): Message {
  const { code } = purchase
  const rest = rupiah(missing)
  return toBuyer(purchase, site, {
    template: 'payment-short',
    id:
      `Transfer untuk belanja ${code} sudah masuk, masih kurang ${rest}. ` +
      `Kirim kekurangannya tepat ${rest}:`,
    en: `Your transfer for purchase ${code} has come; ${rest} is missing. Send exactly ${rest} more:`,
  })
}

type Cancelled = {
  order: { id: string; code: string; total: Amount }
  seller: { slug: string; phone: string }
}

/** The payment was taken back: sellers must not send what they have not sent yet. */
export function takenBackMessages(
  purchase: Purchase,
  { site, cancelled }: { site: Site; cancelled: readonly Cancelled[] },
): Message[] {
  return cancelled.map(({ order, seller }) =>
    toSeller(
      { ...order, seller },
      site,
      'order-payment-taken-back',
      `Jangan kirim pesanan ${order.code}: pembayaran belanja ${purchase.code} ditarik kembali. ` +
        'Pesanan dibatalkan dan barangnya kembali ke stok.',
    ),
  )
}
