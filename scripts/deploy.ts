/**
 * `npm run deploy`: migrations first, then the Worker, to the account that `wrangler login` (or
 * CLOUDFLARE_API_TOKEN) names. It refuses a configuration that must not meet the public.
 */
import { join } from 'node:path'
import { unstable_readConfig as readConfig } from 'wrangler'
import { build } from './build.ts'
import { checkBudget } from './budget.ts'
import { ROOT, run, say } from './ground.ts'

/** The id in the repository, good for a laptop only. */
const LOCAL_DATABASE = '4c756d62-756e-4672-8000-000000000001'

const config = readConfig({ config: join(ROOT, 'wrangler.toml') })
const faults: string[] = []
if (config.vars.MODE !== 'production') faults.push('MODE in wrangler.toml must be "production".')
if (config.d1_databases[0]?.database_id === LOCAL_DATABASE) {
  faults.push(
    'Create the database once, near its readers: npx wrangler d1 create lumbung --location apac ' +
      '(then put its id into wrangler.toml).',
  )
}
if (faults.length === 0 && !(await run('wrangler', ['secret', 'list'])).includes('SECRET_KEY')) {
  faults.push('Set the secret once: openssl rand -base64 32 | npx wrangler secret put SECRET_KEY')
}
if (faults.length > 0) {
  for (const fault of faults) say(fault)
  process.exit(1)
}

await build()
checkBudget()
say('a point in time to come back to, should a migration go wrong:')
await run('wrangler', ['d1', 'time-travel', 'info', 'lumbung'], { loud: true })
await run('wrangler', ['d1', 'migrations', 'apply', 'lumbung', '--remote'], { loud: true })
await run('wrangler', ['deploy'], { loud: true })
