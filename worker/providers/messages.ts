/**
 * The world that carries messages. A messenger throws when it could not deliver; the outbox tries again
 * with growing pauses. Where none is configured the message stays readable in the operator's outbox.
 */
import type { Env } from '#worker/http/context'
import type { Channel, Message } from '#worker/outbox/message'
import { emailGateway } from '#worker/providers/email-gateway'
import { messageGateway } from '#worker/providers/message-gateway'
import { whatsApp } from '#worker/providers/whatsapp'

export interface Messenger {
  send(message: Message & { id: string }): Promise<void>
}

export function messengerFor(env: Env, channel: Channel): Messenger | null {
  return channel === 'email' ? emailFor(env) : phoneFor(env)
}

function emailFor({ EMAIL_GATEWAY_URL, EMAIL_GATEWAY_TOKEN, EMAIL_FROM }: Env): Messenger | null {
  if (!EMAIL_GATEWAY_URL || !EMAIL_FROM) return null
  return emailGateway({
    url: EMAIL_GATEWAY_URL,
    token: EMAIL_GATEWAY_TOKEN ?? '',
    from: EMAIL_FROM,
  })
}

function phoneFor(env: Env): Messenger | null {
  if (env.WHATSAPP_TOKEN && env.WHATSAPP_PHONE_ID) {
    return whatsApp({
      token: env.WHATSAPP_TOKEN,
      phoneId: env.WHATSAPP_PHONE_ID,
      template: env.WHATSAPP_TEMPLATE,
      url: env.WHATSAPP_API_URL,
    })
  }
  if (!env.MESSAGE_GATEWAY_URL) return null
  return messageGateway({ url: env.MESSAGE_GATEWAY_URL, token: env.MESSAGE_GATEWAY_TOKEN ?? '' })
}
