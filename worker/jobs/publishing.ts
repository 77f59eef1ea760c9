/**
 * Each minute what happened is published: as changes that can be asked for, and as deliveries to the
 * webhooks that want them. Two at once publish each event once, since every batch begins where the batch
 * before it ended.
 */
import { commit, read } from '#db/client'
import { findUnpublished, publishNext } from '#worker/history/changes/queries'
import type { Tick } from '#worker/jobs/tick'

const AT_ONCE = 500
const BATCHES = 8

export async function publishChanges({ db, now }: Tick): Promise<number> {
  for (let done = 0; done < BATCHES; done += 1) {
    const [rows] = await read(db, [findUnpublished(db)])
    if (rows[0]?.waiting !== 1) return done
    await commit(db, publishNext(db, now, AT_ONCE))
  }
  return BATCHES
}
