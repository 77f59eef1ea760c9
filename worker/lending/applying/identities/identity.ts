/**
 * Looking at somebody's NIK and KTP: by who reviews her application, for a reason that is kept and that
 * she can read, for a few minutes, and no more often than so many times a day. When the application came
 * to nothing, or its loan is paid, both are forgotten after a while.
 */
export const OPEN_FOR_MS = 10 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

/** How many a reviewer may open in a day. */
export const MOST_OPENINGS = { most: 30, windowMs: DAY_MS }

/** How long they are kept after an application came to nothing, and after its loan was paid. */
export const KEPT_AFTER_MS = { refused: 30 * DAY_MS, paid: 90 * DAY_MS } as const

/** Where the sealed NIK of an application lies. */
export const placeOfNik = (applicationId: string) => ({
  table: 'application_identities',
  column: 'nik',
  id: applicationId,
})
