/**
 * One scenario measured on the product and on the control in turn, slice by slice, in changing order: what
 * else the machine does falls on both, and the share is taken pair by pair.
 */
import type { Scenario } from '#test/bench/scenario'
import { percentile, slice, type Load, type Slice } from '#test/bench/driver'
import type { Measured } from '#test/bench/server'
import type { Flow } from '#test/bench/script'
import { asked, type Client } from '#test/bench/scenario'

export type Figures = {
  perSecond: number
  p50: number
  p95: number
  p99: number
  /** Seconds of CPU a thousand operations. */
  cpu: number
}

export type Compared = {
  scenario: string
  connections: number
  ours: Figures
  control: Figures
  /** Ours of the control, a second: the median of the pairs, the least and the most. */
  share: { median: number; least: number; most: number }
  /** For each operation, as the product logs it. */
  cost: { requests: number; trips: number; rowsRead: number; rowsWritten: number }
}

export type Course = { rounds: number; ms: number; most: number }

/** As many as there are connections at the most: each has variants of its own. */
const LANES = 32
let turns = 0

type Operate = (client: Client, connection: number, turn: number) => Promise<void>

const variantOf = ({ variants, alone }: Scenario, connection: number, turn: number): number =>
  alone
    ? connection + LANES * (turn % Math.max(1, Math.floor(variants / LANES)))
    : (connection * 7919 + turn) % variants

const product =
  (scenario: Scenario): Operate =>
  (client, connection, turn) =>
    scenario.run(client, variantOf(scenario, connection, turn))

const bare =
  (scenario: Scenario, flows: readonly Flow[]): Operate =>
  async (client, connection, turn) => {
    const variant = variantOf(scenario, connection, turn)
    const n = (turns += 1)
    for (let step = 0; step < flows[variant]!.steps.length; step += 1) {
      const path = `/${encodeURIComponent(scenario.name)}/${variant}/${step}/${n}`
      await asked(client, { method: 'GET', path })
    }
  }

type Measurement = Slice & { cpu: number }

async function measure(server: Measured, operate: Operate, load: Load): Promise<Measurement> {
  const before = server.cpu()
  const measured = await slice(server.url, operate, load)
  return { ...measured, cpu: server.cpu() - before }
}

export async function compare(
  { scenario, flows }: { scenario: Scenario; flows: readonly Flow[] },
  { ours, control }: { ours: Measured; control: Measured },
  { connections, rounds, ms, most }: Course & { connections: number },
): Promise<Compared> {
  const [onOurs, onControl] = [product(scenario), bare(scenario, flows)]
  const warm = { connections, ms: ms / 3, most }
  await measure(ours, onOurs, warm)
  await measure(control, onControl, warm)
  await ours.spent()
  const pairs: { ours: Measurement; control: Measurement }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const load = { connections, ms, most }
    if (round % 2 === 0) {
      const first = await measure(ours, onOurs, load)
      pairs.push({ ours: first, control: await measure(control, onControl, load) })
    } else {
      const first = await measure(control, onControl, load)
      pairs.push({ control: first, ours: await measure(ours, onOurs, load) })
    }
  }
  const operations = pairs.reduce((sum, pair) => sum + pair.ours.operations, 0)
  const { requests, trips, rowsRead, rowsWritten } = await ours.spent()
  const each = (total: number) => total / operations
  const shares = pairs.map((pair) => speed(pair.ours) / speed(pair.control))
  return {
    scenario: scenario.name,
    connections,
    ours: figures(pairs.map((pair) => pair.ours)),
    control: figures(pairs.map((pair) => pair.control)),
    share: { median: median(shares), least: Math.min(...shares), most: Math.max(...shares) },
    cost: {
      requests: each(requests),
      trips: each(trips),
      rowsRead: each(rowsRead),
      rowsWritten: each(rowsWritten),
    },
  }
}

const speed = ({ operations, seconds }: Slice) => operations / seconds
const median = (values: readonly number[]) => percentile(values, 0.5)

function figures(slices: readonly Measurement[]): Figures {
  const latencies = slices.flatMap((one) => one.latencies)
  const sum = (of: (one: Measurement) => number) => slices.reduce((all, one) => all + of(one), 0)
  return {
    perSecond: median(slices.map(speed)),
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    cpu: (1000 * sum((one) => one.cpu)) / sum((one) => one.operations),
  }
}
