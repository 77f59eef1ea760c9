import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import type { Adapter } from '@sveltejs/kit'
import type { PlatformProxy } from 'wrangler'

/** Where the built pages go, and which local data `vite dev` shares with the built Worker. */
export type AdapterOptions = { out: string; wranglerConfig: string; persist: string }

/**
 * Puts the built pages where `worker/index.ts` imports them: `server.js` answers requests, `pages.js`
 * says what was prerendered, `assets/` is served before the Worker is asked. Small and ours until an
 * adapter for Kit 3 is released that leaves the Worker's own entry alone.
 */
export function cloudflareWorker({ out, wranglerConfig, persist }: AdapterOptions): Adapter {
  return {
    name: 'cloudflare-worker',
    adapt(builder) {
      rmSync(out, { recursive: true, force: true })
      const base = builder.config.paths.base
      const assets = `${out}/assets`
      mkdirSync(assets + base, { recursive: true })
      builder.writeClient(assets + base)
      builder.writePrerendered(assets + base)
      builder.generateServerInstance(`${out}/server.js`)
      writeFileSync(
        `${out}/pages.js`,
        `export const prerendered = new Set(${JSON.stringify(builder.prerendered.paths)})\n` +
          `export const appPath = ${JSON.stringify(builder.getAppPath())}\n`,
      )
      writeFileSync(`${assets}/_headers`, headersOfAssets(builder.getAppPath()))
    },
    emulate() {
      let proxy: Promise<PlatformProxy> | undefined
      return {
        async platform({ prerender }) {
          if (prerender) return {} as App.Platform
          proxy ??= import('wrangler').then(({ getPlatformProxy }) =>
            getPlatformProxy({ configPath: wranglerConfig, persist: { path: persist } }),
          )
          const { env, ctx } = await proxy
          return { env, ctx } as unknown as App.Platform
        },
      }
    },
    supports: { read: () => true },
  }
}

/** A file opened by itself may load nothing and be framed by nobody. */
const CLOSED = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

/** Static files are answered without the Worker, so the platform sets their headers from this file. */
function headersOfAssets(appPath: string): string {
  return `/*
  Strict-Transport-Security: max-age=63072000; includeSubDomains
  X-Content-Type-Options: nosniff
  Content-Security-Policy: ${CLOSED}
  Referrer-Policy: strict-origin-when-cross-origin
  Cross-Origin-Opener-Policy: same-origin
  Cross-Origin-Resource-Policy: same-origin

/wilayah/*
  Cache-Control: public, max-age=86400

/${appPath}/immutable/*
  Cache-Control: public, immutable, max-age=31536000
`
}
