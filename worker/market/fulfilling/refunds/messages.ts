/** What buyer and seller are told about money that goes back. */
import { rupiah } from '#worker/kernel/money'
import { toBuyer, toSeller, type Told } from '#worker/market/fulfilling/orders/messages'
import type { Order } from '#worker/market/fulfilling/orders/order'
import type { By } from '#worker/market/fulfilling/orders/taking'
import { NOT_SENT, type Refund } from '#worker/market/fulfilling/refunds/refund'
import type { Message } from '#worker/outbox/message'

/** How the money comes to her: where the network sends it she has to say where to. */
export function howBack({ payer, amount, reference }: Refund) {
  const sum = rupiah(amount)
  if (amount === 0) return { id: 'Anda belum membayar apa pun.', en: 'You had paid nothing.' }
  if (reference === NOT_SENT) {
    return {
      id: `Bayar ${sum} lebih sedikit waktu barang datang.`,
      en: `Pay ${sum} less when the goods come.`,
    }
  }
  if (payer === 'seller') {
    return { id: `Penjual mengembalikan ${sum}.`, en: `The seller gives back ${sum}.` }
  }
  return {
    id: `${sum} kami kembalikan; isi rekening tujuan di halaman pesanan.`,
    en: `We will refund ${sum}; say where to on the page of the order.`,
  }
}

type Said = { refund: Refund; reason: string; by: By }

export function linesRefundedMessages(order: Order, told: Told, { refund, reason, by }: Said) {
  const back = howBack(refund)
  const buyer = toBuyer(order, told, {
    template: 'lines-refunded',
    id: `Sebagian pesanan ${order.code} tidak bisa dikirim: ${reason}. ${back.id}`,
    en: `A part of order ${order.code} cannot be sent: ${reason}. ${back.en}`,
  })
  const sum = rupiah(refund.amount)
  const text = `Sisa pesanan ${order.code} tidak dikirim; ${sum} dikembalikan kepada pembeli.`
  return by === 'clock' ? [buyer, toSeller(order, told, 'lines-refunded', text)] : [buyer]
}

/** Money is granted to her: after a return or a complaint. */
export function grantedMessages(order: Order, told: Told, { refund, reason }: Said): Message[] {
  const back = howBack(refund)
  const sum = rupiah(refund.amount)
  return [
    toBuyer(order, told, {
      template: 'refund-granted',
      id: `Pengembalian dana pesanan ${order.code} disetujui: ${reason}. ${back.id}`,
      en: `A refund for order ${order.code} was granted: ${reason}. ${back.en}`,
    }),
    toSeller(
      order,
      told,
      'refund-granted',
      `${sum} dari pesanan ${order.code} dikembalikan kepada pembeli: ${reason}.`,
    ),
  ]
}

export function refundedMessage(order: Order, told: Told, { amount, reference }: Refund): Message {
  const sum = rupiah(amount)
  return toBuyer(order, told, {
    template: 'order-refunded',
    id: `${sum} untuk pesanan ${order.code} sudah ditransfer kembali (${reference}).`,
    en: `${sum} for order ${order.code} has been transferred back to you (${reference}).`,
  })
}
