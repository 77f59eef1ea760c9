/** The letter that a loan is paid, once it is, for whoever may look at the loan. Under `/loans`. */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { found } from '#worker/kernel/refusal'
import { describeLoan } from '#worker/lending/servicing/loans/answers'
import { daysOf, loanInReach } from '#worker/lending/servicing/loans/routes'
import { SettlementLetterAnswer } from '#worker/lending/servicing/settlement-letters/answers'
import { settlementOf } from '#worker/lending/servicing/settlement-letters/settlement'

export const settlementLetters = new Hono<HonoEnv>().get(
  '/:id/settlement-letter',
  about('That a loan is paid: since when, what was lent and paid', SettlementLetterAnswer),
  allow('self'),
  async (c) => {
    const { row, loan, events } = await loanInReach(c, c.req.param('id'))
    const days = daysOf(c)
    const settlement = found(settlementOf({ loan, events, today: days.today }), 'settlement letter')
    return c.json({ loan: describeLoan(loan, row, days), ...settlement })
  },
)
