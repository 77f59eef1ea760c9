/** `npm start`: the product on this machine, built, migrated and filled, with its clock running. */
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.ts'
import { serveNetwork, type DemoPerson } from './demo.ts'
import { onStop, say, seconds } from './ground.ts'
import type { Served } from './serve.ts'
import { claim, release, STATE, whoUses } from './state.ts'

const started = Date.now()
const port = Number(process.env.PORT ?? 8787)
const user = whoUses()
if (user) {
  say(`these data are served already: ${user}`)
  process.exit(1)
}

let served: Served | undefined
onStop(async () => served?.stop())

try {
  await build()
  claim(`http://localhost:${port}`)
  process.on('exit', release)
  const lines = createWriteStream(join(STATE, 'worker.log'), { flags: 'a' })
  const log = (line: string) => {
    lines.write(`${line}\n`)
    if (line.includes('"level":"error"')) say(line)
  }
  const host = process.env.HOST ?? '127.0.0.1'
  const network = await serveNetwork({ state: STATE, port, host, log }, say)
  served = network.served
  ringEachMinute(served)
  greet(network.people)
} catch (reason) {
  say(explain(reason))
  process.exit(1)
}

/** The platform's cron, on the full minute. */
function ringEachMinute(served: Served): void {
  const untilNext = 60_000 - (Date.now() % 60_000)
  setTimeout(() => {
    served.ring().catch((reason: unknown) => say(`the clock: ${String(reason)}`))
    ringEachMinute(served)
  }, untilNext)
}

function greet(people: readonly DemoPerson[]): void {
  const lines = [
    '',
    `  Lumbung is open: http://localhost:${port}  (ready in ${seconds(started)})`,
    `  API              http://localhost:${port}/api/docs`,
    `  Log              ${join(STATE, 'worker.log')}`,
  ]
  if (people.length > 0) lines.push('', '  Sign in as (the page shows the code):')
  const wide = Math.max(0, ...people.map(({ role }) => role.length))
  for (const { role, name, to } of people) lines.push(`    ${role.padEnd(wide)}  ${to}  ${name}`)
  process.stdout.write(`${lines.join('\n')}\n\n  Ctrl-C stops it.\n`)
}

function explain(reason: unknown): string {
  const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)
  if (!/EADDRINUSE|address already in use/i.test(text)) return text
  return `port ${port} is taken; try another: PORT=${port + 1} npm start`
}
