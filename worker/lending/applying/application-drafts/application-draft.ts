/**
 * What somebody has typed of an application and not sent: her words as they stand in the fields, on
 * whichever of her devices. A device that writes over what it has not seen is refused. Numbers of
 * identity are never kept in a draft, nor are files.
 */
import { refuseUnless } from '#worker/kernel/refusal'

export type Content = Readonly<Record<string, string>>

export type ApplicationDraft = {
  id: string
  personId: string
  content: Content
  createdAt: number
  touchedAt: number
  version: number
}

export const MOST_DRAFTS = 10

/** Fields that are typed anew each time: what identifies, and what belongs to one sending. */
const NEVER_KEPT: ReadonlySet<string> = new Set(['nik', 'key', 'draft', 'version'])

type Kept = { id: string; personId: string; content: Content; seen: number; at: number }

/** A new draft, or the next state of one; `seen` is the version the device had, 0 for none. */
export function keep(before: ApplicationDraft | null, kept: Kept): ApplicationDraft {
  refuseUnless(
    (before?.version ?? 0) === kept.seen,
    'outdated',
    'This draft was changed on another device. Load it again.',
  )
  const entries = Object.entries(kept.content).filter(([field]) => !NEVER_KEPT.has(field))
  return {
    id: kept.id,
    personId: kept.personId,
    content: Object.fromEntries(entries),
    createdAt: before?.createdAt ?? kept.at,
    touchedAt: kept.at,
    version: kept.seen + 1,
  }
}
