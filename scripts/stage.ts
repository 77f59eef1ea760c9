/**
 * Opens the local data in a workerd of its own, with the application in it whose clock each
 * request sets (db/seed/worker.ts). Nothing else may have the data open meanwhile.
 */
import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as esbuild from 'esbuild'
import type * as miniflare from 'miniflare'
import { unstable_getMiniflareWorkerOptions as optionsOf } from 'wrangler'
import type { OpenStage, Stage } from '#db/seed/stage'
import type { Env } from '#worker/http/context'
import { ROOT } from './ground.ts'
import { bindingsOnThisMachine } from './serve.ts'

/** The very tools that wrangler brings. */
const fromWrangler = createRequire(createRequire(import.meta.url).resolve('wrangler'))
const { convertV4MiniflareOptions, Log, LogLevel, Miniflare } = fromWrangler(
  'miniflare',
) as typeof miniflare
const { build, stop } = fromWrangler('esbuild') as typeof esbuild

/** The header with the instant; db/seed/worker.ts reads it. */
const AT = 'x-at'

export async function openStage(state: string): Promise<OpenStage> {
  const setupToken = randomBytes(24).toString('base64url')
  const server = new Miniflare(convertV4MiniflareOptions(await settings(state, setupToken)))
  await server.ready
  const origin = await server.unsafeGetDirectURL('seed')
  const ask: Stage['ask'] = async (path, { at, ...init }) => {
    const headers = new Headers(init.headers)
    headers.set(AT, String(at))
    return fetch(new URL(path, origin), { ...init, headers } as RequestInit)
  }
  return {
    setupToken,
    db: (await server.getBindings<Env>()).DB,
    ask,
    async ring(at) {
      const answer = await ask('/clock', { at, method: 'POST' })
      if (!answer.ok) throw new Error(`the clock ended with ${answer.status}`)
      await answer.arrayBuffer()
    },
    close: () => server.dispose(),
  }
}

/** The same data as `npm start` serves; of the static files only the lists of areas are needed. */
async function settings(state: string, setupToken: string) {
  const { workerOptions } = optionsOf(join(ROOT, 'wrangler.toml'))
  const { compatibilityDate, bindings, d1Databases, r2Buckets } = workerOptions
  const local = { ...bindingsOnThisMachine(state), SETUP_TOKEN: setupToken }
  return {
    host: '127.0.0.1',
    port: 0,
    cf: false,
    telemetry: { enabled: false },
    log: new Log(LogLevel.ERROR),
    handleStructuredLogs: () => undefined,
    resourcePersistencePath: join(state, 'v3'),
    workers: [
      {
        name: 'seed',
        ...({ compatibilityDate, d1Databases, r2Buckets } as object),
        modules: [{ type: 'ESModule' as const, path: 'worker.js', contents: await bundle() }],
        bindings: { ...(bindings as object), ...local },
        serviceBindings: { ASSETS: { disk: { path: join(ROOT, 'web/static') } } },
        // Past Miniflare's own Workers, which would cost each request two milliseconds.
        unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
      },
    ],
  }
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'db/seed/worker.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser', 'import'],
    logLevel: 'error',
  })
  // Its service would stay for as long as this process.
  await stop()
  return outputFiles[0]?.text ?? ''
}
