/**
 * A sheet on its way: read and shown first (`previewed`), then applied page by page (`running`) until
 * there is nothing left to do (`done`). `work` items would do something and come first; `done` says how
 * many of them have been gone through. Where one came otherwise than the dry run said, the counts say so.
 */
import { refuseUnless } from '#worker/kernel/refusal'
import type { LayoutName } from '#worker/market/selling/imports/layouts'
import type { Options } from '#worker/market/selling/imports/merging'
import type { Counts, Outcome } from '#worker/market/selling/imports/planning'

export type Import = Counts & {
  id: string
  enterpriseId: string
  fileName: string
  layout: LayoutName
  status: 'previewed' | 'running' | 'done'
  options: Options
  rows: number
  work: number
  done: number
  createdAt: number
  finishedAt: number | null
  version: number
}

export function begin(one: Import): Import {
  refuseUnless(one.status === 'previewed', 'illegal-transition', 'This import has begun already.')
  refuseUnless(one.work > 0, 'illegal-transition', 'This file would change nothing.')
  return { ...one, status: 'running', version: one.version + 1 }
}

type Moved = {
  /** The number of the last item of the page. */
  to: number
  came: readonly { from: Outcome; to: Outcome }[]
  at: number
}

const COUNTED = {
  created: 'created',
  changed: 'changed',
  unchanged: 'unchanged',
  fault: 'faulty',
} as const satisfies Record<Outcome, keyof Counts>

export function movedOn(before: Import, { to, came, at }: Moved): Import {
  const counts = { ...before }
  for (const one of came) {
    counts[COUNTED[one.from]] -= 1
    counts[COUNTED[one.to]] += 1
  }
  const done = Math.min(before.work, to)
  const isDone = done === before.work
  return {
    ...counts,
    done,
    status: isDone ? 'done' : 'running',
    finishedAt: isDone ? at : null,
    version: before.version + 1,
  }
}
