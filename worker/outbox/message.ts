/**
 * A message is a row of the outbox, written in the batch of what it tells about and delivered later by
 * the queue. Its text is Indonesian or English, short, without personal data beyond what it must say.
 * It is delivered at least once: tried again with growing pauses, eight times, over about two hours.
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

/** `kept`: no messenger is configured, so it stays for the operator to read and pass on. */
export const MESSAGE_STATES = ['waiting', 'sent', 'kept', 'failed'] as const
export type MessageStatus = (typeof MESSAGE_STATES)[number]

export const MOST_ATTEMPTS = 8
const FIRST_PAUSE_MS = 30_000

/** A row on its way: `attempts` counts this one. */
export type Underway = Message & { id: string; attempts: number; createdAt: number }

/** How an attempt ended: sent, kept for want of a messenger, or failed, perhaps for good. */
export type Result = { sent: true } | { kept: true } | { error: string; final: boolean }

/** What becomes of the row. */
export type Outcome = {
  id: string
  status: MessageStatus
  error: string | null
  nextAt: number
  sentAt: number | null
}

export function outcomeOf({ id, attempts }: Underway, result: Result, now: number): Outcome {
  const ended = { id, error: null, nextAt: now, sentAt: null }
  if ('sent' in result) return { ...ended, status: 'sent', sentAt: now }
  if ('kept' in result) return { ...ended, status: 'kept' }
  const status = result.final || attempts >= MOST_ATTEMPTS ? 'failed' : 'waiting'
  return { ...ended, status, error: result.error, nextAt: now + FIRST_PAUSE_MS * 2 ** attempts }
}

/** These say a secret, and nothing once its time is over. */
const VALID_FOR_MS: Readonly<Record<string, number>> = {
  'sign-in-code': 10 * 60 * 1000,
  'acceptance-code': 10 * 60 * 1000,
}

export function isSecret({ template }: Pick<Message, 'template'>): boolean {
  return template in VALID_FOR_MS
}

export function isOver({ template, createdAt }: Underway, now: number): boolean {
  return now - createdAt > (VALID_FOR_MS[template] ?? Number.POSITIVE_INFINITY)
}

/** A secret that failed is not sent again: its time is over and its text is gone. */
export function mayRetry(message: { status: MessageStatus; template: string }): boolean {
  return message.status === 'kept' || (message.status === 'failed' && !isSecret(message))
}
