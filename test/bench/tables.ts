/** The figures of a measurement as Markdown. */
import type { Compared, Figures } from '#test/bench/compare'
import type { SchedulesResult } from '#test/bench/schedules'

export type Report = {
  at: string
  node: string
  cpu: string
  results: readonly Compared[]
  memory: { ours: number; control: number }
  schedules: SchedulesResult
}

const number = (value: number) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

const speed = ({ perSecond, p50, p95, p99 }: Figures) =>
  `${number(perSecond)}/s · ${number(p50)} / ${number(p95)} / ${number(p99)}`

export function report({ at, node, cpu, results, memory, schedules }: Report): string {
  const shares = results.map(({ scenario, connections, ours, control, share }) => [
    scenario,
    String(connections),
    speed(ours),
    speed(control),
    `${share.median.toFixed(2)} (${share.least.toFixed(2)}–${share.most.toFixed(2)})`,
    `${number(ours.cpu)} · ${number(control.cpu)}`,
  ])
  const costs = results
    .filter(({ connections }, i) => connections === results[i]?.connections)
    .filter(({ scenario }, i, all) => all.findIndex((one) => one.scenario === scenario) === i)
    .map(({ scenario, cost }) => [
      scenario,
      number(cost.requests),
      number(cost.trips),
      number(cost.rowsRead),
      number(cost.rowsWritten),
    ])
  const million = (1_000_000 / schedules.perSecond).toFixed(2)
  return [
    `${at.slice(0, 16)}Z, ${cpu}, Node ${node}. Operations a second · p50 / p95 / p99 in ms.`,
    '',
    table(
      ['scenario', 'conns', 'Lumbung', 'control', 'share', 'CPU s per 1,000: ours · control'],
      shares,
    ),
    '',
    table(['one operation', 'requests', 'D1 trips', 'rows read', 'rows written'], costs),
    '',
    `Peak memory (Node and workerd): ${memory.ours.toFixed(0)} MB, control ${memory.control.toFixed(0)} MB.`,
    `A million schedules of 12 rows: ${million} s in one thread (${schedules.perSecond} a second); ` +
      `${schedules.offByARupiah} of ${schedules.checked} off by a rupiah.`,
  ].join('\n')
}
