import { env } from 'cloudflare:workers'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { commit, open, read } from '#db/client'
import { organizations } from '#db/schema/identity'

const visit = (gather = false) =>
  open((env as unknown as { DB: D1Database }).DB, { from: 'first-primary', gather })

describe('one trip', () => {
  it('carries raw statements with parameters beside built ones', async () => {
    const { db, cost } = visit()
    const [raw, built] = await read(db, [
      db.all<{ one: number; two: string }>(sql`SELECT ${1} AS one, ${'dua'} AS two`),
      db.select().from(organizations).where(eq(organizations.slug, 'nobody')),
    ])
    expect([raw, built]).toEqual([[{ one: 1, two: 'dua' }], []])
    expect(cost.trips).toBe(1)
  })

  it('gathers reads that wait together while a page is drawn', async () => {
    const { db, cost } = visit(true)
    const asked = [1, 2, 3].map((n) => read(db, [db.all(sql`SELECT ${n} AS n`)]))
    expect(await Promise.all(asked)).toEqual([[[{ n: 1 }]], [[{ n: 2 }]], [[{ n: 3 }]]])
    expect(cost.trips).toBe(1)
  })

  it('writes all or nothing', async () => {
    const { db } = visit()
    const use = (key: string, count: number) =>
      db.run(sql`INSERT INTO uses (key, window, count, most, expires_at)
                 VALUES (${key}, 0, CAST(${count} AS INTEGER), 1, 0)`)
    await expect(commit(db, [use('first', 1), use('second', 2)])).rejects.toThrow(
      'too-many-requests',
    )
    const [kept] = await read(db, [db.all(sql`SELECT key FROM uses`)])
    expect(kept).toEqual([])
  })
})
