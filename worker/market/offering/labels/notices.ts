/**
 * What those who lead an enterprise are told of a label: that it ends in so many days, or has ended and is
 * shown to buyers no more. Once told, the next day on which there is something to say is noted.
 */
import { daysBetween, type LocalDate } from '#worker/kernel/calendar'
import type { Lead } from '#worker/identity/organizations/messages'
import { holdsOn, nextNotice, type LabelKind } from '#worker/market/offering/labels/label'
import type { Message } from '#worker/outbox/message'

export type Notice = {
  productId: string
  title: string
  kind: LabelKind
  validUntil: LocalDate
  slug: string
}

export const LABEL_NAMES: Record<LabelKind, string> = {
  pirt: 'P-IRT',
  halal: 'Halal',
  bpom: 'BPOM',
  sni: 'SNI',
}

/** What becomes of a label on the day it is spoken of. */
export function toldOf({ validUntil }: Pick<Notice, 'validUntil'>, today: LocalDate) {
  return { next: nextNotice({ validUntil }, today), ended: !holdsOn({ validUntil }, today) }
}

export function noticeMessages(
  { productId, title, kind, validUntil, slug }: Notice,
  leads: readonly Lead[],
  { today, url }: { today: LocalDate; url: string | null },
): Message[] {
  const days = daysBetween(today, validUntil)
  const label = LABEL_NAMES[kind]
  const where = url === null ? '' : ` ${url}/seller/${slug}/products/${productId}`
  const body: Record<Lead['locale'], string> =
    days < 0
      ? {
          id:
            `Label ${label} untuk ${title} sudah habis dan tidak lagi ditampilkan kepada pembeli. ` +
            `Perbarui labelnya.${where}`,
          en: `The ${label} label of ${title} has ended; buyers see it no more. Renew it.${where}`,
        }
      : {
          id:
            `Label ${label} untuk ${title} habis ${days} hari lagi (${validUntil}). ` +
            `Perpanjang, lalu tulis yang baru.${where}`,
          en:
            `The ${label} label of ${title} ends in ${days} days (${validUntil}). ` +
            `Renew it, then note the new one.${where}`,
        }
  return leads.map(({ phone, email, locale }) => ({
    channel: phone ? 'whatsapp' : 'email',
    destination: phone ?? email ?? '',
    template: days < 0 ? 'label-ended' : 'label-ends',
    body: body[locale],
  }))
}
