/** How a fund is answered: what was said of it, and where its money stands. */
import * as v from 'valibot'
import { pageOf } from '#worker/http/paging'
import {
  FUND_KINDS,
  repaid,
  stillToCome,
  turns,
  type Fund,
  type FundSums,
} from '#worker/lending/bookkeeping/funds/fund'
import { qualityOfFund, type FundPartRow } from '#worker/lending/bookkeeping/funds/quality'
import { CLASSES, type ClassName } from '#worker/lending/reporting/quality/quality'

const party = v.strictObject({ slug: v.string(), name: v.string() })

const Sums = v.strictObject({
  received: v.number(),
  stillToCome: v.pipe(v.nullable(v.number()), v.description('Of what the funder promised')),
  returned: v.number(),
  brought: v.pipe(v.number(), v.description('Still owed on loans that came with the fund')),
  lent: v.pipe(v.number(), v.description('Every principal handed over')),
  lentToWomen: v.pipe(v.number(), v.description('Of it, to groups led by women')),
  repaid: v.pipe(v.number(), v.description('Principal that came back')),
  balance: v.pipe(v.number(), v.description('Principal still lent')),
  writtenOff: v.number(),
  recovered: v.number(),
  idle: v.pipe(v.number(), v.description('What can be lent now')),
  loans: v.number(),
  running: v.number(),
  borrowers: v.number(),
  turns: v.pipe(v.nullable(v.number()), v.description('How often each rupiah was lent')),
})

export const FundAnswer = v.strictObject({
  id: v.string(),
  lender: party,
  name: v.string(),
  kind: v.picklist(FUND_KINDS),
  funder: v.strictObject({ name: v.string(), slug: v.nullable(v.string()) }),
  restriction: v.string(),
  promised: v.nullable(v.number()),
  openedOn: v.string(),
  status: v.picklist(['open', 'closed']),
  first: v.pipe(v.boolean(), v.description('The one that carries what names no other')),
  sums: Sums,
})
export type FundAnswer = v.InferOutput<typeof FundAnswer>
export const FundsAnswer = pageOf(FundAnswer)

const quality = {
  ...{ loans: v.number(), balance: v.number() },
  bps: v.pipe(v.nullable(v.number()), v.description('Basis points of what is lent')),
}
export const FundDetailAnswer = v.strictObject({
  ...FundAnswer.entries,
  quality: v.pipe(
    v.nullable(
      v.strictObject({
        ...{ day: v.string(), balance: v.number() },
        risk: v.array(v.strictObject({ over: v.picklist([30, 60, 90]), ...quality })),
        classes: v.array(v.strictObject({ name: v.picklist(CLASSES), ...quality })),
      }),
    ),
    v.description('How good its loans are, as of the last day counted'),
  ),
})

export const FundReceiptAnswer = v.strictObject({
  id: v.string(),
  fundId: v.string(),
  amount: v.number(),
  source: v.string(),
  receivedOn: v.string(),
})

export const FundLoanAnswer = v.strictObject({
  id: v.string(),
  number: v.number(),
  borrower: v.pipe(v.nullable(v.string()), v.description('Not told to a funder but for groups')),
  product: v.string(),
  principal: v.number(),
  balance: v.number(),
  writtenOff: v.number(),
  disbursedOn: v.string(),
  status: v.string(),
  class: v.pipe(v.nullable(v.picklist(CLASSES)), v.description('As last counted')),
  daysLate: v.number(),
})
export const FundLoansAnswer = pageOf(FundLoanAnswer)

export type FundRow = Fund &
  FundSums & { lenderSlug: string; lenderName: string; funderSlug: string | null }

export function describeFund(row: FundRow): FundAnswer {
  const { id, name, kind, restriction, promised, openedOn, status } = row
  const { received, returned, brought, lent, lentToWomen, balance, writtenOff, recovered } = row
  const { idle, loans, running, borrowers } = row
  return {
    ...{ id, name, kind, restriction, promised, openedOn, status },
    lender: { slug: row.lenderSlug, name: row.lenderName },
    funder: { name: row.funderName, slug: row.funderSlug },
    first: id === row.lenderId,
    sums: {
      ...{ received, returned, brought, lent, lentToWomen, balance, writtenOff, recovered },
      ...{ idle, loans, running, borrowers },
      stillToCome: stillToCome(row, row),
      repaid: repaid(row),
      turns: turns(row),
    },
  }
}

export const describeFundDetail = (
  row: FundRow,
  parts: readonly FundPartRow[],
): v.InferOutput<typeof FundDetailAnswer> => ({
  ...describeFund(row),
  quality: qualityOfFund(parts),
})

export type FundLoanRow = {
  id: string
  number: number
  borrowerName: string
  groupName: string | null
  productName: string
  principal: number
  balance: number
  writtenOff: number
  disbursedOn: string
  status: string
  class: ClassName | null
  daysLate: number | null
}

/** `names`: whether people may be named, or groups only. */
export function describeFundLoan(
  row: FundLoanRow,
  names: boolean,
): v.InferOutput<typeof FundLoanAnswer> {
  const { id, number, principal, balance, writtenOff, disbursedOn, status } = row
  return {
    ...{ id, number, principal, balance, writtenOff, disbursedOn, status },
    borrower: row.groupName ?? (names ? row.borrowerName : null),
    product: row.productName,
    class: row.class,
    daysLate: row.daysLate ?? 0,
  }
}
