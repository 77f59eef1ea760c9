/**
 * A message is a row of the outbox, written in the batch of what it tells about and delivered later by
 * the queue. Its text is Indonesian or English, short, without personal data beyond what it must say.
 */
export type Channel = 'whatsapp' | 'email'

export type Message = {
  channel: Channel
  /** 628… for WhatsApp, an address for e-mail. */
  destination: string
  /** What kind of message it is, for filters and statistics: `sign-in-code`, `order-shipped`. */
  template: string
  body: string
}
