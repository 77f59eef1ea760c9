/**
 * The world that carries messages. A messenger throws when it could not deliver; the outbox tries again
 * with growing pauses. Where none is configured the message stays readable in the operator's outbox.
 */
import type { Env } from '#worker/http/context'
import type { Channel, Message } from '#worker/outbox/message'

export interface Messenger {
  send(message: Message & { id: string }): Promise<void>
}

export function messengerFor(_env: Env, _channel: Channel): Messenger | null {
  return null
}
