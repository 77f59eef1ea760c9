import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { KEPT_AFTER_MS } from '#worker/lending/applying/identities/identity'

/** Whatever is over and has no day yet gets one: the triggers that saw its end know no clock. */
export function setDays(db: Database, now: number): Statement[] {
  const day = (after: number) => sql`CAST(${now + after} AS INTEGER)`
  return [
    db.run(sql`UPDATE application_identities SET forget_at = CASE
        WHEN EXISTS (SELECT 1 FROM loans l
          WHERE l.application_id = application_identities.application_id)
        THEN ${day(KEPT_AFTER_MS.paid)} ELSE ${day(KEPT_AFTER_MS.refused)} END
      WHERE application_id IN (SELECT application_id FROM application_identities
        INDEXED BY identities_ending WHERE forget_at = 0 LIMIT 200)`),
  ]
}

export function listToForget(db: Database, now: number, most: number) {
  return db.all<{ id: string }>(sql`
    SELECT application_id AS id FROM application_identities INDEXED BY identities_ending
    WHERE forget_at > 0 AND forget_at <= ${now} ORDER BY forget_at LIMIT ${most}`)
}

/** Those whose applicant took her consent back, and of whom a NIK or a KTP is still there. */
export function listWithdrawn(db: Database, since: number, most: number) {
  return db.all<{ id: string }>(sql`
    SELECT i.application_id AS id FROM consents c INDEXED BY consents_withdrawn
    JOIN application_identities i ON i.application_id = c.subject
    WHERE c.purpose = 'identity' AND c.withdrawn_at > ${since} AND c.subject IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM consents d WHERE d.subject = c.subject
        AND d.person_id = c.person_id AND d.purpose = 'identity' AND d.withdrawn_at IS NULL)
      AND (i.nik IS NOT NULL OR EXISTS (SELECT 1 FROM attachments t
        WHERE t.application_id = i.application_id AND t.kind = 'ktp' AND t.forgotten_at IS NULL))
    LIMIT ${most}`)
}

type Forgotten = { all: readonly string[]; ktp: readonly string[] }

export function recordForgotten(db: Database, { all, ktp }: Forgotten, now: number): Statement[] {
  const listed = (ids: readonly string[]) =>
    sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
  const at = sql`CAST(${now} AS INTEGER)`
  return [
    db.run(sql`UPDATE application_identities SET nik = NULL, nik_shown = NULL, nik_index = NULL,
      phone_index = NULL, forget_at = NULL, forgotten_at = ${at}
      WHERE application_id IN ${listed(all)}`),
    db.run(sql`UPDATE attachments SET forgotten_at = ${at}
      WHERE application_id IN ${listed(all)} AND forgotten_at IS NULL`),
    db.run(sql`UPDATE application_identities SET nik = NULL, nik_shown = NULL, nik_index = NULL
      WHERE application_id IN ${listed(ktp)}`),
    db.run(sql`UPDATE attachments SET forgotten_at = ${at}
      WHERE application_id IN ${listed(ktp)} AND kind = 'ktp' AND forgotten_at IS NULL`),
  ]
}
