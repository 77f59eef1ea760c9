/** Bank statements: imported as the bank exports them; importing one again adds nothing. */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { once } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { found } from '#worker/kernel/refusal'
import * as answers from '#worker/ledger/bank-statements/answers'
import * as queries from '#worker/market/paying/statements/queries'
import * as requests from '#worker/ledger/bank-statements/requests'
import { importStatement } from '#worker/ledger/bank-statements/routes'

export const statements = new Hono<HonoEnv>()
  .get(
    '/',
    about('Imported bank statements, the newest first', answers.StatementPage),
    allow('payment.read'),
    parseQuery(requests.StatementsQuery),
    async (c) => {
      const { db, scope } = c.var
      const { after, limit } = c.req.valid('query')
      const asked = { after, limit: limit + 1 }
      const rows = await queries.listStatements(db, found(scope[0], 'book'), asked)
      const page = paged(rows, limit, (row) => [row.id])
      return c.json({ items: page.rows.map(answers.describeStatement), next: page.next })
    },
  )
  .post(
    '/',
    about(
      'Import a bank statement: CSV of a bank, or with its columns named',
      answers.ImportAnswer,
      201,
    ),
    allow('payment.match'),
    once(),
    parseJson(requests.StatementRequest),
    async (c) => {
      const book = found(c.var.scope[0], 'book')
      const keeping = { book, keptIn: 'statement_lines', insertLines: queries.insertLines } as const
      return c.json(await importStatement(c, c.req.valid('json'), keeping), 201)
    },
  )
