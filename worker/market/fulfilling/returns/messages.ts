/** What the two sides are told about a return. */
import { toBuyer, toSeller, type Told } from '#worker/market/fulfilling/orders/messages'
import type { Order } from '#worker/market/fulfilling/orders/order'
import type { By } from '#worker/market/fulfilling/orders/taking'
import type { Return } from '#worker/market/fulfilling/returns/return'
import type { Message } from '#worker/outbox/message'

export function askedMessage(order: Order, told: Told, { reason }: Return): Message {
  const text =
    `Pembeli ingin mengembalikan barang pesanan ${order.code}: ${reason}. ` +
    'Jawab dalam 3 hari; tanpa jawaban retur disetujui.'
  return toSeller(order, told, 'return-asked', text)
}

export function acceptedMessages(order: Order, told: Told, one: Return, by: By): Message[] {
  const free = one.shippingBy === 'seller'
  const buyer = toBuyer(order, told, {
    template: 'return-accepted',
    id:
      `Retur pesanan ${order.code} disetujui. Kirim barangnya dalam 7 hari; ongkir kembali ` +
      `ditanggung ${free ? 'penjual' : 'Anda'}.`,
    en:
      `The return for order ${order.code} was accepted. Send the goods within 7 days; the way back ` +
      `is paid by ${free ? 'the seller' : 'you'}.`,
  })
  if (by !== 'clock') return [buyer]
  const text = `Retur pesanan ${order.code} disetujui karena tidak dijawab dalam 3 hari.`
  return [buyer, toSeller(order, told, 'return-accepted-seller', text)]
}

export function refusedMessage(order: Order, told: Told, { answer }: Return): Message {
  const { name } = told.seller
  return toBuyer(order, told, {
    template: 'return-refused',
    id: `${name} menolak retur pesanan ${order.code}: ${answer}. Tidak setuju? Minta pengelola menengahi.`,
    en: `${name} refuses the return of order ${order.code}: ${answer}. You may ask the operator to decide.`,
  })
}

export function sentBackMessage(order: Order, told: Told, one: Return): Message {
  const way = `${one.courier ?? ''}${one.trackingNumber ? `, resi ${one.trackingNumber}` : ''}`
  const text = `Barang retur pesanan ${order.code} dikirim kembali lewat ${way}. Tandai bila sudah diterima.`
  return toSeller(order, told, 'return-sent', text)
}

export function receivedMessage(order: Order, told: Told, _one: Return): Message {
  return toBuyer(order, told, {
    template: 'return-received',
    id: `Barang retur pesanan ${order.code} sudah diterima penjual; uangnya menyusul.`,
    en: `The seller has the goods of order ${order.code} back; your money follows.`,
  })
}

export function withdrawnMessage(order: Order, told: Told, _one: Return): Message {
  return toSeller(
    order,
    told,
    'return-withdrawn',
    `Retur pesanan ${order.code} tidak jadi; pesanan berjalan seperti biasa.`,
  )
}
