/** What closes a loan on a day, for whoever may look at the loan. Under `/loans`. */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { parseQuery } from '#worker/http/parse'
import { daysOf, languageOf, loanInReach } from '#worker/lending/servicing/loans/routes'
import { describePayoff, PayoffAnswer } from '#worker/lending/servicing/payoff-quotes/answers'
import { offerPayoff } from '#worker/lending/servicing/payoff-quotes/payoff-quote'
import { PayoffQuery } from '#worker/lending/servicing/payoff-quotes/requests'

export const payoffQuotes = new Hono<HonoEnv>().get(
  '/:id/payoff-quote',
  about('What closes the loan if it is paid on a day, with its arithmetic', PayoffAnswer),
  allow('self'),
  parseQuery(PayoffQuery),
  async (c) => {
    const { loan, events } = await loanInReach(c, c.req.param('id'))
    const { today } = daysOf(c)
    const asked = { on: c.req.valid('query').on, language: languageOf(c) }
    return c.json(describePayoff(offerPayoff({ loan, events, today }, asked)))
  },
)
