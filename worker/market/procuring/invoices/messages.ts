/** The reminder of an invoice: friendly before its day, plain after it. */
import { rupiah, type Amount } from '#worker/kernel/money'
import type { Message } from '#worker/outbox/message'

type Reminded = {
  number: string
  sellerName: string
  due: Amount
  dueOn: string
  phone: string
  companySlug: string
  purchaseOrderId: string
}

/** `days` after its due day; below zero before. */
export function reminderMessage(
  one: Reminded,
  days: number,
  site: { url: string | null },
): Message {
  const what = `tagihan ${one.number} dari ${one.sellerName} sebesar ${rupiah(one.due)}`
  const text =
    days < 0
      ? `Pengingat: ${what} jatuh tempo ${-days} hari lagi, ${one.dueOn}.`
      : days === 0
        ? `Hari ini ${what} jatuh tempo. Abaikan bila sudah ditransfer.`
        : `Mohon perhatian: ${what} sudah lewat ${days} hari dari ${one.dueOn}. ` +
          `Abaikan bila sudah ditransfer.`
  const page = `/partner/${one.companySlug}/purchase-orders/${one.purchaseOrderId}`
  return {
    channel: 'whatsapp',
    destination: one.phone,
    template: 'invoice-reminder',
    body: site.url === null ? text : `${text} ${site.url}${page}`,
  }
}
