/**
 * The few platform types that the API's own type mentions, by name. The platform's whole global scope
 * stays out of here: pages run in browsers, and its `Request` is not theirs.
 */
import type * as workers from '@cloudflare/workers-types/index.ts'

declare global {
  type D1Database = workers.D1Database
  type D1DatabaseSession = workers.D1DatabaseSession
  type D1PreparedStatement = workers.D1PreparedStatement
  type D1Result<T = unknown> = workers.D1Result<T>
  type R2Bucket = workers.R2Bucket
  type Queue<T = unknown> = workers.Queue<T>
  type Fetcher = workers.Fetcher
  type ExecutionContext = workers.ExecutionContext
  type MessageBatch<T = unknown> = workers.MessageBatch<T>
}
