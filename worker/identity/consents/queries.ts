import { and, eq, isNull } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { consents } from '#db/schema/identity'
import { CONSENT_TEXTS, type Purpose } from '#worker/identity/consents/texts'

type Given = {
  id: string
  personId: string
  organizationId: string
  purpose: Purpose
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
