/**
 * A selling window: the time in which orders are taken. Between opening and closing; from the opening on
 * where no closing is set, until the closing where no opening is; where it closes before it opens again it
 * is a rest between the two. None at all is always open. A product is sold while its own window and that
 * of its shop are both open. Instants are UTC milliseconds.
 */
import type { Pointed } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'

export type Window = { opensAt: number | null; closesAt: number | null }

export const ALWAYS: Window = { opensAt: null, closesAt: null }

export function isOpenAt({ opensAt, closesAt }: Window, at: number): boolean {
  const begun = opensAt === null || at >= opensAt
  const lasting = closesAt === null || at < closesAt
  const resting = opensAt !== null && closesAt !== null && closesAt <= opensAt
  return resting ? begun || lasting : begun && lasting
}

export function allOpenAt(windows: readonly Window[], at: number): boolean {
  return windows.every((one) => isOpenAt(one, at))
}

/** When all of them are open next; null while they are open, and where nobody has said so. */
export function reopensAt(windows: readonly Window[], at: number): number | null {
  if (allOpenAt(windows, at)) return null
  const openings = windows.flatMap(({ opensAt }) =>
    opensAt !== null && opensAt > at ? [opensAt] : [],
  )
  return openings.toSorted((a, b) => a - b).find((one) => allOpenAt(windows, one)) ?? null
}

/** When one of them turns next, whichever way; null where nothing is to come. */
export function turnsAt(windows: readonly Window[], at: number): number | null {
  const turns = windows.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt])
  const coming = turns.filter((one) => one !== null).filter((one) => one > at)
  return coming.length > 0 ? Math.min(...coming) : null
}

const MOMENT = sentence('Waktu buka dan tutupnya sama.', 'It opens and closes at the same time.')

/** What is wrong with a window, if something is. */
export function faultOf({ opensAt, closesAt }: Window): Pointed | null {
  const same = opensAt !== null && opensAt === closesAt
  return same ? { pointer: '/closesAt', detail: MOMENT } : null
}
