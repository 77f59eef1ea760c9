/** What those who lead an organization are told when a webhook of theirs does not answer any more. */
import type { Lead } from '#worker/identity/organizations/messages'
import type { Message } from '#worker/outbox/message'

type Said = { status: 'failing' | 'paused'; host: string; network: string }

export function webhookMessages(
  leads: readonly Lead[],
  { status, host, network }: Said,
): Message[] {
  const texts = {
    failing: {
      id: `Webhook ke ${host} tidak menjawab sejak sehari lebih. Lihat halaman Integrasi di ${network}.`,
      en: `The webhook to ${host} has not answered for more than a day. See Integrations on ${network}.`,
    },
    paused: {
      id: `Webhook ke ${host} sudah tidak ada, jadi kami hentikan. Lihat Integrasi di ${network}.`,
      en: `${host} says that webhook is gone, so we paused it. See Integrations on ${network}.`,
    },
  }[status]
  return leads.map(({ phone, email, locale }) => ({
    channel: phone ? 'whatsapp' : 'email',
    destination: phone ?? email ?? '',
    template: `webhook-${status}`,
    body: texts[locale],
  }))
}
