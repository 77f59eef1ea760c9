/** What money that came seems to be, or why it waits, in words and tones. */
import { m } from '#lib/paraglide/messages.js'
import type { Tone } from '#lib/status.ts'

const CAUSES = {
  exact: [m.office_like_exact, 'good'],
  booked: [m.office_like_booked, 'info'],
  double: [m.office_like_double, 'warn'],
  short: [m.office_like_short, 'warn'],
  over: [m.office_like_over, 'info'],
  late: [m.office_like_late, 'warn'],
  unknown: [m.office_like_unknown, 'quiet'],
  mismatch: [m.office_like_mismatch, 'warn'],
} as const satisfies Record<string, readonly [() => string, Tone]>

export type Cause = keyof typeof CAUSES

export const causeName = (cause: Cause): string => CAUSES[cause][0]()
export const causeTone = (cause: Cause): Tone => CAUSES[cause][1]
