/**
 * An audit that was done: when, how many invariants were tried, and which were broken on how many rows.
 * It is kept as an event of the subject `audit`, so that it needs no table and cannot be altered; it holds
 * names of invariants and counts, nothing of anybody.
 */
import type { Happened } from '#worker/history/event'
import type { Act } from '#worker/history/event'
import type { Violation } from '#worker/audit/invariant'

export const AUDIT = 'audit'

export type Finding = { invariant: string; rows: number }
export type Audited = { seq: number; at: number; tried: number; broken: readonly Finding[] }

export function auditedEvent(
  violations: readonly Violation[],
  { tried, seq, act }: { tried: number; seq: number; act: Act },
): Happened {
  const broken = violations.map(({ invariant, rows }) => ({ invariant, rows: rows.length }))
  const type = broken.length === 0 ? 'found-clean' : 'found-broken'
  return { ...act, subject: AUDIT, seq, type, data: { tried, broken } }
}

export function auditedFrom(event: { seq: number; at: number; data: string }): Audited {
  const { tried, broken } = JSON.parse(event.data) as Pick<Audited, 'tried' | 'broken'>
  return { seq: event.seq, at: event.at, tried, broken }
}
