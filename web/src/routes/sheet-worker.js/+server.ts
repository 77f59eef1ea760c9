import code from '#lib/offline/worker.js?raw'
import type { RequestHandler } from './$types'

/** The script that opens meeting sheets without signal. A static file could load nothing (see adapter.ts). */
export const GET: RequestHandler = () =>
  new Response(code, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'none'; connect-src 'self'",
    },
  })
