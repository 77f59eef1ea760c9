/** What both sides are told as a purchase order, its deliveries and its invoices go on. */
import { rupiah, type Amount } from '#worker/kernel/money'
import {
  toCompany,
  toSeller,
  type Correspondents,
} from '#worker/market/procuring/quotations/messages'
import type { Message } from '#worker/outbox/message'

type About = { id: string }
const page = ({ id }: About) => `/purchase-orders/${id}`

export const awaitingMessage = (told: Correspondents, order: About & { total: Amount }): Message =>
  toCompany(told, {
    template: 'purchase-order-awaiting',
    text: `Pesanan pembelian ${rupiah(order.total)} di ${told.seller.name} menunggu persetujuan.`,
    path: page(order),
  })

export const issuedMessages = (
  told: Correspondents,
  order: About & { total: Amount },
): Message[] => [
  toSeller(told, {
    template: 'purchase-order-issued',
    text:
      `${told.company.name} memesan senilai ${rupiah(order.total)} dengan PO. ` +
      `Terima pesanannya di sini:`,
    path: page(order),
  }),
]

export const refusedMessage = (told: Correspondents, order: About, reason: string): Message =>
  toCompany(told, {
    template: 'purchase-order-refused',
    text: `Pesanan pembelian di ${told.seller.name} tidak disetujui: ${reason}.`,
    path: page(order),
  })

export const cancelledMessage = (
  told: Correspondents,
  order: About,
  { by, reason }: { by: 'company' | 'seller'; reason: string },
): Message => {
  const words = { template: 'purchase-order-cancelled', path: page(order) }
  return by === 'company'
    ? toSeller(told, { ...words, text: `${told.company.name} membatalkan PO: ${reason}.` })
    : toCompany(told, { ...words, text: `${told.seller.name} membatalkan PO: ${reason}.` })
}

export const closedMessage = (told: Correspondents, order: About, reason: string): Message =>
  toSeller(told, {
    template: 'purchase-order-closed',
    text: `${told.company.name} menutup sisa PO yang belum dikirim: ${reason}.`,
    path: page(order),
  })

export const sentMessage = (told: Correspondents, order: About, pieces: number): Message =>
  toCompany(told, {
    template: 'handover-sent',
    text:
      `${told.seller.name} mengirim ${pieces} barang. Saat tiba, hitung dan ` +
      `tanda tangani BAST di sini:`,
    path: page(order),
  })

export const receivedMessage = (told: Correspondents, order: About): Message =>
  toSeller(told, {
    template: 'handover-received',
    text: `${told.company.name} sudah menghitung kiriman. Tanda tangani BAST:`,
    path: page(order),
  })

export const signedMessage = (told: Correspondents, order: About): Message =>
  toCompany(told, {
    template: 'handover-signed',
    text: `BAST dengan ${told.seller.name} sudah ditandatangani kedua pihak.`,
    path: page(order),
  })

export const recountMessage = (told: Correspondents, order: About, reason: string): Message =>
  toCompany(told, {
    template: 'handover-recount',
    text: `${told.seller.name} meminta kiriman dihitung ulang: ${reason}.`,
    path: page(order),
  })

export const withdrawnMessage = (told: Correspondents, order: About): Message =>
  toCompany(told, {
    template: 'handover-withdrawn',
    text: `${told.seller.name} menarik kembali catatan kirimannya.`,
    path: page(order),
  })

export const invoicedMessage = (
  told: Correspondents,
  order: About,
  invoice: { total: Amount; dueOn: string },
): Message =>
  toCompany(told, {
    template: 'invoice-issued',
    text:
      `${told.seller.name} menagih ${rupiah(invoice.total)}, ` +
      `jatuh tempo ${invoice.dueOn}. Tagihan:`,
    path: page(order),
  })

export const paidMessages = (
  told: Correspondents,
  order: About,
  { due, toSeller: earned }: { due: Amount; toSeller: Amount },
): Message[] => [
  toCompany(told, {
    template: 'invoice-paid',
    text: `Pembayaran ${rupiah(due)} untuk ${told.seller.name} sudah diterima. Kuitansi:`,
    path: page(order),
  }),
  toSeller(told, {
    template: 'invoice-paid',
    text: `${told.company.name} sudah membayar. ${rupiah(earned)} masuk ke saldo Anda.`,
    path: page(order),
  }),
]

export const shortMessage = (
  told: Correspondents,
  order: About,
  { amount, missing }: { amount: Amount; missing: Amount },
): Message =>
  toCompany(told, {
    template: 'invoice-short',
    text:
      `Transfer ${rupiah(amount)} untuk tagihan ${told.seller.name} sudah diterima, ` +
      `masih kurang ${rupiah(missing)}. Rinciannya:`,
    path: page(order),
  })

export const creditedMessage = (told: Correspondents, order: About, reason: string): Message =>
  toCompany(told, {
    template: 'invoice-cancelled',
    text: `${told.seller.name} membatalkan sebuah tagihan dengan nota kredit: ${reason}.`,
    path: page(order),
  })

export const withheldMessage = (told: Correspondents, order: About, withheld: Amount): Message =>
  toSeller(told, {
    template: 'invoice-withheld',
    text: `${told.company.name} mencatat pajak yang dipotong: ${rupiah(withheld)}.`,
    path: page(order),
  })
