/** Where a borrower lives, by which pauses of a region find her loan. Under `/loans`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordNextEvent } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { found, Refusal } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { LoanRegionAnswer } from '#worker/lending/changing/loan-regions/answers'
import { changeRegion } from '#worker/lending/changing/loan-regions/queries'
import { LoanRegionRequest } from '#worker/lending/changing/loan-regions/requests'
import { findLoanWithin } from '#worker/lending/servicing/loans/queries'
import type { AreaCode } from '#worker/market/buying/shipping/area'
import { regencyName } from '#worker/market/buying/shipping/regencies'

const named = (code: string) => regencyName(code as AreaCode)

export const loanRegions = new Hono<HonoEnv>()
  .get(
    '/:id/region',
    about('The regency of the borrower of a loan', LoanRegionAnswer),
    allow('loan.read'),
    async (c) => {
      const { db, scope } = c.var
      const [rows] = await read(db, [findLoanWithin(db, c.req.param('id'), scope)])
      const { regionCode: code } = found(rows[0], 'loan')
      return c.json({ region: code === null ? null : { code, name: named(code) ?? code } })
    },
  )
  .put(
    '/:id/region',
    about('Set or correct the regency of the borrower of a loan', LoanRegionAnswer),
    allow('loan.follow'),
    parseJson(LoanRegionRequest),
    async (c) => {
      const { db, scope } = c.var
      const { code } = c.req.valid('json')
      const [rows] = await read(db, [findLoanWithin(db, c.req.param('id'), scope)])
      const { id, regionCode: before } = found(rows[0], 'loan')
      const name = named(code)
      if (name === undefined) throw unknown()
      const event = { ...actOf(c), subject: `${id}/region`, type: 'changed' }
      await commit(c, [
        changeRegion(db, id, code),
        recordNextEvent(db, { ...event, data: { before, code } }),
      ])
      return c.json({ region: { code, name } })
    },
  )

function unknown(): Refusal {
  const detail = sentence('Kabupaten atau kota ini tidak ada.', 'There is no such regency or city.')
  return new Refusal('outside-limits', detail.en, { errors: [{ pointer: '/code', detail }] })
}
