/** What a companion is told when a group lets her act for it, or no longer. */
import type { Message } from '#worker/outbox/message'

type Told = {
  companion: { phone: string | null; email: string | null; locale: 'id' | 'en' }
  group: string
  endsOn: string
}

export function grantMessages({ companion, group, endsOn }: Told): Message[] {
  const destination = companion.phone ?? companion.email
  if (destination === null) return []
  const body = {
    id: `${group} mengizinkan Anda membantu di tokonya sampai ${endsOn}. Nama Anda tercatat.`,
    en: `${group} lets you help in its shop until ${endsOn}. What you do is recorded by name.`,
  }[companion.locale]
  const channel = companion.phone ? 'whatsapp' : 'email'
  return [{ channel, destination, template: 'companion-granted', body }]
}
