/** What a buyer is told about her parcels, each time with the page on which she follows them. */
import { toBuyer, type Told } from '#worker/market/fulfilling/orders/messages'
import type { Order } from '#worker/market/fulfilling/orders/order'
import type { Parcel } from '#worker/market/fulfilling/shipments/parcel'
import type { Message } from '#worker/outbox/message'

const way = ({ courier, trackingNumber }: Parcel) => ({
  id: `${courier}${trackingNumber ? `, resi ${trackingNumber}` : ''}`,
  en: `${courier}${trackingNumber ? `, tracking number ${trackingNumber}` : ''}`,
})

export function shippedMessage(order: Order, told: Told, parcel: Parcel): Message {
  return toBuyer(order, told, {
    template: 'order-shipped',
    id: `Pesanan ${order.code} dikirim lewat ${way(parcel).id}.`,
    en: `Order ${order.code} is on its way by ${way(parcel).en}.`,
  })
}

/** A part of it; more will follow. */
export function parcelMessage(order: Order, told: Told, parcel: Parcel): Message {
  return toBuyer(order, told, {
    template: 'parcel-sent',
    id: `Paket ke-${parcel.n} dari pesanan ${order.code} dikirim lewat ${way(parcel).id}. Sisanya menyusul.`,
    en: `Parcel ${parcel.n} of order ${order.code} is on its way by ${way(parcel).en}. The rest follows.`,
  })
}

export function correctedMessage(order: Order, told: Told, parcel: Parcel): Message {
  return toBuyer(order, told, {
    template: 'tracking-corrected',
    id: `Nomor resi pesanan ${order.code} diperbaiki: ${way(parcel).id}.`,
    en: `The tracking number of order ${order.code} was corrected: ${way(parcel).en}.`,
  })
}

export function askedMessage(order: Order, told: Told, parcel: Parcel): Message {
  return toBuyer(order, told, {
    template: 'arrival-asked',
    id:
      `Paket pesanan ${order.code} (${way(parcel).id}) seharusnya sudah sampai. Sudah Anda terima? ` +
      'Jawab di halaman pesanan; tanpa jawaban kami anggap sudah.',
    en:
      `The parcel of order ${order.code} (${way(parcel).en}) should have arrived. Have you got it? ` +
      'Answer on the page of the order; unless we hear from you we take it that you have.',
  })
}

export function replacementMessage(order: Order, told: Told, parcel: Parcel): Message {
  return toBuyer(order, told, {
    template: 'replacement-sent',
    id: `Pengganti untuk pesanan ${order.code} dikirim lewat ${way(parcel).id}.`,
    en: `The replacement for order ${order.code} is on its way by ${way(parcel).en}.`,
  })
}
