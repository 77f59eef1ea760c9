// The large set, for measuring: sellers, goods, orders and loans by the thousand, made by the same
// decisions and recorded by the same statements as everything else, but past the network's door.

import { sql } from 'drizzle-orm'
import { commit, read, type Database } from '#db/client'
import { makeGoods } from '#db/seed/large/goods'
import { makeLoans } from '#db/seed/large/loans'
import { loadingInto, type Progress } from '#db/seed/large/loading'
import { makeOrders } from '#db/seed/large/orders'
import { listSellers, makeSellers } from '#db/seed/large/sellers'
import type { Env } from '#worker/http/context'
import { instant } from '#worker/kernel/calendar'
import type { Random } from '#worker/kernel/id'
import { ratesFrom } from '#worker/market/buying/checkout/commission'
import { assetAreas } from '#worker/providers/areas'

export type LargeSet = { products: number; orders: number; loans: number }

/** Goods of one seller, about. */
const GOODS_A_SELLER = 25

type Given = { env: Env; db: Database; now: number; random: Random; progress: Progress }

export async function loadLargeSet(wanted: LargeSet, given: Given): Promise<void> {
  const { env, db, now, random, progress } = given
  const operator = await operatorIn(db)
  const seed = `${wanted.products} ${wanted.orders} ${wanted.loans}`
  const surroundings = { db, random, now: instant(now), zone: env.ZONE, progress, seed }
  const loading = loadingInto(surroundings)
  if (wanted.products > 0) {
    await makeSellers(loading, Math.ceil(wanted.products / GOODS_A_SELLER))
    await makeGoods(loading, await listSellers(loading), wanted.products)
  }
  const sellers = await listSellers(loading)
  if (wanted.orders > 0) {
    const rates = ratesFrom(env.COMMISSION_BPS ?? '0') ?? []
    const market = { ...operator, rates, areas: assetAreas(env.ASSETS) }
    await makeOrders(loading, { market, sellers, count: wanted.orders })
  }
  if (wanted.loans > 0) await makeLoans(loading, { sellers, count: wanted.loans })
  await leaveUnpublished(db)
}

/** Nobody is told of what never happened: publishing goes on behind it. */
async function leaveUnpublished(db: Database): Promise<void> {
  await commit(db, [
    db.run(sql`UPDATE published SET event_key = coalesce((SELECT max(key) FROM event_order), 0)`),
    db.run(sql`DELETE FROM event_order WHERE key < (SELECT event_key FROM published)`),
  ])
}

async function operatorIn(db: Database): Promise<{ book: string; treasurerId: string }> {
  const [rows] = await read(db, [
    db.all<{ book: string; treasurerId: string }>(sql`
      SELECT o.id AS book, m.person_id AS treasurerId FROM organizations o
      JOIN memberships m ON m.organization_id = o.id AND m.role IN ('treasurer', 'owner')
      WHERE o.kind = 'operator' ORDER BY m.role DESC LIMIT 1`),
  ])
  if (!rows[0]) throw new Error('There is no network yet: npm start makes one.')
  return rows[0]
}
