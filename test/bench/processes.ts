/** What processes use, read from /proc: a server is its Node process and the workerd it has started. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** The kernel counts CPU time in hundredths of a second. */
const TICKS = 100

export const measurable = existsSync('/proc/self/stat')

function fieldsOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** The process and all that it has started. */
export function family(pid: number): number[] {
  if (!measurable) return []
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [[Number(name), Number(fieldsOf(Number(name))[1])] as const]
      } catch {
        // It ended while we were looking.
        return []
      }
    })
  const members = [pid]
  for (const member of members) {
    members.push(...parents.filter(([, parent]) => parent === member).map(([child]) => child))
  }
  return members
}

/** Seconds of CPU used so far, in user and kernel mode. */
export function cpuSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const fields = fieldsOf(pid)
    return sum + (Number(fields[11]) + Number(fields[12])) / TICKS
  }, 0)
}

/** Megabytes of memory at the most so far. */
export function peakMegabytes(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return sum + Number(peak?.[1] ?? 0) / 1024
  }, 0)
}
