/** Audits as the operator sees them. */
import * as v from 'valibot'
import type { Audited } from '#worker/audit/audits/audited'
import type { Invariant, Violation } from '#worker/audit/invariant'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'

export const AuditAnswer = v.strictObject({
  number: v.number(),
  at: v.string(),
  clean: v.boolean(),
  tried: v.number(),
  broken: v.array(v.strictObject({ invariant: v.string(), rows: v.number() })),
})
export const AuditPage = pageOf(AuditAnswer)

export function describeAudit({
  seq,
  at,
  tried,
  broken,
}: Audited): v.InferOutput<typeof AuditAnswer> {
  const clean = broken.length === 0
  return { number: seq, at: instantText(at), clean, tried, broken: [...broken] }
}

export const AuditReport = v.strictObject({
  ...AuditAnswer.entries,
  invariants: v.array(
    v.strictObject({
      id: v.string(),
      says: v.string(),
      holds: v.boolean(),
      rows: v.pipe(
        v.array(v.record(v.string(), v.nullable(v.union([v.string(), v.number()])))),
        v.description('The first rows that break it'),
      ),
    }),
  ),
})

export function describeReport(
  audited: Audited,
  invariants: readonly Invariant[],
  violations: readonly Violation[],
): v.InferOutput<typeof AuditReport> {
  const found = new Map(violations.map((one) => [one.invariant, one.rows]))
  return {
    ...describeAudit(audited),
    invariants: invariants.map(({ id, says }) => {
      const rows = (found.get(id) ?? []) as Record<string, string | number | null>[]
      return { id, says, holds: rows.length === 0, rows: [...rows] }
    }),
  }
}
