/** What the two sides are told about a complaint. The operator finds hers in her queue. */
import { toBuyer, toSeller, type Told } from '#worker/market/fulfilling/orders/messages'
import type { Order } from '#worker/market/fulfilling/orders/order'
import type { By } from '#worker/market/fulfilling/orders/taking'
import type {
  Author,
  Complaint,
  ComplaintKind,
} from '#worker/market/fulfilling/complaints/complaint'
import type { Message } from '#worker/outbox/message'

const ABOUT: Readonly<Record<ComplaintKind, string>> = {
  'not-arrived': 'paketnya belum sampai',
  damaged: 'barangnya rusak',
  wrong: 'barangnya salah',
  other: 'ada masalah',
  'return-refused': 'returnya ditolak dan ia meminta pengelola menengahi',
}

export function openedMessage(order: Order, told: Told, { kind, messages }: Complaint): Message {
  const said = messages[0]?.body ?? ''
  const text =
    `Keluhan untuk pesanan ${order.code}: ${ABOUT[kind]}. "${said.slice(0, 140)}" ` +
    'Jawab dalam 3 hari di halaman pesanan.'
  return toSeller(order, told, 'complaint-opened', text)
}

export function saidMessages(order: Order, told: Told, _one: Complaint, author: Author): Message[] {
  const buyer = toBuyer(order, told, {
    template: 'complaint-message',
    id: `Ada jawaban untuk keluhan pesanan ${order.code}.`,
    en: `There is an answer to your complaint about order ${order.code}.`,
  })
  const text = `Ada pesan baru tentang keluhan pesanan ${order.code}.`
  const seller = toSeller(order, told, 'complaint-message', text)
  return [...(author === 'buyer' ? [] : [buyer]), ...(author === 'seller' ? [] : [seller])]
}

export function mediationMessages(order: Order, told: Told): Message[] {
  return [
    toBuyer(order, told, {
      template: 'mediation-asked',
      id: `Pengelola menengahi keluhan pesanan ${order.code} dan memutuskan dalam 14 hari.`,
      en: `The operator looks at your complaint about order ${order.code} and decides within 14 days.`,
    }),
    toSeller(
      order,
      told,
      'mediation-asked',
      `Pengelola diminta menengahi keluhan pesanan ${order.code}. Lengkapi keterangan Anda.`,
    ),
  ]
}

export function decidedMessages(order: Order, told: Told, one: Complaint): Message[] {
  const again = one.outcome === 'replacement'
  const { decision } = one
  return [
    toBuyer(order, told, {
      template: 'complaint-decided',
      id: again
        ? `Pengelola memutuskan pesanan ${order.code} diganti: ${decision}`
        : `Pengelola memutuskan keluhan pesanan ${order.code} tanpa pengembalian: ${decision}`,
      en: again
        ? `The operator has decided that order ${order.code} is replaced: ${decision}`
        : `The operator has decided your complaint about order ${order.code} without a refund: ${decision}`,
    }),
    toSeller(
      order,
      told,
      'complaint-decided',
      again
        ? `Kirim pengganti untuk pesanan ${order.code} dalam 5 hari: ${decision}`
        : `Keluhan pesanan ${order.code} ditutup: ${decision}`,
    ),
  ]
}

export function withdrawnMessages(order: Order, told: Told, by: By): Message[] {
  const text = `Keluhan pesanan ${order.code} ditutup; pesanan berjalan seperti biasa.`
  const seller = toSeller(order, told, 'complaint-withdrawn', text)
  if (by === 'buyer') return [seller]
  const buyer = toBuyer(order, told, {
    template: 'complaint-withdrawn',
    id: `Keluhan pesanan ${order.code} ditutup karena tidak dilanjutkan.`,
    en: `Your complaint about order ${order.code} was closed since nobody took it further.`,
  })
  return [buyer, seller]
}
