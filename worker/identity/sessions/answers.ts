import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'

export const SessionAnswer = v.strictObject({
  id: v.string(),
  signedInAt: v.string(),
  endsAt: v.string(),
  /** Whether it is the one that asks. */
  current: v.boolean(),
})

export const SessionList = pageOf(SessionAnswer)

export type SessionRow = { id: string; tokenHash: string; createdAt: number; expiresAt: number }

export function describeSession(row: SessionRow, currentHash: string) {
  return {
    id: row.id,
    signedInAt: instantText(row.createdAt),
    endsAt: instantText(row.expiresAt),
    current: row.tokenHash === currentHash,
  }
}
