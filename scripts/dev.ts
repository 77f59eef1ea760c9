/**
 * `npm run dev`: pages and API reloaded as their files change, on the data of `npm start` (which must not
 * run meanwhile). Only the clock and the queue's consumer are missing: they live in the built Worker.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { getPlatformProxy } from 'wrangler'
import type { Env } from '#worker/http/context'
import { prepare } from './build.ts'
import { makeNetwork, openData } from './demo.ts'
import { onStop, ROOT, say } from './ground.ts'
import { bindingsOnThisMachine } from './serve.ts'
import { claim, release, STATE, whoUses } from './state.ts'

const user = whoUses()
if (user) {
  say(`stop it first: ${user}`)
  process.exit(1)
}
claim('npm run dev')
process.on('exit', release)

await prepare()
await makeNetwork(STATE, say)
const local = bindingsOnThisMachine(STATE)
const proxy = await getPlatformProxy<Env>({
  configPath: join(ROOT, 'wrangler.toml'),
  persist: { path: join(STATE, 'v3') },
})
const people = await openData(STATE, proxy.env.DB, say)
await proxy.dispose()
for (const { role, to } of people) say(`sign in as ${role}: ${to}`)

const vite = spawn('vite', ['dev', '--port', process.env.PORT ?? '8787'], {
  cwd: join(ROOT, 'web'),
  stdio: 'inherit',
  env: { ...process.env, ...local, STATE },
})
vite.on('exit', (code) => process.exit(code ?? 0))
onStop(async () => {
  vite.kill('SIGTERM')
})
