/** The books: who may read them reads trial balance, accounts, entries, statements and the journal. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { ownOrganization, ownOrganizations } from '#worker/http/own'
import { paged } from '#worker/http/paging'
import { parsed, parseQuery } from '#worker/http/parse'
import type { Membership } from '#worker/identity/actor'
import { found } from '#worker/kernel/refusal'
import { account } from '#worker/ledger/account'
import { listSumsUntil } from '#worker/ledger/financial-statements/queries'
import * as answers from '#worker/ledger/books/answers'
import {
  findAccount,
  findEntry,
  listAccounts,
  listEntries,
  readJournal,
} from '#worker/ledger/books/queries'
import * as requests from '#worker/ledger/books/requests'
import { findTrialBalance, listStatement } from '#worker/ledger/queries'

const bookOf = ({ organizationId, slug, name, kind }: Membership) => ({
  id: organizationId,
  slug,
  name,
  kind,
})

const bookNamed = (c: Ctx, name: string) => bookOf(ownOrganization(c, name, 'book'))

export const books = new Hono<HonoEnv>()
  .get('/', about('The books you may read', answers.BooksAnswer), allow('book.read'), async (c) =>
    c.json({ items: ownOrganizations(c).map(bookOf), next: null }),
  )
  .get(
    '/:organization/trial-balance',
    about(
      'The totals of each account of a book, now or at the end of a month',
      answers.TrialBalanceAnswer,
    ),
    allow('book.read'),
    parseQuery(requests.MonthsQuery),
    async (c) => {
      const book = bookNamed(c, c.req.param('organization'))
      const { until } = c.req.valid('query')
      const [totals] = await read(c.var.db, [
        until ? listSumsUntil(c.var.db, book.id, until) : findTrialBalance(c.var.db, book.id),
      ])

      return c.json(answers.describeTrialBalance(book, totals))
    },
  )
  .get(
    '/:organization/accounts',
    about('The accounts of a book', answers.AccountsAnswer),
    allow('book.read'),
    parseQuery(requests.AccountsQuery),
    async (c) => {
      const book = bookNamed(c, c.req.param('organization'))
      const { code, after, limit } = c.req.valid('query')
      const [rows] = await read(c.var.db, [
        listAccounts(c.var.db, book.id, { code, after: after?.[0], limit: limit + 1 }),
      ])

      const page = paged(rows, limit, (row) => [row.id])
      return c.json({ items: page.rows.map(answers.describeAccount), next: page.next })
    },
  )
  .get(
    '/:organization/entries',
    about('The entries of a book, newest first', answers.EntriesAnswer),
    allow('book.read'),
    parseQuery(requests.EntriesQuery),
    async (c) => {
      const book = bookNamed(c, c.req.param('organization'))
      const { after, limit } = c.req.valid('query')
      const [rows] = await read(c.var.db, [
        listEntries(c.var.db, book.id, { order: 'newest', after, limit: limit + 1 }),
      ])

      const page = paged(rows, limit, (row) => [row.valueOn, row.id])
      return c.json({ items: page.rows.map(answers.describeEntry), next: page.next })
    },
  )
  .get(
    '/:organization/entries/:id',
    about('An entry with its transfers', answers.EntryAnswer),
    allow('book.read'),
    async (c) => {
      const book = bookNamed(c, c.req.param('organization'))
      const [rows] = await read(c.var.db, [findEntry(c.var.db, book.id, c.req.param('id'))])
      return c.json(answers.describeEntry(found(rows[0], 'entry')))
    },
  )
  .get(
    '/:organization/accounts/:code/statement',
    about('The movements of an account, newest first, with its balance', answers.StatementAnswer),
    allow('book.read'),
    parseQuery(requests.StatementQuery),
    async (c) => {
      const book = bookNamed(c, c.req.param('organization'))
      const code = parsed(requests.AccountCodeParameter, c.req.param('code'))
      const { holder, after, limit } = c.req.valid('query')
      const key = account(book.id, code, holder)
      const before = after && { entryId: after[0], n: after[1] }
      const [[stands], lines] = await read(c.var.db, [
        findAccount(c.var.db, key),
        listStatement(c.var.db, key, { before, limit: limit + 1 }),
      ])

      const now = stands ?? { balance: 0, holderName: null }
      const from = after?.[2] ?? now.balance
      return c.json(answers.describeStatement(key, lines, { now, from, limit }))
    },
  )
  .get(
    '/:organization/journal',
    about('A book as a plain-text journal that hledger and ledger accept', null),
    allow('book.read'),
    parseQuery(requests.JournalQuery),
    async (c) => {
      const book = bookNamed(c, c.req.param('organization'))
      const { from, until } = c.req.valid('query')
      const months = [from, until].flatMap((month) => (month ? [`-${month}`] : [])).join('')
      return c.body(streamed(readJournal(c.var.db, book, { from, until })), 200, {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': `attachment; filename="${book.slug}${months}.journal"`,
      })
    },
  )

/** Text sent as it is read. A failure breaks the download off, so that half a book is not taken for one. */
function streamed(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
}
