import { and, desc, eq, sql } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { applicationDrafts } from '#db/schema/applying'
import {
  MOST_DRAFTS,
  type ApplicationDraft,
  type Content,
} from '#worker/lending/applying/application-drafts/application-draft'

type Row = typeof applicationDrafts.$inferSelect

export const draftOf = (row: Row): ApplicationDraft => ({
  ...row,
  content: JSON.parse(row.content) as Content,
})

export function listDrafts(db: Database, personId: string) {
  return db
    .select()
    .from(applicationDrafts)
    .where(eq(applicationDrafts.personId, personId))
    .orderBy(desc(applicationDrafts.touchedAt))
    .limit(MOST_DRAFTS)
}

/** One of hers; an id is the device's own choice, so another's is as good as none. */
export function findDraft(db: Database, id: string, personId: string) {
  return db
    .select()
    .from(applicationDrafts)
    .where(and(eq(applicationDrafts.id, id), eq(applicationDrafts.personId, personId)))
}

/** Kept if nobody was first: a state that another device has written stays as it is. */
export function putDraft(db: Database, draft: ApplicationDraft): Statement[] {
  const content = JSON.stringify(draft.content)
  const { id, personId, touchedAt, version } = draft
  return [
    db
      .insert(applicationDrafts)
      .values({ ...draft, content })
      .onConflictDoUpdate({
        target: applicationDrafts.id,
        set: { content, touchedAt, version },
        setWhere: sql`application_drafts.person_id = ${personId}
          AND application_drafts.version = ${version - 1}`,
      }),
    assertHolds(
      db,
      sql`EXISTS (SELECT 1 FROM application_drafts WHERE id = ${id} AND person_id = ${personId}
        AND version = ${version} AND content = ${content})`,
      'draft_unchanged',
    ),
    assertHolds(
      db,
      sql`(SELECT count(*) FROM application_drafts WHERE person_id = ${personId}) <= ${MOST_DRAFTS}`,
      'drafts_within_limit',
    ),
  ]
}

export function deleteDraft(db: Database, id: string, personId: string): Statement {
  return db
    .delete(applicationDrafts)
    .where(and(eq(applicationDrafts.id, id), eq(applicationDrafts.personId, personId)))
}
