import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const API = 'test/**/*.api.test.ts'
const BROWSER = 'test/browser/**/*.test.ts'
const FAULTS = 'test/faults/**/*.test.ts'

/** Four levels, each where its subject runs; one after the other, so that none slows another down. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [API, BROWSER, FAULTS],
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: { MIGRATIONS: await readD1Migrations('./db/migrations') },
              // Tests deliver by hand; a queue of its own accord would write into the next one's data.
              queueConsumers: {
                'lumbung-outbox': { maxBatchSize: 100, maxBatchTimeout: 60 },
                'lumbung-webhooks': { maxBatchSize: 100, maxBatchTimeout: 60 },
              },
            },
          }),
        ],
        test: {
          name: 'api',
          include: [API],
          exclude: [BROWSER],
          setupFiles: ['./test/support/setup.ts'],
          globalSetup: ['./test/support/gateways/started.ts'],
          // A workerd for many files: starting one costs two seconds, emptying a database little.
          isolate: false,
          maxWorkers: 3,
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'faults',
          environment: 'node',
          include: [FAULTS],
          exclude: [API],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: [BROWSER],
          // A server and a browser each: two at a time leave a core to each of them.
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
