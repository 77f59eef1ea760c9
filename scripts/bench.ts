/**
 * `npm run bench`: how fast the built product is on this machine, beside a bare Worker that runs the same SQL
 * on a copy of the same database. Prints tables and writes dist/bench.json.
 *
 *   npm run bench -- --state /tmp/large   measures on that network (`npm run seed` makes a large one)
 *   npm run bench -- --as-built           measures the last build, whatever has changed since
 *   npm run bench -- --only list,search --connections 8 --rounds 5 --seconds 2
 *   npm run bench -- --loans 100000       measures the clock and the lists of a lender with so many loans
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compare, type Compared } from '#test/bench/compare'
import { benchLoans } from '#test/bench/days'
import { fill } from '#test/bench/goods'
import { recorder } from '#test/bench/recording'
import { scenariosOn } from '#test/bench/scenarios'
import type { Scenario } from '#test/bench/scenario'
import { benchSchedules } from '#test/bench/schedules'
import { flowOf, type Flow, type Scripts } from '#test/bench/script'
import { controlBuild, measured } from '#test/bench/server'
import { staffOf } from '#test/bench/staff'
import { report, type Report } from '#test/bench/tables'
import { BINDINGS } from '#test/support/http-network'
import { build } from './build.ts'
import { currentBuild } from './built.ts'
import { DIST, ROOT, say } from './ground.ts'
import { migrate } from './migrations.ts'
import { serve } from './serve.ts'

const { values } = parseArgs({
  options: {
    state: { type: 'string' },
    'as-built': { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    connections: { type: 'string', default: '1,8,32' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '1' },
    loans: { type: 'string' },
  },
})
const only = values.only.split(',').filter(Boolean)
const course = { rounds: Number(values.rounds), ms: Number(values.seconds) * 1000, most: 20_000 }

if (!values['as-built']) await build()
if (values.loans) {
  process.stdout.write(`${await benchLoans(Number(values.loans), say)}\n`)
  process.exit(0)
}
const product = currentBuild()
const folder = join(ROOT, '.wrangler/bench')
const state = values.state ?? join(folder, 'network')
const work = { ours: join(folder, 'ours'), control: join(folder, 'copy') }

if (!values.state) await ensureNetwork()
copyOf(state, work.ours)
const { scenarios, scripts } = await record()
copyOf(work.ours, work.control)
const compared = await run()
for (const copy of Object.values(work)) rmSync(copy, { recursive: true, force: true })
const schedules = benchSchedules(() => performance.now())
const done: Report = { ...machine(), ...compared, schedules }
mkdirSync(DIST, { recursive: true })
writeFileSync(join(DIST, 'bench.json'), JSON.stringify(done, null, 2))
process.stdout.write(`${report(done)}\n`)

/** Made once, and kept. */
async function ensureNetwork(): Promise<void> {
  if (existsSync(join(state, 'done'))) return
  say('making a network to measure on …')
  rmSync(state, { recursive: true, force: true })
  const served = await serve({ state, bindings: BINDINGS })
  await migrate(served.env.DB)
  await fill({ url: served.url }, served.env.DB, say)
  await served.stop()
  writeFileSync(join(state, 'done'), '')
}

function copyOf(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true })
}

/** The scenarios on this network, and what each of their variants asks of the database. */
async function record(): Promise<{ scenarios: readonly Scenario[]; scripts: Scripts }> {
  const served = await serve({ state: work.ours, bindings: BINDINGS })
  const { DB } = served.env
  const at = { url: served.url }
  const all = await scenariosOn(at, DB, await staffOf(at, DB))
  const scenarios = all.filter(({ name }) => only.length === 0 || only.includes(name))
  const sessions = await DB.prepare('SELECT token_hash FROM sessions').all<{ token_hash: string }>()
  const known = new Set(sessions.results.map((row) => row.token_hash))
  const secrets = JSON.parse(readFileSync(join(work.ours, 'secrets.json'), 'utf8')) as object
  const env = { ...served.env, ...secrets }
  const scripts: Scripts = {}
  for (const scenario of scenarios) {
    const flows: Flow[] = []
    for (let variant = 0; variant < scenario.variants; variant += 1) {
      const { client, steps } = await recorder(product, env)
      const since = Date.now()
      await scenario.run(client(), variant)
      flows.push(flowOf(steps, since, known))
    }
    scripts[encodeURIComponent(scenario.name)] = flows
    say(`recorded ${scenario.name}: ${flows.length} variants`)
  }
  await served.stop()
  return { scenarios, scripts }
}

async function run() {
  const serving = { bindings: BINDINGS }
  const ours = await measured({ ...serving, state: work.ours, built: product })
  const bare = controlBuild(product, folder)
  const control = await measured({ ...serving, state: work.control, built: bare })
  await fetch(control.url, { method: 'PUT', body: JSON.stringify(scripts) })
  const results: Compared[] = []
  for (const scenario of scenarios) {
    const flows = scripts[encodeURIComponent(scenario.name)]!
    for (const connections of values.connections.split(',').map(Number)) {
      const result = await compare(
        { scenario, flows },
        { ours, control },
        { ...course, connections },
      )
      results.push(result)
      const share = (100 * result.share.median).toFixed(0)
      say(`${scenario.name}, ${connections}: ${result.ours.perSecond.toFixed(0)}/s, ${share} %`)
    }
  }
  const memory = { ours: ours.peakMegabytes(), control: control.peakMegabytes() }
  await Promise.all([ours.stop(), control.stop()])
  return { results, memory }
}

function machine() {
  return {
    at: new Date().toISOString(),
    node: process.version,
    cpu: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`,
  }
}
