/** `npm run check`: types of Worker and pages, formatting, and the house's own rules, at once, in seconds. */
import { join } from 'node:path'
import { prepare } from './build.ts'
import { ROOT, run, say, seconds } from './ground.ts'

const WEB = join(ROOT, 'web')

const CHECKS: Record<string, () => Promise<string>> = {
  'types of the Worker, data and tests': () => run('tsc', ['--project', ROOT]),
  'types of the browser tests': () => run('tsc', ['--project', join(ROOT, 'test/browser')]),
  'types of the pages': () =>
    run('svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings'], { cwd: WEB }),
  formatting: () => run('prettier', ['--check', '--log-level=warn', '.']),
  'house rules': () => run('vitest', ['run', '--project', 'core', 'test/tidy.test.ts']),
}

await prepare()
await run('svelte-kit', ['sync'], { cwd: WEB })

const outcomes = await Promise.all(
  Object.entries(CHECKS).map(async ([name, check]) => {
    const started = Date.now()
    try {
      await check()
      say(`✓ ${name} (${seconds(started)})`)
      return true
    } catch (reason) {
      say(`✗ ${name}\n${reason instanceof Error ? reason.message : String(reason)}`)
      return false
    }
  }),
)
process.exit(outcomes.every(Boolean) ? 0 : 1)
