/** What is kept only for a while: sessions, sign-in codes, messages, keys, counters. A thousand a minute. */
import { sql } from 'drizzle-orm'
import { commit } from '#db/client'
import { CART_LASTS_MS } from '#worker/http/cart-cookie'
import { CHANGES_KEPT_MS } from '#worker/history/changes/change'
import { forgetChanges } from '#worker/history/changes/queries'
import { KEPT_FOR_MS } from '#worker/http/idempotency'
import type { Tick } from '#worker/jobs/tick'

/** Messages name people and numbers: nobody asks for them after three months. */
const MESSAGES_KEPT_MS = 90 * 24 * 60 * 60 * 1000
/** What a gateway said word for word; the payment's own history stays. */
const NOTICES_KEPT_MS = 400 * 24 * 60 * 60 * 1000

/** What was typed and not sent for half a year. */
const DRAFTS_KEPT_MS = 180 * 24 * 60 * 60 * 1000

export async function forgetExpired({ db, now }: Tick): Promise<number> {
  // Once an hour is enough, and spares the free plan's daily writes and reads.
  if (Math.floor(now / 60_000) % 60 !== 0) return 0
  await commit(db, [
    db.run(sql`DELETE FROM sessions WHERE token_hash IN
      (SELECT token_hash FROM sessions WHERE expires_at < ${now} LIMIT 1000)`),
    db.run(sql`DELETE FROM sign_in_codes WHERE destination IN
      (SELECT destination FROM sign_in_codes WHERE expires_at < ${now} LIMIT 1000)`),
    db.run(sql`DELETE FROM outbox WHERE id IN (SELECT id FROM outbox
      WHERE created_at < ${now - MESSAGES_KEPT_MS} AND status <> 'waiting' LIMIT 1000)`),
    // Oldest first, and within the batch the same carts in both statements.
    db.run(sql`DELETE FROM cart_lines WHERE cart_id IN (SELECT id FROM carts
      WHERE touched_at < ${now - CART_LASTS_MS} ORDER BY touched_at LIMIT 1000)`),
    db.run(sql`DELETE FROM carts WHERE id IN (SELECT id FROM carts
      WHERE touched_at < ${now - CART_LASTS_MS} ORDER BY touched_at LIMIT 1000)`),
    db.run(sql`DELETE FROM uses WHERE (key, window) IN
      (SELECT key, window FROM uses WHERE expires_at < ${now} LIMIT 1000)`),
    db.run(sql`DELETE FROM idempotency_keys WHERE (scope, key) IN
      (SELECT scope, key FROM idempotency_keys WHERE created_at < ${now - KEPT_FOR_MS} LIMIT 1000)`),
    db.run(sql`DELETE FROM gateway_notices WHERE (provider, sha256) IN
      (SELECT provider, sha256 FROM gateway_notices WHERE last_at < ${now - NOTICES_KEPT_MS} LIMIT 1000)`),
    db.run(sql`DELETE FROM application_drafts WHERE id IN (SELECT id FROM application_drafts
      WHERE touched_at < ${now - DRAFTS_KEPT_MS} ORDER BY touched_at LIMIT 1000)`),
    ...forgetChanges(db, now - CHANGES_KEPT_MS),
  ])
  return 0
}
