/**
 * Labels that end soon or have ended: their sellers are told, and what has ended is shown no more. The
 * batch holds together what is told and that it was told; where two do this at once the second's batch
 * ends, since the day noted is not the one it saw.
 */
import { sql } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import { commit, read } from '#db/client'
import { siteFrom } from '#worker/http/site'
import type { Lead } from '#worker/identity/organizations/messages'
import type { Tick } from '#worker/jobs/tick'
import { dateIn } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import { noticeMessages, toldOf } from '#worker/market/offering/labels/notices'
import { listNotices, noteTold, type Told } from '#worker/market/offering/labels/queries'
import { insertMessages } from '#worker/outbox/queries'

const AT_ONCE = 50

export async function tellOfLabels({ db, env, now, newId }: Tick): Promise<number> {
  const today = dateIn(env.ZONE, now)
  const [rows] = await read(db, [listNotices(db, today, AT_ONCE)])
  if (rows.length === 0) return 0
  const given = { today, url: siteFrom(env).url }
  const messages = rows.flatMap((row) =>
    noticeMessages(row, JSON.parse(row.leads) as Lead[], given),
  )
  const told = rows.map((row): Told => {
    const { productId, kind, noticeOn: was } = row
    return { productId, kind, was, ...toldOf(row, today) }
  })
  const seen = JSON.stringify(told.map((one) => [one.productId, one.kind, one.was]))
  try {
    await commit(db, [
      assertHolds(
        db,
        sql`NOT EXISTS (SELECT 1 FROM json_each(${seen}) j LEFT JOIN product_labels l
          ON l.product_id = j.value->>0 AND l.kind = j.value->>1
          WHERE l.notice_on IS NOT j.value->>2)`,
        'labels_untold',
      ),
      noteTold(db, told),
      ...insertMessages(
        db,
        messages.map((one) => ({ ...one, id: newId() })),
        now,
      ),
    ])
  } catch (reason) {
    // Someone else has told it in the meantime.
    if (reason instanceof Refusal && reason.type === 'outdated') return 0
    throw reason
  }
  return rows.length
}
