/**
 * Pictures that were stored but never got their row: the request ended in between. Once an hour those of
 * yesterday are looked at; what no photo and no order names is taken away. What a whole day without a clock
 * leaves behind is a few kilobytes that nobody can reach.
 */
import { read } from '#db/client'
import { listNamedPhotos } from '#worker/market/offering/photos/queries'
import { photoOfPath, pathsSince } from '#worker/market/offering/photos/photo'
import type { Tick } from '#worker/jobs/tick'

const HOUR = 60 * 60 * 1000
const MOST = 500

export async function sweepPictures({ env, db, now }: Tick): Promise<number> {
  if (Math.floor(now / 60_000) % 60 !== 20) return 0
  // Two hours of uploads an hour: each is seen twice, none while its request may still be running.
  const { objects } = await env.FILES.list({
    prefix: 'photos/',
    startAfter: pathsSince(now - 26 * HOUR),
    limit: MOST,
  })
  const until = pathsSince(now - 24 * HOUR)
  const old = objects.map((one) => one.key).filter((key) => key < until)
  if (old.length === 0) return 0
  const [named] = await read(db, [listNamedPhotos(db, [...new Set(old.map(photoOfPath))])])
  const known = new Set(named.map((one) => one.id))
  const orphans = old.filter((key) => !known.has(photoOfPath(key)))
  if (orphans.length > 0) await env.FILES.delete(orphans)
  return orphans.length
}
