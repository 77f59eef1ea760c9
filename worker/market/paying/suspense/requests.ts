/** What the treasurer says of money that has come without a purchase. */
import * as v from 'valibot'
import { date, id, money, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'
import { SUSPENSE_STATES } from '#worker/market/paying/suspense/suspense'

const code = v.pipe(v.string(), v.trim(), v.maxLength(20), v.toUpperCase())

export const UnmatchedRequest = v.object({
  amount: money(),
  receivedOn: date(),
  reference: text(120),
  /** The purchase it seems to belong to, by its code. */
  code: v.optional(code, ''),
})

export const UnmatchedQuery = v.object({
  status: v.optional(v.picklist(SUSPENSE_STATES)),
  after: after([v.string()]),
  limit,
})

export const AssignmentRequest = v.object({
  items: v.pipe(
    v.array(id()),
    v.minLength(1),
    v.maxLength(20),
    v.description('Taken in this order until the total is reached'),
  ),
  code,
})

export const ReturnRequest = v.object({
  returnedOn: date(),
  bank: text(60),
  account: text(60),
  reference: text(120),
})
