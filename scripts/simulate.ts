/**
 * `npm run simulate`: ten thousand commands of a market and a lending desk by chance on the built product,
 * whose process is killed ten times in between; then the audit and the books, judged by hledger and ledger
 * where they are installed. Ends with 1 when anything is wrong.
 *
 *   npm run simulate -- --commands 2000 --kills 3 --clients 12 --seed lumbung
 *   npm run simulate -- --keep        leaves its data, to be read by `STATE=… npm run books`
 */
import { parseArgs } from 'node:util'
import { chance } from '#db/seed/random'
import { faultsOf } from '#test/simulation/by-chance/judging'
import { play } from '#test/simulation/by-chance/playing'
import { build } from './build.ts'
import { say, seconds } from './ground.ts'

const { values } = parseArgs({
  options: {
    commands: { type: 'string', default: '10000' },
    kills: { type: 'string', default: '10' },
    clients: { type: 'string', default: '12' },
    keep: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now()) },
  },
})
const started = Date.now()
await build()
say(`seed ${values.seed}`)
const [commands, kills, clients] = [values.commands, values.kills, values.clients].map(Number)
const played = await play({
  ...{ commands: commands!, kills: kills!, clients: clients! },
  random: chance(values.seed),
  show: (line) => say(`${line}, ${seconds(started)}`),
})
for (const [name, [done, refused]] of [...played.tally].sort()) {
  process.stdout.write(
    `${name.padEnd(28)} ${String(done).padStart(6)} done ${String(refused).padStart(6)} refused\n`,
  )
}
const slugs = Map.groupBy(
  played.sent.filter(({ slug }) => slug !== ''),
  ({ slug }) => slug,
)
for (const [slug, ones] of [...slugs].sort()) {
  process.stdout.write(`${slug.padEnd(28)} ${String(ones.length).padStart(6)} times\n`)
}
const faults = await faultsOf(played)
await (values.keep ? played.server.crash() : played.server.stop())
if (values.keep) say(`its data is kept: STATE=${played.server.state}`)
for (const fault of faults) say(fault)
const [count, most] = [played.sent.length, kills]
say(
  faults.length > 0
    ? `${faults.length} faults (seed ${values.seed})`
    : `${count} commands, ${most} kills: nothing lost, audit clean, books balanced, ${seconds(started)}`,
)
process.exit(faults.length === 0 ? 0 : 1)
