/** One who is slow is overtaken by another before one of her calls to the database, or each in turn. */
import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { open } from '#db/client'
import { between, type Answer } from '#test/support/client'
import { faulty, type Calls } from '#test/support/faulty'
import { audit } from '#worker/audit/queries'

export type Act = () => Promise<Answer>
/** The one who is slow, and the one who is quick. */
export type Pair = { slow: Act; quick: () => Promise<unknown> }

type Overtaking = { at: number; by: () => Promise<unknown> }

/** Acts, overtaken before that call; what the other does is not disturbed. */
export function overtaken(act: Act, { at, by }: Overtaking, calls: Calls = []): Promise<Answer> {
  const world = between.world
  between.world = (given) => faulty(world(given), { at, mode: 'overtaken', by }, calls)
  try {
    // The bindings are taken up before the first await.
    return act()
  } finally {
    between.world = world
  }
}

const audited = () => {
  const { DB } = env as unknown as { DB: D1Database }
  return audit(open(DB, { from: 'first-primary', gather: false }).db)
}

/** How the slow one was answered when overtaken before her first call, her second, … */
export async function overtakenAnywhere(prepare: () => Promise<Pair>): Promise<string[]> {
  const said: string[] = []
  for (let at = 0; ; at += 1) {
    const { slow, quick } = await prepare()
    const calls: Calls = []
    const { status, body } = await overtaken(slow, { at, by: quick }, calls)
    if (calls.length <= at) return said
    expect(await audited()).toEqual([])
    said.push(status < 300 ? String(status) : `${status} ${body.slug}`)
  }
}
