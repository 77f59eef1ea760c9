import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { outbox } from '#db/schema/shell'
import { isSecret, MESSAGE_STATES } from '#worker/outbox/message'

export const MessageAnswer = v.strictObject({
  id: v.string(),
  channel: v.picklist(['whatsapp', 'email']),
  destination: v.string(),
  template: v.string(),
  /** Null where it says a secret, unless only the operator can pass it on. */
  body: v.nullable(v.string()),
  status: v.picklist(MESSAGE_STATES),
  attempts: v.number(),
  error: v.nullable(v.string()),
  createdAt: v.string(),
  nextAt: v.nullable(v.string()),
  sentAt: v.nullable(v.string()),
})

export const MessageList = pageOf(MessageAnswer)

export function describeMessage(row: typeof outbox.$inferSelect) {
  const { id, channel, destination, template, status, attempts, error } = row
  const told = status === 'kept' || !isSecret(row)
  return {
    ...{ id, channel, destination, template, status, attempts, error },
    body: told ? row.body : null,
    createdAt: instantText(row.createdAt),
    nextAt: status === 'waiting' ? instantText(row.nextAt) : null,
    sentAt: row.sentAt === null ? null : instantText(row.sentAt),
  }
}
