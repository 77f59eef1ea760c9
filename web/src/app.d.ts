import type { Problem } from '#worker/http/problem'
import type { Locale } from '#lib/paraglide/runtime.js'
import type { Zone } from '#worker/kernel/calendar'
import type { ApiClient, Fetcher } from '#lib/server/api.ts'

declare global {
  namespace App {
    interface Locals {
      api: ApiClient
      locale: Locale
    }

    /** What the front door hands to the pages; they know nothing else of the Worker. */
    interface Platform {
      API: Fetcher
      arrival: { requestId: string; now: number }
      env: { NETWORK_NAME: string; MODE: string; ZONE: Zone }
    }

    interface Error {
      requestId?: string
      problem?: Problem
    }
  }
}
