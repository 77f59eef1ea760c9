/**
 * NIK, KTP and other papers are forgotten after an application came to nothing or its loan was paid, and at
 * once when the applicant takes her consent back. Files go first: what is forgotten twice is gone once, and a
 * row that still speaks of a file makes the next minute try again.
 */
import { commit, read } from '#db/client'
import type { Tick } from '#worker/jobs/tick'
import { folderOf } from '#worker/lending/applying/attachments/attachment'
import * as queries from '#worker/lending/applying/identities/forgetting/queries'

const AT_ONCE = 50
/** A consent taken back is heeded within the hour; the clock may have stood still for a month. */
const LOOKED_BACK_MS = 30 * 24 * 60 * 60 * 1000

export async function forgetIdentities({ env, db, now }: Tick): Promise<number> {
  if (Math.floor(now / 60_000) % 60 !== 0) return 0
  await commit(db, queries.setDays(db, now))
  const [due, withdrawn] = await read(db, [
    queries.listToForget(db, now, AT_ONCE),
    queries.listWithdrawn(db, now - LOOKED_BACK_MS, AT_ONCE),
  ])
  for (const { id } of due) await emptied(env.FILES, folderOf(id))
  for (const { id } of withdrawn) await emptied(env.FILES, `${folderOf(id)}ktp-`)
  const ids = (rows: readonly { id: string }[]) => rows.map((one) => one.id)
  if (due.length + withdrawn.length > 0) {
    await commit(db, queries.recordForgotten(db, { all: ids(due), ktp: ids(withdrawn) }, now))
  }
  return due.length + withdrawn.length
}

async function emptied(files: R2Bucket, prefix: string): Promise<void> {
  const { objects } = await files.list({ prefix, limit: 1000 })
  if (objects.length > 0) await files.delete(objects.map((one) => one.key))
}
