/**
 * What buyer and seller are told when an order moves on: to the buyer in her language with a link to her
 * order, to the seller in Indonesian with a link to hers. Without a known address the link is left out.
 */
import { rupiah, subtract } from '#worker/kernel/money'
import type { CompletionDays } from '#worker/market/fulfilling/orders/completion-days'
import { commissionOf, heldOf, type Order } from '#worker/market/fulfilling/orders/order'
import type { Message } from '#worker/outbox/message'

/** The address of the network's pages, without a slash at the end. */
export type Site = { url: string | null }

/** Who is told, and where the page is that tells more. */
export type Told = {
  buyer: { phone: string; locale: 'id' | 'en' }
  seller: { slug: string; name: string; phone: string }
  site: Site
}

export type Words = { template: string; id: string; en: string }

export function toBuyer(order: Order, { buyer, site }: Told, words: Words): Message {
  const page = `${buyer.locale === 'en' ? '/en' : ''}/orders/${order.code}`
  const body = site.url === null ? words[buyer.locale] : `${words[buyer.locale]} ${site.url}${page}`
  return { channel: 'whatsapp', destination: buyer.phone, template: words.template, body }
}

export function toSeller(
  order: Order,
  { seller, site }: Told,
  template: string,
  text: string,
): Message {
  const page = `/seller/${seller.slug}/orders/${order.id}`
  const body = site.url === null ? text : `${text} ${site.url}${page}`
  return { channel: 'whatsapp', destination: seller.phone, template, body }
}

export function confirmedMessage(order: Order, told: Told): Message {
  const { name } = told.seller
  return toBuyer(order, told, {
    template: 'order-confirmed',
    id: `${name} menerima pesanan ${order.code} dan sedang menyiapkannya.`,
    en: `${name} has accepted order ${order.code} and is preparing it.`,
  })
}

export function packedMessage(order: Order, told: Told): Message {
  const { name } = told.seller
  if (order.delivery === 'pickup') {
    return toBuyer(order, told, {
      template: 'order-ready',
      id: `Pesanan ${order.code} dari ${name} siap diambil di ${order.pickupPlace}.`,
      en: `Order ${order.code} from ${name} can be picked up at ${order.pickupPlace}.`,
    })
  }
  return toBuyer(order, told, {
    template: 'order-packed',
    id: `Pesanan ${order.code} dari ${name} sudah dikemas dan segera dikirim.`,
    en: `Order ${order.code} from ${name} is packed and will be sent soon.`,
  })
}

export function deliveredMessage(order: Order, told: Told, { afterDelivery }: CompletionDays) {
  return toBuyer(order, told, {
    template: 'order-delivered',
    id:
      `Pesanan ${order.code} sudah sampai. Periksa isinya, lalu tekan "Sudah saya terima"; ` +
      `tanpa kabar, pesanan selesai sendiri dalam ${afterDelivery} hari.`,
    en:
      `Order ${order.code} has arrived. Check it, then press "I have received it"; ` +
      `unless we hear from you it completes by itself in ${afterDelivery} days.`,
  })
}

export function completedMessages(order: Order, told: Told): Message[] {
  const earned = rupiah(
    order.terms === 'cod' ? order.total : subtract(heldOf(order), commissionOf(order)),
  )
  return [
    toSeller(
      order,
      told,
      'order-completed',
      order.terms === 'cod'
        ? `Pesanan ${order.code} selesai. ${earned} sudah Anda terima di tempat.`
        : `Pesanan ${order.code} selesai. ${earned} masuk ke saldo ${told.seller.name}.`,
    ),
  ]
}

/** A parcel that was to be paid at the door is on its way back. */
export function refusedAtDoorMessage(order: Order, told: Told, reason: string): Message {
  return toBuyer(order, told, {
    template: 'order-refused-at-door',
    id:
      `Paket pesanan ${order.code} tidak diterima (${reason}) dan dibawa kembali. ` +
      'Tidak ada yang perlu dibayar.',
    en: `The parcel of order ${order.code} was not taken and goes back. There is nothing to pay.`,
  })
}
