/** What may be asked of a portfolio. */
import * as v from 'valibot'
import { date, id } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'
import { BANDS, type Band } from '#worker/lending/reporting/portfolio/grade'
import type { Part } from '#worker/lending/reporting/portfolio/queries'
import { CLASSES } from '#worker/lending/reporting/quality/quality'

const over = (from: Band) => BANDS.slice(BANDS.indexOf(from))
const OVER = { '0': over('d1'), '30': over('d31'), '60': over('d61'), '90': over('d91') }

const parts = {
  class: v.optional(v.picklist(CLASSES)),
  band: v.optional(v.picklist(BANDS)),
  /** More than so many days late. */
  over: v.optional(v.picklist(['0', '30', '60', '90'])),
  /** A person, or `none`. */
  officer: v.optional(v.union([v.literal('none'), id()])),
  quarter: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-Q[1-4]$/))),
  /** Substandard, doubtful and lost: what every rule counts as a problem. */
  problem: v.optional(v.literal('yes')),
  accrued: v.optional(v.literal('yes')),
  due: v.optional(date()),
}

/** Of one part; all loans with principal still lent when none is named. */
export const PortfolioLoansQuery = v.strictObject({
  ...parts,
  after: after([id(), v.nullable(v.string())]),
  limit,
})
export const PortfolioLoansSheetQuery = v.strictObject(parts)

const PROBLEM = ['substandard', 'doubtful', 'loss'] as const

type Asked = v.InferOutput<typeof PortfolioLoansSheetQuery>

export function partAsked(asked: Asked): Part {
  if (asked.class) return { class: asked.class }
  if (asked.problem) return { classes: PROBLEM }
  if (asked.band) return { bands: [asked.band] }
  if (asked.over) return { bands: OVER[asked.over] }
  if (asked.officer) return { officer: asked.officer === 'none' ? '' : asked.officer }
  if (asked.quarter) return { quarter: asked.quarter }
  if (asked.due) return { due: asked.due }
  return asked.accrued ? { accrued: true } : null
}

export const SHEETS = [
  ...(['classes', 'risk', 'officers', 'vintage', 'dues', 'days'] as const),
] as const
export const SheetParameter = v.picklist(SHEETS)
export type SheetName = (typeof SHEETS)[number]
