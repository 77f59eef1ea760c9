import { and, eq, isNull, sql } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { attachments } from '#db/schema/applying'
import { MOST_OF_A_KIND, type Attachment } from '#worker/lending/applying/attachments/attachment'

/** What is still kept of the papers of an application. */
export function listAttachments(db: Database, applicationId: string) {
  return db
    .select()
    .from(attachments)
    .where(and(eq(attachments.applicationId, applicationId), isNull(attachments.forgottenAt)))
    .orderBy(attachments.id)
}

/** The same paper again, after it was taken away, is kept again. */
export function insertAttachment(db: Database, one: Attachment): Statement[] {
  const { id, kind, addedBy, addedAt } = one
  return [
    db
      .insert(attachments)
      .values(one)
      .onConflictDoUpdate({
        target: [attachments.applicationId, attachments.sha256],
        set: { id, kind, addedBy, addedAt, forgottenAt: null },
        setWhere: sql`attachments.forgotten_at IS NOT NULL`,
      }),
    assertHolds(
      db,
      sql`EXISTS (SELECT 1 FROM attachments WHERE id = ${id} AND forgotten_at IS NULL)`,
      'attachment_once',
    ),
    assertHolds(
      db,
      sql`(SELECT count(*) FROM attachments WHERE application_id = ${one.applicationId}
        AND kind = ${kind} AND forgotten_at IS NULL) <= ${MOST_OF_A_KIND}`,
      'attachments_within_limit',
    ),
  ]
}

export function forgetAttachment(db: Database, id: string, at: number): Statement {
  return db.update(attachments).set({ forgottenAt: at }).where(eq(attachments.id, id))
}
