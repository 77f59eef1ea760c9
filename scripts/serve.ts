/**
 * Serves the built product on this machine: the last build in workerd, with every binding of
 * wrangler.toml kept under one folder, as `wrangler … --local` keeps them. `npm start`, the browser tests
 * and the measurements all serve with it.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as miniflare from 'miniflare'
import { unstable_getMiniflareWorkerOptions as optionsOf } from 'wrangler'
import { operator } from '#db/seed/network/organizations'
import type { Env } from '#worker/http/context'
import { currentBuild, type Built } from './built.ts'
import { ROOT } from './ground.ts'

/** The very Miniflare that wrangler brings; another would bring another workerd. */
const fromWrangler = createRequire(createRequire(import.meta.url).resolve('wrangler'))
const { convertV4MiniflareOptions, Log, LogLevel, Miniflare } = fromWrangler(
  'miniflare',
) as typeof miniflare

export type ServeOptions = {
  /** The folder of the database, the files and the secrets. */
  state: string
  /** 0, or none, is any free port. */
  port?: number
  host?: string
  /** Over the ones of wrangler.toml and of demo mode. */
  bindings?: Record<string, string>
  /** Every line that the Worker logs. */
  log?: (line: string) => void
  /** The last build unless another is named. */
  built?: Built
}

export type Served = {
  url: string
  /** The bindings as the Worker has them, from outside. */
  env: Env
  /** Asks the Worker as the network would, without a socket. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** Rings the clock, as the platform does each minute. */
  ring(at?: number): Promise<void>
  stop(): Promise<void>
}

export async function serve(options: ServeOptions): Promise<Served> {
  const local = bindingsOnThisMachine(options.state)
  const server = new Miniflare(convertV4MiniflareOptions(settings(options, local)))
  const { origin } = await server.ready
  const env = { ...(await server.getBindings<Env>()) }
  const answer: Served['fetch'] = async (path, init) =>
    (await server.dispatchFetch(new URL(path, origin).href, init as never)) as unknown as Response
  return {
    url: origin,
    env,
    fetch: answer,
    async ring(at = Date.now()) {
      const worker = await server.getWorker()
      const rung = await worker.scheduled({ cron: '* * * * *', scheduledTime: new Date(at) })
      if (rung.outcome !== 'ok') throw new Error(`the clock ended with ${rung.outcome}`)
    },
    stop: () => server.dispose(),
  }
}

function settings(options: ServeOptions, local: Record<string, string>) {
  const { workerOptions } = optionsOf(join(ROOT, 'wrangler.toml'))
  const { worker, assets } = options.built ?? currentBuild()
  return {
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    // What is known of a visitor's place would be fetched from the network.
    cf: false,
    telemetry: { enabled: false },
    log: new Log(LogLevel.ERROR),
    handleStructuredLogs: ({ message }: { message: string }) => options.log?.(message),
    resourcePersistencePath: join(options.state, 'v3'),
    workers: [
      {
        ...workerOptions,
        name: 'lumbung',
        modules: [{ type: 'ESModule' as const, path: join(worker, 'index.js') }],
        modulesRoot: worker,
        assets: { ...(workerOptions.assets as object), binding: 'ASSETS', directory: assets },
        bindings: { ...(workerOptions.bindings as object), ...local, ...options.bindings },
      },
    ],
  }
}

/**
 * Demo mode, which starts nowhere else, the account of its operator, and secrets made once and kept beside
 * the data they guard.
 */
export function bindingsOnThisMachine(state: string): Record<string, string> {
  const file = join(state, 'secrets.json')
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    const secrets = { SECRET_KEY: randomBytes(32).toString('base64') }
    writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  }
  const secrets = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  const { bank, number, holder } = operator.bank
  const account = { BANK_NAME: bank, BANK_ACCOUNT: number, BANK_HOLDER: holder }
  return { MODE: 'demo', DEMO_ON_THIS_MACHINE: 'yes', ...account, ...secrets }
}
