/**
 * `npm test`: builds if need be, runs every test and ends with the numbers on a line of their own.
 * Arguments go to Vitest: `npm test -- --project core`, `npm test -- test/lending`.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.ts'
import { onStop, ROOT } from './ground.ts'
import { unproved } from './proved.ts'

type Report = {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    status: string
    assertionResults: { status: string; meta?: Parameters<typeof unproved>[0][number] }[]
  }[]
}

/** Only a run of everything can say that a route lacks a test. */
const isWhole = process.argv.length === 2
const report = join(ROOT, 'dist', `tests-${process.pid}.json`)

await build()
const status = await vitest()
const { passed, failed } = count(status)
rmSync(report, { force: true })
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exit(failed > 0 ? 1 : status)

/** In a process group of its own, so that nothing it started outlives it. */
async function vitest(): Promise<number> {
  mkdirSync(join(ROOT, 'dist'), { recursive: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const child = spawn('vitest', ['run', ...reporters, ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  })
  const endGroup = (signal: NodeJS.Signals) => {
    try {
      process.kill(-(child.pid ?? 0), signal)
    } catch {
      // The group is gone already.
    }
  }
  onStop(async () => endGroup('SIGTERM'))
  const code = await new Promise<number>((resolve) => {
    child.on('exit', (exit) => resolve(exit ?? 1))
  })
  endGroup('SIGKILL')
  return code
}

/** A file that broke before its first test counts as one failure; so does a run that left no report. */
function count(exit: number): { passed: number; failed: number } {
  let seen: Report
  try {
    seen = JSON.parse(readFileSync(report, 'utf8')) as Report
  } catch {
    return { passed: 0, failed: 1 }
  }
  const broken = seen.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length
  const notes = seen.testResults.flatMap((file) =>
    file.assertionResults.map((one) => one.meta ?? {}),
  )
  const lacking = isWhole ? unproved(notes) : []
  for (const sentence of lacking) process.stdout.write(`✗ ${sentence}\n`)
  const failed = seen.numFailedTests + broken + lacking.length
  return { passed: seen.numPassedTests, failed: failed === 0 && exit !== 0 ? 1 : failed }
}
