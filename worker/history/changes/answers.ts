import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { addressOf, changeId, type Change } from '#worker/history/changes/change'

/** The same whether it is listed or brought by a webhook (shape of Standard Webhooks). */
export const ChangeAnswer = v.strictObject({
  id: v.string(),
  /** `order.paid`: the noun and what happened to it. */
  type: v.string(),
  timestamp: v.string(),
  data: v.strictObject({
    organization: v.string(),
    noun: v.string(),
    /** The id of what it happened to. */
    subject: v.string(),
    /** The number of the event in the life of its subject, from 1. */
    seq: v.number(),
    /** Where to ask for it as it is now; null where it is only listed. */
    href: v.nullable(v.string()),
  }),
})

export const ChangesAnswer = v.strictObject({
  items: v.array(ChangeAnswer),
  /** Where to go on from, also when there is nothing more yet. */
  next: v.string(),
  /** Whether there is more to ask for at once. */
  more: v.boolean(),
})

export function describeChange(change: Change, slug: string) {
  const { key, noun, subject, seq, type, at } = change
  return {
    id: changeId(key),
    type: `${noun}.${type}`,
    timestamp: instantText(at),
    data: { organization: slug, noun, subject, seq, href: addressOf(change, slug) },
  }
}
