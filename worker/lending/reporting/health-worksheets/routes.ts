/** The health worksheet of a koperasi, from its loans as counted and its book. Under `/lenders/{slug}`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { parseQuery } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { listSumsBetween } from '#worker/ledger/financial-statements/queries'
import { balanceSheet, incomeStatement } from '#worker/ledger/financial-statements/statements'
import { findTrialBalance } from '#worker/ledger/queries'
import * as answers from '#worker/lending/reporting/health-worksheets/answers'
import { findApart } from '#worker/lending/reporting/health-worksheets/queries'
import { WorksheetQuery } from '#worker/lending/reporting/health-worksheets/requests'
import { worksheet } from '#worker/lending/reporting/health-worksheets/worksheet'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import { listDays, listParts } from '#worker/lending/reporting/portfolio/queries'
import { findAllowance } from '#worker/lending/bookkeeping/provisions/queries'
import { BYTE_ORDER_MARK, csvLine } from '#worker/market/selling/exports/cells'

async function worksheetOf(c: Ctx, membersOnly: boolean) {
  const { db, now } = c.var
  const lender = lenderIn(c, c.req.param('slug') ?? '')
  const year = dateIn(c.env.ZONE, now).slice(0, 4)
  const [days, parts, [standing], totals, sums, [apart]] = await read(db, [
    listDays(db, lender.id, 1),
    listParts(db, lender.id),
    findAllowance(db, lender.id),
    findTrialBalance(db, lender.id),
    listSumsBetween(db, lender.id, { from: `${year}-01`, until: `${year}-12` }),
    findApart(db, lender.id, year),
  ])
  const { assets, equity } = balanceSheet(totals as typeof sums, [])
  const { lines, result } = incomeStatement(sums, [])
  const held = (...codes: string[]) =>
    lines.filter(({ code }) => codes.includes(code)).reduce((sum, { amount }) => sum + amount, 0)
  const of = (name: string) =>
    parts.find(({ kind, key }) => kind === 'class' && key === name)?.balance ?? 0
  const sheet = worksheet({
    ...{ lent: days[0]?.balance ?? 0, allowance: standing?.allowance ?? 0, membersOnly },
    ...{ substandard: of('substandard'), doubtful: of('doubtful'), loss: of('loss') },
    ...{ assets: assets.amount, equity: equity.amount, result: result.amount },
    ...{ toGiveBack: apart?.toGiveBack ?? 0, salaries: apart?.salaries ?? 0 },
    loanIncome: held('interest-income', 'fee-income', 'penalty-income'),
    otherIncome: held('other-income', 'recoveries'),
    fundCost: held('fund-cost'),
    operating: held('operating-expenses'),
  })
  const day = days[0]?.day ?? null
  return answers.describeWorksheet({ lender, day, year }, sheet, membersOnly)
}

export const healthWorksheets = new Hono<HonoEnv>()
  .get(
    '/:slug/health-worksheet',
    about(
      'The health worksheet of a koperasi, scored as far as sources go',
      answers.WorksheetAnswer,
    ),
    allow('portfolio.read'),
    parseQuery(WorksheetQuery),
    async (c) => c.json(await worksheetOf(c, c.req.valid('query').members === 'all')),
  )
  .get(
    '/:slug/health-worksheet/sheet',
    about('The health worksheet of a koperasi as CSV', null),
    allow('portfolio.read'),
    parseQuery(WorksheetQuery),
    async (c) => {
      const sheet = await worksheetOf(c, c.req.valid('query').members === 'all')
      const name = `${sheet.lender.slug}-ksp-health-${sheet.day ?? 'kosong'}.csv`
      return c.body(BYTE_ORDER_MARK + answers.sheetOf(sheet).map(csvLine).join(''), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
      })
    },
  )
