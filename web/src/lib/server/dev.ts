/**
 * Under `npm run dev` there is no front door: Vite serves the pages and this gives them the API, loaded
 * anew whenever a file of the Worker changes, on the same local data as `npm start`.
 */
import type { Fetcher } from './api.ts'

type Emulated = { env: Record<string, unknown>; ctx: ExecutionContext }

export async function apiInDevelopment(platform: unknown): Promise<Fetcher> {
  const { env, ctx } = platform as Emulated
  const { api } = await import('#worker/api')
  const { MODE, DEMO_ON_THIS_MACHINE, SECRET_KEY } = process.env
  const bindings = { ...env, MODE, DEMO_ON_THIS_MACHINE, SECRET_KEY }
  return { fetch: async (request) => api.fetch(request, bindings as never, ctx) }
}
