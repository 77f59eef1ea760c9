/**
 * The demo network of a local database: made once, by db/seed/demo.ts, before anything else opens
 * the data, and remembered beside them with the people one can sign in as. A seed that was cut
 * short is begun again from an empty database.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seedDemo, type DemoPerson } from '#db/seed/demo'
import { seconds, type Say } from './ground.ts'
import { migrate } from './migrations.ts'
import { serve, type Served, type ServeOptions } from './serve.ts'
import { openStage } from './stage.ts'

export type { DemoPerson }

export type Network = { served: Served; people: readonly DemoPerson[] }

/** Serves, and makes sure that there is something to serve. */
export async function serveNetwork(
  { seed = true, ...options }: ServeOptions & { seed?: boolean },
  say: Say,
): Promise<Network> {
  if (seed) await makeNetwork(options.state, say)
  const served = await serve(options)
  try {
    return { served, people: await openData(options.state, served.env.DB, say) }
  } catch (reason) {
    await served.stop()
    throw reason
  }
}

/** Brings the database up to date and says who is in it. */
export async function openData(
  state: string,
  db: D1Database,
  say: Say,
): Promise<readonly DemoPerson[]> {
  const { applied } = await migrate(db)
  if (applied.length > 0) say(`applied ${applied.length} migrations`)
  const remembered = rememberedIn(state)
  if (!existsSync(remembered)) return []
  return JSON.parse(readFileSync(remembered, 'utf8')) as DemoPerson[]
}

const rememberedIn = (state: string) => join(state, 'demo.json')
const databaseIn = (state: string) => join(state, 'v3/d1')

/** Fills a new database with the demo network; does nothing where there is one already. */
export async function makeNetwork(state: string, say: Say): Promise<void> {
  forgetHalfSeed(state, say)
  if (existsSync(databaseIn(state))) return
  const started = Date.now()
  say('making the demo network …')
  mkdirSync(state, { recursive: true })
  writeFileSync(join(state, 'seeding'), '')
  const stage = await openStage(state)
  try {
    await migrate(stage.db)
    const people = await seedDemo({ stage, say })
    writeFileSync(rememberedIn(state), JSON.stringify(people, null, 2))
  } finally {
    await stage.close()
  }
  rmSync(join(state, 'seeding'))
  say(`made the demo network in ${seconds(started)}`)
}

function forgetHalfSeed(state: string, say: Say): void {
  if (!existsSync(join(state, 'seeding'))) return
  say('the last seed was cut short; beginning again')
  for (const part of ['v3', 'seeding']) rmSync(join(state, part), { recursive: true, force: true })
}
