/** The public calculator: what a loan costs, row by row. Nothing is read and nothing is kept. */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { parseJson, parseQuery } from '#worker/http/parse'
import { localeOf } from '#worker/http/source'
import { LoanQuoteAnswer } from '#worker/lending/offering/quotes/answers'
import { quote } from '#worker/lending/offering/quotes/quote'
import { LoanQuoteQuery, LoanQuoteRequest } from '#worker/lending/offering/quotes/requests'

export const loanQuotes = new Hono<HonoEnv>().post(
  '/',
  about('Work out the schedule of a loan and what it costs', LoanQuoteAnswer),
  allow('public'),
  parseQuery(LoanQuoteQuery),
  parseJson(LoanQuoteRequest),
  (c) => {
    const { explain, lang } = c.req.valid('query')
    return c.json(quote(c.req.valid('json'), explain ? (lang ?? localeOf(c)) : undefined))
  },
)
