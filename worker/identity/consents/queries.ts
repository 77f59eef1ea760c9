import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { consents } from '#db/schema/identity'
import { CONSENT_TEXTS, type Purpose } from '#worker/identity/consents/texts'

export type Given = {
  id: string
  personId: string
  organizationId: string
  purpose: Purpose
  /** What it was given for: an application. */
  subject: string
  locale: 'id' | 'en'
  at: number
}

/** Records the consent with the very text that was shown. */
export function insertConsent(db: Database, { locale, at, ...given }: Given): Statement {
  const text = CONSENT_TEXTS[given.purpose]
  return db
    .insert(consents)
    .values({ ...given, textVersion: text.version, textShown: text[locale], givenAt: at })
}

/** Withdraws what she gave; a second time changes nothing. */
export function withdrawConsent(
  db: Database,
  { id, personId, at }: { id: string; personId: string; at: number },
): Statement {
  return db
    .update(consents)
    .set({ withdrawnAt: at })
    .where(and(eq(consents.id, id), eq(consents.personId, personId), isNull(consents.withdrawnAt)))
}

export type ConsentRow = {
  id: string
  purpose: Purpose
  textVersion: string
  text: string
  givenAt: number
  withdrawnAt: number | null
}

/** What a person agreed to for one subject, in the order in which she did. */
export function listConsents(db: Database, subject: string, personId: string) {
  return db.all<ConsentRow>(sql`
    SELECT id, purpose, text_version AS textVersion, text_shown AS text, given_at AS givenAt,
      withdrawn_at AS withdrawnAt
    FROM consents WHERE subject = ${subject} AND person_id = ${personId} ORDER BY given_at, id`)
}
