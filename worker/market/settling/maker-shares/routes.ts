/** What the makers of a group have earned, for a month or a payout; and what the group keeps. */
import { Hono } from 'hono'
import type * as v from 'valibot'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { ownOrganization, within } from '#worker/http/own'
import { parseJson, parseQuery } from '#worker/http/parse'
import { addMonths, localDate, startOfDay } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import { BYTE_ORDER_MARK, csvLine } from '#worker/market/selling/exports/cells'
import * as answers from '#worker/market/settling/maker-shares/answers'
import * as queries from '#worker/market/settling/maker-shares/queries'
import * as requests from '#worker/market/settling/maker-shares/requests'
import { sheetOf } from '#worker/market/settling/maker-shares/share'
import { findPayout } from '#worker/market/settling/payouts/queries'

type Asked = v.InferOutput<typeof requests.SharesQuery>

const ownId = (c: Ctx) => ownOrganization(c, c.req.param('slug') ?? '', 'enterprise').organizationId

const NO_LINES = { from: 0, until: 0, month: '0000-00' }

function periodOf(c: Ctx, month: string | undefined) {
  if (month === undefined) return NO_LINES
  const first = localDate(`${month}-01`)
  const { ZONE } = c.env
  return { month, from: startOfDay(first, ZONE), until: startOfDay(addMonths(first, 1), ZONE) }
}

/** The sheet that was asked for, and what it is of. */
async function sheetAsked(c: Ctx, { month, payout }: Asked) {
  const { db } = c.var
  const id = ownId(c)
  const [[cut], ofMonth, ofPayout, payouts] = await read(db, [
    queries.findCut(db, id),
    queries.listLinesOfMonth(db, id, periodOf(c, month)),
    queries.listLinesOfPayout(db, id, payout ?? ''),
    findPayout(db, payout ?? '', id),
  ])

  const paid = payout === undefined ? null : found(payouts[0], 'payout')
  const sheet = sheetOf(queries.soldLines(month === undefined ? ofPayout : ofMonth))
  return answers.describeShares(sheet, {
    month: month ?? null,
    payout: paid && { id: paid.id, code: paid.code },
    cutBps: cut?.bps ?? 0,
  })
}

export const makerShares = new Hono<HonoEnv>()
  .get(
    '/:slug/maker-shares',
    about('What makers have earned in a month, or of a payout', answers.SharesAnswer),
    allow('balance.read'),
    within('enterprise'),
    parseQuery(requests.SharesQuery),
    async (c) => c.json(await sheetAsked(c, c.req.valid('query'))),
  )
  .get(
    '/:slug/maker-shares/file',
    about('What makers have earned, as CSV', null),
    allow('balance.read'),
    within('enterprise'),
    parseQuery(requests.SharesQuery),
    async (c) => {
      const sheet = await sheetAsked(c, c.req.valid('query'))
      const rows = sheet.makers.flatMap((maker) =>
        maker.lines.map((line) =>
          csvLine([maker.name, line.code, line.title, line.base, line.amount]),
        ),
      )
      const heading = csvLine(['Pembuat', 'Pesanan', 'Barang', 'Hasil bersih barang', 'Bagian'])
      const name = `${c.req.param('slug')}-bagi-hasil-${sheet.month ?? sheet.payout?.code}.csv`
      return c.body(BYTE_ORDER_MARK + heading + rows.join(''), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
      })
    },
  )
  .put(
    '/:slug/group-cut',
    about('Say what the group keeps of what its makers earn from now on', answers.GroupCutAnswer),
    allow('group-cut.set'),
    parseJson(requests.GroupCutRequest),
    async (c) => {
      const { db } = c.var
      const { bps } = c.req.valid('json')
      const enterpriseId = ownId(c)
      const [[before]] = await read(db, [queries.findCut(db, enterpriseId)])

      const version = (before?.version ?? 0) + 1
      const subject = `${enterpriseId}/group-cut`
      await commit(c, [
        queries.changeCut(db, { enterpriseId, bps, version }),
        recordEvents(db, [{ ...actOf(c), subject, seq: version, type: 'set', data: { bps } }]),
      ])
      return c.json({ bps })
    },
  )
