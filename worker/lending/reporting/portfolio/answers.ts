/** How a portfolio is answered: a day's sums, its parts, and the loans behind each. */
import * as v from 'valibot'
import { pageOf } from '#worker/http/paging'
import { daysBetween, localDate, type LocalDate } from '#worker/kernel/calendar'
import { sum } from '#worker/kernel/money'
import { BANDS } from '#worker/lending/reporting/portfolio/grade'
import type { DayRow, PartRow, PortfolioLoanRow } from '#worker/lending/reporting/portfolio/queries'
import {
  atRiskOf,
  classesOf,
  partsOfKind,
  shareOf,
  tkb90,
} from '#worker/lending/reporting/portfolio/report'
import { ProfileAnswer, describeChosen } from '#worker/lending/reporting/quality/answers'
import { qualityOf } from '#worker/lending/reporting/quality/profiles'
import { CLASSES } from '#worker/lending/reporting/quality/quality'
import { chosenOf } from '#worker/lending/reporting/quality/queries'

const Share = v.pipe(
  v.nullable(v.number()),
  v.description('Basis points; none where nothing is lent'),
)
const figures = { loans: v.number(), balance: v.number() }
const late = { overdue: v.number(), atRisk: v.number(), bps: Share }

export const PortfolioAnswer = v.strictObject({
  lender: v.strictObject({ slug: v.string(), name: v.string() }),
  /** All figures are as of this day; none before the first count. */
  day: v.nullable(v.string()),
  isToday: v.boolean(),
  profile: ProfileAnswer,
  ...{ loans: v.number(), running: v.number(), balance: v.number() },
  ...{ overdue: v.number(), receivable: v.number(), tkb90: Share, target: v.number() },
  risk: v.array(v.strictObject({ over: v.picklist([0, 30, 60, 90]), ...figures, bps: Share })),
  nonPerforming: v.strictObject({ balance: v.number(), bps: Share }),
  classes: v.array(
    v.strictObject({
      name: v.picklist(CLASSES),
      ...figures,
      ...{
        overdue: v.number(),
        bps: v.number(),
        provision: v.number(),
        nonPerforming: v.boolean(),
      },
    }),
  ),
  bands: v.array(v.strictObject({ band: v.picklist(BANDS), ...figures, bps: Share })),
  officers: v.array(
    v.strictObject({ id: v.string(), name: v.nullable(v.string()), ...figures, ...late }),
  ),
  vintages: v.array(v.strictObject({ quarter: v.string(), ...figures, lent: v.number(), ...late })),
  dues: v.array(v.strictObject({ on: v.string(), loans: v.number(), amount: v.number() })),
  days: v.array(
    v.strictObject({ day: v.string(), balance: v.number(), atRisk: v.number(), bps: Share }),
  ),
})
export type PortfolioAnswer = v.InferOutput<typeof PortfolioAnswer>

const NOTHING = { loans: 0, running: 0, balance: 0, overdue: 0, atRisk: 0, receivable: 0 }

type Of = { lender: { slug: string; name: string }; today: LocalDate }

export function describePortfolio(
  { lender, today }: Of,
  days: readonly DayRow[],
  parts: readonly PartRow[],
): PortfolioAnswer {
  const newest = days[0]
  const chosen = newest ? chosenOf(newest) : null
  const whole = sum(parts.filter(({ kind }) => kind === 'class').map((one) => one.balance))
  const risk = atRiskOf(parts, whole)
  const classes = classesOf(parts, qualityOf(chosen))
  const bad = sum(classes.filter((one) => one.nonPerforming).map((one) => one.balance))
  const { loans, running, balance, overdue, receivable } = newest ?? NOTHING
  const lateOf = (one: PartRow) => {
    const { overdue, atRisk } = one
    return { overdue, atRisk, bps: shareOf(one.atRisk, one.balance) }
  }
  const of = (kind: PartRow['kind']) => partsOfKind(parts, kind) as PartRow[]
  return {
    lender: { slug: lender.slug, name: lender.name },
    ...{ day: newest?.day ?? null, isToday: newest?.day === today },
    profile: describeChosen(chosen),
    ...{ loans, running, balance, overdue, receivable },
    tkb90: tkb90(risk),
    target: sum(classes.map((one) => one.provision)),
    risk: risk.map(({ bands: _, ...one }) => one),
    nonPerforming: { balance: bad, bps: shareOf(bad, whole) },
    classes,
    bands: BANDS.map((band) => {
      const part = parts.find(({ kind, key }) => kind === 'band' && key === band)
      const held = part ?? { loans: 0, balance: sum([]) }
      return { band, loans: held.loans, balance: held.balance, bps: shareOf(held.balance, whole) }
    }),
    officers: of('officer').map((one) => ({
      ...{ id: one.key, name: one.name, loans: one.loans, balance: one.balance, ...lateOf(one) },
    })),
    vintages: of('vintage').map((one) => ({
      ...{ quarter: one.key, loans: one.loans, lent: one.lent, balance: one.balance },
      ...lateOf(one),
    })),
    dues: of('due').map(({ key: on, loans, due }) => ({ on, loans, amount: due })),
    days: days.map(({ day, balance, atRisk }) => ({
      ...{ day, balance, atRisk, bps: shareOf(atRisk, balance) },
    })),
  }
}

const LoanOfPart = v.strictObject({
  ...{ id: v.string(), number: v.number(), borrower: v.string(), group: v.nullable(v.string()) },
  ...{ product: v.string(), officer: v.nullable(v.string()), lent: v.number() },
  ...{ balance: v.number(), overdue: v.number(), receivable: v.number(), daysLate: v.number() },
  class: v.picklist(CLASSES),
  band: v.picklist(BANDS),
})
export type PortfolioLoan = v.InferOutput<typeof LoanOfPart>
export const PortfolioLoansAnswer = v.strictObject({
  day: v.nullable(v.string()),
  ...pageOf(LoanOfPart).entries,
})

export function describeLoan(row: PortfolioLoanRow): v.InferOutput<typeof LoanOfPart> {
  const { id, number, borrower, groupName: group, product, officer, lateSince } = row
  const { lent, balance, overdue, receivable, band } = row
  const daysLate = lateSince === null ? 0 : daysBetween(lateSince, localDate(row.day))
  return {
    ...{ id, number, borrower, group, product, officer, lent, balance, overdue, receivable },
    ...{ daysLate, class: row.class, band },
  }
}
