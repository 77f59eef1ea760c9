/** Which sheet of shares a page shows: of a month or of a payout, in words and as an address. */
import { month } from '#lib/format.ts'
import { m } from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'

type Of = { month: string | null; payout: { id: string; code: string } | null }

export function sheetName({ month: of, payout }: Of): string {
  if (payout) return m.settling_line_payout({ code: payout.code })
  return of ? month(`${of}-01`, getLocale()) : ''
}

export const sheetQuery = ({ month: of, payout }: Of): string =>
  payout ? `payout=${payout.id}` : `month=${of ?? ''}`
