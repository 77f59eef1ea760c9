import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { sveltekit } from '@sveltejs/kit/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { cloudflareWorker } from './adapter.ts'
import { liveScripts } from './live-scripts.ts'
import { paraglide } from './paraglide.config.ts'

const here = import.meta.dirname

export default defineConfig(({ command }) => ({
  root: here,
  plugins: [
    tailwindcss(),
    // A build compiles the messages beforehand (scripts/messages.ts says why).
    command === 'serve' && paraglideVitePlugin(paraglide),
    liveScripts({
      calculator: `${here}/src/routes/(shop)/calculator/live.ts`,
      receipt: `${here}/src/routes/(shop)/receipts/[code]/live.ts`,
    }),
    sveltekit({
      adapter: cloudflareWorker({
        out: `${here}/.svelte-kit/cf`,
        wranglerConfig: `${here}/../wrangler.toml`,
        persist: `${process.env.STATE ?? `${here}/../.wrangler/state`}/v3`,
      }),
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // Kit hides its route announcer with this one style attribute; no other is applied.
          'style-src-attr': [
            'unsafe-hashes',
            'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=',
          ],
          'img-src': ['self', 'data:', 'blob:'],
          'connect-src': ['self'],
          'form-action': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  server: { fs: { allow: ['..'] } },
}))
