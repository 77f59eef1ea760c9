/**
 * `npm run seed -- --products 10000 --orders 50000 --loans 5000`: loads a large set for measuring
 * into the local data, beside the demo network, which it makes first where there is none.
 */
import { parseArgs } from 'node:util'
import type { LargeSet } from '#db/seed/large'
import { prepare } from './build.ts'
import { makeNetwork } from './demo.ts'
import { say, seconds } from './ground.ts'
import { loadLarge, type Line } from './large.ts'
import { openStage } from './stage.ts'
import { claim, release, STATE, whoUses } from './state.ts'

let started = Date.now()
let shownAt = 0

try {
  const wanted = wantedIn(process.argv.slice(2))
  const user = whoUses()
  if (user) throw new Error(`stop it first: ${user}`)
  claim('npm run seed')
  process.on('exit', release)
  await prepare()
  await makeNetwork(STATE, say)
  started = Date.now()
  const stage = await openStage(STATE)
  await loadLarge(stage, wanted, show).finally(() => stage.close())
  say(`loaded in ${seconds(started)}`)
} catch (reason) {
  say(reason instanceof Error ? reason.message : String(reason))
  process.exit(1)
}

function wantedIn(args: string[]): LargeSet {
  const asked = { type: 'string', default: '0' } as const
  const { values } = parseArgs({ args, options: { products: asked, orders: asked, loans: asked } })
  const [products, orders, loans] = [values.products, values.orders, values.loans].map((text) => {
    if (!/^\d{1,7}$/.test(text)) throw new Error(`${text} is not a number of things to load`)
    return Number(text)
  })
  if (!products && !orders && !loans) {
    throw new Error('say how much: npm run seed -- --products 10000 --orders 50000 --loans 5000')
  }
  return { products: products ?? 0, orders: orders ?? 0, loans: loans ?? 0 }
}

/** One line that changes on a terminal; elsewhere one in ten seconds. */
function show({ what, done, of }: Line): void {
  const terminal = process.stderr.isTTY
  const over = done >= of
  if (!over && Date.now() - shownAt < (terminal ? 100 : 10_000)) return
  shownAt = Date.now()
  const [now, all] = [done, of].map((n) => n.toLocaleString('en'))
  const text = `${what}: ${now} of ${all}, ${seconds(started)}`
  if (!terminal) say(text)
  else process.stderr.write(`\r\u001b[Klumbung: ${text}${over ? '\n' : ''}`)
}
