/**
 * Days of a lender with very many loans: the clock rings each minute until there is nothing left to do, and
 * what each job cost is summed from what the Worker logs of itself. Then lists, as a desk opens them.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve, type Served } from '../../scripts/serve.ts'
import { migrate } from '../../scripts/migrations.ts'
import { aDeskOn, copied, listsOf, type Desk } from '#test/bench/loans'
import { table } from '#test/bench/tables'
import { BINDINGS } from '#test/support/http-network'

type Logged = Readonly<Record<string, number | string>>
type Spent = { rings: number; done: number; trips: number; rowsRead: number; rowsWritten: number }
type Day = { name: string; jobs: Map<string, Spent>; rings: number; ms: number; longest: number }

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const MOST_RINGS = 3_000
/** What the clock does about loans; what is told to people goes on by itself. */
const DAILY: ReadonlySet<string> = new Set([
  ...['take-payout-shares', 'pause-regions', 'expire-applications', 'close-months'],
  ...['accrue-interest', 'count-portfolios', 'remind-borrowers', 'hold-floors'],
])
const TIMES = 15

export async function benchLoans(many: number, show: (line: string) => void): Promise<string> {
  const state = mkdtempSync(join(tmpdir(), 'lumbung-loans-'))
  const log: Logged[] = []
  const heard = (line: string) => void (line.startsWith('{') && log.push(JSON.parse(line)))
  const served = await serve({ state, bindings: BINDINGS, log: heard })
  try {
    await migrate(served.env.DB)
    const desk = await aDeskOn({ url: served.url })
    show('copying loans …')
    await copied(served.env.DB, desk, many)
    const days: Day[] = []
    for (const [n, name] of ['the first day', 'the day after'].entries()) {
      days.push(await rung(served, log, { name, from: atNoon(Date.now() + n * DAY) }))
      show(`${name}: ${days.at(-1)!.rings} rings`)
    }
    const lists = await looked(log, desk)
    return [clockTable(days), listTable(lists)].join('\n\n')
  } finally {
    await served.stop()
    rmSync(state, { recursive: true, force: true })
  }
}

/** In Jakarta, when people may be reminded. */
const atNoon = (at: number) => at - (at % DAY) + 5 * 60 * MINUTE

type From = { name: string; from: number }

/** Rings until nothing is done any more. */
async function rung(served: Served, log: Logged[], { name, from }: From): Promise<Day> {
  const jobs = new Map<string, Spent>()
  const began = performance.now()
  let longest = 0
  let rings = 0
  for (let idle = 0; idle < 2 && rings < MOST_RINGS; rings += 1) {
    log.length = 0
    const before = performance.now()
    await served.ring(from + rings * MINUTE)
    longest = Math.max(longest, performance.now() - before)
    const busy = log.filter((line) => DAILY.has(String(line.job)) && Number(line.done) > 0)
    for (const line of busy) add(jobs, line)
    idle = busy.length === 0 ? idle + 1 : 0
  }
  return { name, jobs, rings, ms: performance.now() - began, longest }
}

function add(jobs: Map<string, Spent>, line: Logged): void {
  const name = String(line.job)
  const spent = jobs.get(name) ?? { rings: 0, done: 0, trips: 0, rowsRead: 0, rowsWritten: 0 }
  spent.rings += 1
  for (const kind of ['done', 'trips', 'rowsRead', 'rowsWritten'] as const) {
    spent[kind] += Number(line[kind] ?? 0)
  }
  jobs.set(name, spent)
}

type Looked = { name: string; shown: number; trips: number; rowsRead: number; times: number[] }

async function looked(log: Logged[], desk: Desk): Promise<Looked[]> {
  const seen: Looked[] = []
  for (const [name, path] of Object.entries(listsOf(desk))) {
    const times: number[] = []
    let shown = 0
    log.length = 0
    for (let n = 0; n < TIMES; n += 1) {
      const before = performance.now()
      const { status, body } = await desk.owner.get(path)
      times.push(performance.now() - before)
      if (status !== 200) throw new Error(`${path} answers ${status}`)
      shown = body.items?.length ?? 0
    }
    const last = log.findLast((line) => line.path !== undefined && line.trips !== undefined)
    const [trips, rowsRead] = [Number(last?.trips ?? 0), Number(last?.rowsRead ?? 0)]
    seen.push({ name, shown, trips, rowsRead, times: times.toSorted((a, b) => a - b) })
  }
  return seen
}

const figure = (n: number) => n.toLocaleString('en-US')

function clockTable(days: readonly Day[]): string {
  const rows = days.flatMap(({ name, jobs, rings, ms, longest }) => [
    ...[...jobs].map(([job, one]) => [
      ...[`${name}: ${job}`, figure(one.rings), figure(one.trips)],
      ...[figure(one.rowsRead), figure(one.rowsWritten), ''],
    ]),
    [
      ...[`${name}, all`, figure(rings), '', '', ''],
      `${(ms / 1000).toFixed(1)} s, at most ${longest.toFixed(0)} ms a ring`,
    ],
  ])
  return table(['clock', 'rings with work', 'D1 trips', 'rows read', 'rows written', 'time'], rows)
}

function listTable(lists: readonly Looked[]): string {
  const rows = lists.map(({ name, shown, trips, rowsRead, times }) => [
    ...[name, shown > 0 ? figure(shown) : '', figure(trips), figure(rowsRead)],
    ...[times[Math.floor(TIMES / 2)]!.toFixed(1), times.at(-2)!.toFixed(1)],
  ])
  return table(['list', 'shown', 'D1 trips', 'rows read', 'median ms', 'second slowest'], rows)
}
