/** What the two sides are told when an order is to end before it leaves. */
import { toBuyer, toSeller, type Told } from '#worker/market/fulfilling/orders/messages'
import type { Order } from '#worker/market/fulfilling/orders/order'
import type { By } from '#worker/market/fulfilling/orders/taking'
import { howBack } from '#worker/market/fulfilling/refunds/messages'
import type { Refund } from '#worker/market/fulfilling/refunds/refund'
import type { Message } from '#worker/outbox/message'

type Ended = { reason: string; by: By; refund: Refund | undefined }

export function cancelledMessages(order: Order, told: Told, ended: Ended): Message[] {
  const { reason, by, refund } = ended
  const { name } = told.seller
  const back = refund
    ? howBack(refund)
    : { id: 'Anda belum membayar apa pun.', en: 'You have paid nothing yet.' }
  const words =
    by === 'seller'
      ? {
          id: `Maaf, ${name} membatalkan pesanan ${order.code}: ${reason}.`,
          en: `Sorry, ${name} has cancelled order ${order.code}: ${reason}.`,
        }
      : {
          id: `Pesanan ${order.code} dari ${name} dibatalkan: ${reason}.`,
          en: `Order ${order.code} from ${name} was cancelled: ${reason}.`,
        }
  const buyer = toBuyer(order, told, {
    template: 'order-cancelled',
    id: `${words.id} ${back.id}`,
    en: `${words.en} ${back.en}`,
  })
  if (by === 'seller') return [buyer]
  const text = `Pesanan ${order.code} dibatalkan: ${reason}. Jangan dikirim; barangnya kembali ke stok.`
  return [buyer, toSeller(order, told, 'order-cancelled-seller', text)]
}

export function askedMessage(order: Order, told: Told, reason: string): Message {
  return toSeller(
    order,
    told,
    'cancellation-asked',
    `Pembeli ingin membatalkan pesanan ${order.code}: ${reason}. ` +
      'Jawab dalam 24 jam; tanpa jawaban pesanan dibatalkan.',
  )
}

export function refusedMessage(order: Order, told: Told, reason: string): Message {
  const { name } = told.seller
  return toBuyer(order, told, {
    template: 'cancellation-refused',
    id: `${name} tidak dapat membatalkan pesanan ${order.code}: ${reason}.`,
    en: `${name} cannot cancel order ${order.code}: ${reason}.`,
  })
}

export function lateMessages(order: Order, told: Told): Message[] {
  const { name } = told.seller
  return [
    toSeller(
      order,
      told,
      'order-late',
      `Pesanan ${order.code} sudah lewat batas kirim. Kirim hari ini; ` +
        'pembeli kini boleh membatalkan, dan dalam 4 hari pesanan batal sendiri.',
    ),
    toBuyer(order, told, {
      template: 'order-late-buyer',
      id:
        `${name} belum mengirim pesanan ${order.code} pada waktunya. Anda boleh menunggu, ` +
        'atau membatalkannya sekarang juga di halaman pesanan.',
      en:
        `${name} has not sent order ${order.code} in time. You may wait, ` +
        'or cancel it at once on the page of the order.',
    }),
  ]
}

export function uncollectedMessage(order: Order, told: Told): Message {
  return toBuyer(order, told, {
    template: 'order-uncollected',
    id:
      `Pesanan ${order.code} masih menunggu Anda di ${order.pickupPlace}. ` +
      'Bila tidak diambil dalam 14 hari, pesanan dibatalkan dan uang dikembalikan.',
    en:
      `Order ${order.code} still waits for you at ${order.pickupPlace}. ` +
      'Unless it is collected within 14 days it is cancelled and refunded.',
  })
}
