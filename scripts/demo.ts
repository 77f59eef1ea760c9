/**
 * The demo network of a local database: made once, by db/seed/demo.ts, and remembered beside the data
 * with the people one can sign in as. A seed that was cut short is begun again from an empty database.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Env } from '#worker/http/context'
import { ROOT, seconds, type Say } from './ground.ts'
import { migrate } from './migrations.ts'
import { serve, type Served, type ServeOptions } from './serve.ts'

/** Who can be signed in as, and what for; `to` is the phone number or e-mail address. */
export type DemoPerson = { role: string; name: string; to: string }

/** What db/seed/demo.ts exports. `say` shows progress; everything is written through the API's own routes. */
export type SeedDemo = (world: { env: Env; say: Say }) => Promise<readonly DemoPerson[]>

const SEED = join(ROOT, 'db/seed/demo.ts')

export type Network = { served: Served; people: readonly DemoPerson[] }

/** Serves, and makes sure that there is something to serve. */
export async function serveNetwork(
  options: ServeOptions & { seed?: boolean },
  say: Say,
): Promise<Network> {
  forgetHalfSeed(options.state, say)
  const served = await serve(options)
  try {
    const people = await prepareNetwork({ ...options, env: served.env }, say)
    return { served, people }
  } catch (reason) {
    await served.stop()
    throw reason
  }
}

/** Before anything opens the data: a seed that was cut short leaves nothing behind. */
export function forgetHalfSeed(state: string, say: Say): void {
  if (!existsSync(join(state, 'seeding'))) return
  say('the last seed was cut short; beginning again')
  for (const part of ['v3', 'seeding']) rmSync(join(state, part), { recursive: true, force: true })
}

export type Data = { state: string; env: Env; seed?: boolean }

/** Brings the database up to date and, when it is new, fills it with the demo network. */
export async function prepareNetwork(
  { state, env, seed = true }: Data,
  say: Say,
): Promise<readonly DemoPerson[]> {
  const remembered = join(state, 'demo.json')
  const { applied, fromNothing } = await migrate(env.DB)
  if (applied.length > 0) say(`applied ${applied.length} migrations`)
  if (fromNothing && seed && existsSync(SEED)) {
    writeFileSync(join(state, 'seeding'), '')
    writeFileSync(remembered, JSON.stringify(await fill(env, say), null, 2))
    rmSync(join(state, 'seeding'))
  }
  return existsSync(remembered) ? readPeople(remembered) : []
}

async function fill(env: Env, say: Say): Promise<readonly DemoPerson[]> {
  const started = Date.now()
  say('making the demo network …')
  const { seedDemo } = (await import(pathToFileURL(SEED).href)) as { seedDemo: SeedDemo }
  const people = await seedDemo({ env, say })
  say(`made the demo network in ${seconds(started)}`)
  return people
}

function readPeople(file: string): readonly DemoPerson[] {
  return JSON.parse(readFileSync(file, 'utf8')) as DemoPerson[]
}
