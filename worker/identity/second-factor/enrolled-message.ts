/** Tells a person, where she is reached, that an authenticator app was tied to her account. */
import type { Person } from '#worker/identity/actor'
import type { Message } from '#worker/outbox/message'

export function enrolledMessage(person: Person, network: string): Message {
  const body = {
    id: `Aplikasi autentikator baru dipasang di akun ${network} Anda. Bukan Anda? Hubungi pengelola.`,
    en: `A new authenticator app was tied to your ${network} account. Not you? Tell the operator at once.`,
  }
  return {
    channel: person.phone ? 'whatsapp' : 'email',
    destination: person.phone ?? person.email ?? '',
    template: 'second-factor-enrolled',
    body: body[person.locale],
  }
}
