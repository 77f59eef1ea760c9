/**
 * Products whose selling windows have opened or closed: the index of goods is told so. What is sold is
 * always decided by the windows themselves; late or twice, this only brings the index to what they say.
 */
import { commit, read } from '#db/client'
import type { Tick } from '#worker/jobs/tick'
import { listTurned, turnProduct } from '#worker/market/offering/windows/queries'

const AT_ONCE = 100

export async function turnWindows({ db, now }: Tick): Promise<number> {
  const [rows] = await read(db, [listTurned(db, now, AT_ONCE)])
  await commit(
    db,
    rows.map(({ id }) => turnProduct(db, id, now)),
  )
  return rows.length
}
