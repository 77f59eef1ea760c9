/** What a book earned and spent, twelve months at a time; from sums that are kept, not from entries. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { ownOrganization } from '#worker/http/own'
import { parseQuery } from '#worker/http/parse'
import { addMonths, dateIn, localDate } from '#worker/kernel/calendar'
import { BookMonthsAnswer, describeBookMonths, EARNING } from '#worker/ledger/book-months/answers'
import { listBookMonths } from '#worker/ledger/books/queries'
import { MonthsQuery } from '#worker/ledger/books/requests'

const SHOWN = 12

export const bookMonths = new Hono<HonoEnv>().get(
  '/:organization/months',
  about('What a book earned and spent by month', BookMonthsAnswer),
  allow('book.read'),
  parseQuery(MonthsQuery),
  async (c) => {
    const { db, now } = c.var
    const book = ownOrganization(c, c.req.param('organization'), 'book')
    const last = c.req.valid('query').until ?? dateIn(c.env.ZONE, now).slice(0, 7)
    const months = Array.from({ length: SHOWN }, (_, i) =>
      addMonths(localDate(`${last}-01`), i + 1 - SHOWN).slice(0, 7),
    )
    const asked = { codes: EARNING, from: months[0]!, until: last }
    const [rows] = await read(db, [listBookMonths(db, book.organizationId, asked)])

    return c.json(describeBookMonths(rows, months))
  },
)
