/** What came to a lender's bank account: statements imported, lines matched to loans by a person. */
import { Hono } from 'hono'
import { read, type Statement } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { signedIn } from '#worker/identity/actor'
import { found } from '#worker/kernel/refusal'
import { ImportAnswer } from '#worker/ledger/bank-statements/answers'
import { StatementRequest } from '#worker/ledger/bank-statements/requests'
import { importStatement } from '#worker/ledger/bank-statements/routes'
import { entryOf, type Posting } from '#worker/ledger/entry'
import { suspenseKnown } from '#worker/ledger/posting-rules/lending'
import { paymentUnexplained, suspenseReturned } from '#worker/ledger/posting-rules/payments'
import { recordEntries } from '#worker/ledger/queries'
import * as answers from '#worker/lending/servicing/bank-credits/answers'
import { decideCredit, propose } from '#worker/lending/servicing/bank-credits/bank-credit'
import * as queries from '#worker/lending/servicing/bank-credits/queries'
import * as requests from '#worker/lending/servicing/bank-credits/requests'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import { repay, settlesUnsaid } from '#worker/lending/servicing/loans/loan'
import { findLoanWithin, listLoanEvents, loanOf } from '#worker/lending/servicing/loans/queries'
import { loanEvent } from '#worker/lending/servicing/loans/record'
import { daysOf } from '#worker/lending/servicing/loans/routes'
import { dayToBook } from '#worker/lending/bookkeeping/periods/period'
import { recordReceived } from '#worker/lending/servicing/repayments/queries'

/** Under `/lenders/{slug}`. */
export const lenderBankCredits = new Hono<HonoEnv>()
  .get(
    '/:slug/bank-credits',
    about(
      'Lines of a lender’s bank statements, with the loans they may pay',
      answers.BankCreditsAnswer,
    ),
    allow('loan.read'),
    parseQuery(requests.BankCreditsQuery),
    async (c) => {
      const { db } = c.var
      const { status, after, limit } = c.req.valid('query')
      const { id } = lenderIn(c, c.req.param('slug'))
      const page = { status, after, limit }
      const [rows, candidates] = await read(db, [
        queries.listCredits(db, id, page),
        queries.listCandidates(db, id, page),
      ])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.receivedOn, row.id])
      const { today } = daysOf(c)
      const isOpen = status === 'new' || status === 'suspense'
      const items = shown.map((credit) => {
        const proposal = isOpen ? propose(credit, candidates) : null
        return answers.describeCredit(credit, { today, proposal })
      })
      return c.json({ items, next })
    },
  )
  .post(
    '/:slug/bank-statements',
    about('Import a statement of a lender’s bank account', ImportAnswer, 201),
    allow('loan.repay'),
    once(),
    parseJson(StatementRequest),
    async (c) => {
      const { id: book } = lenderIn(c, c.req.param('slug'))
      const keeping = { book, keptIn: 'bank_credits', insertLines: queries.insertCredits } as const
      return c.json(await importStatement(c, c.req.valid('json'), keeping), 201)
    },
  )

export const bankCredits = new Hono<HonoEnv>()
  .post(
    '/:id/match',
    about(
      'Say which loan a line pays: it is repaid, with a receipt',
      answers.BankCreditAnswer,
      201,
    ),
    allow('loan.repay'),
    once(),
    parseJson(requests.MatchRequest),
    async (c) => {
      const { db, scope, newId, random } = c.var
      const id = c.req.param('id')
      const { loanNumber, settles } = c.req.valid('json')
      const loanId = queries.loanNumbered(id, loanNumber)
      const [answered, rows, loans, recorded] = await read(db, [
        findAnswered(c),
        queries.findCredit(db, id, scope),
        findLoanWithin(db, loanId, scope),
        listLoanEvents(db, loanId),
      ])
      replayAnswered(c, answered)
      const credit = queries.creditOf(found(rows[0], 'line'))
      const row = found(loans[0], 'loan')
      const { today } = daysOf(c)

      const { amount, receivedOn: on } = credit
      const given = { loan: loanOf(row), events: recorded.map(loanEvent), today }
      const paid = { amount, on, channel: 'bank' } as const
      const change = repay(given, { ...paid, settles: settles ?? settlesUnsaid(given, paid) })
      const act = actOf(c)
      const payer = { name: row.borrowerName, phone: row.borrowerPhone, locale: row.borrowerLocale }
      const received = recordReceived(
        db,
        {
          ...{ row, change },
          money: {
            ...{ amount, on, channel: 'transfer', payer, payerId: row.borrowerId },
            issuedBy: signedIn(c.var.actor).id,
            description: `Angsuran pinjaman ${row.number}, transfer`,
          },
        },
        { act, today, newId, random, site: siteOf(c) },
      )
      const outcome = { loanId: row.id, receipt: received.receipt }
      const matched = decideCredit(credit, 'matched', outcome)
      const known =
        credit.status === 'suspense'
          ? posted(c, suspenseKnown({ book: credit.lenderId, on: today }, referenced(credit)))
          : []
      const body = answers.describeCredit(matched, { today, proposal: null })
      const statements = [
        ...known,
        ...received.statements,
        ...queries.changeCredit(db, matched, act),
      ]
      await commit(c, statements, body)
      return c.json(body, 201)
    },
  )
  .post(
    '/:id/putting-aside',
    about('Keep a line in suspense, or say that it pays no loan', answers.BankCreditAnswer, 201),
    allow('loan.repay'),
    once(),
    parseJson(requests.PutAsideRequest),
    async (c) => {
      const { credit, closedThrough } = await creditAsked(c)
      const { to, note } = c.req.valid('json')
      const { today } = daysOf(c)

      const aside = decideCredit(credit, to, { note })

      const { id: subject, lenderId: book, receivedOn, amount, description: reference } = credit
      const on = dayToBook(receivedOn, { closedThrough, today })
      const kept = paymentUnexplained({ book, on }, { subject, reference, amount })
      const body = answers.describeCredit(aside, { today, proposal: null })
      const entries = to === 'suspense' ? posted(c, kept) : []
      await commit(c, [...entries, ...queries.changeCredit(c.var.db, aside, actOf(c))], body)
      return c.json(body, 201)
    },
  )
  .post(
    '/:id/return',
    about('Send what is in suspense back to whoever sent it', answers.BankCreditAnswer, 201),
    allow('loan.repay'),
    once(),
    parseJson(requests.ReturnRequest),
    async (c) => {
      const { credit } = await creditAsked(c)
      const { reference } = c.req.valid('json')
      const { today } = daysOf(c)

      const returned = decideCredit(credit, 'returned', { note: reference })

      const { id, lenderId: book, amount } = credit
      const body = answers.describeCredit(returned, { today, proposal: null })
      const entries = posted(c, suspenseReturned({ book, on: today }, { id, reference, amount }))
      await commit(c, [...entries, ...queries.changeCredit(c.var.db, returned, actOf(c))], body)
      return c.json(body, 201)
    },
  )

const referenced = ({ id, amount, description }: ReturnType<typeof queries.creditOf>) => ({
  ...{ id, amount, reference: description },
})

function posted(c: Ctx, posting: Posting): Statement[] {
  const { db, newId } = c.var
  return recordEntries(db, [entryOf(posting, { ...actOf(c), id: newId() })])
}

async function creditAsked(c: Ctx) {
  const { db, scope } = c.var
  const id = c.req.param('id') ?? ''
  const [answered, rows, books] = await read(db, [
    findAnswered(c),
    queries.findCredit(db, id, scope),
    queries.findClosedFor(db, id),
  ])
  replayAnswered(c, answered)
  const credit = queries.creditOf(found(rows[0], 'line'))
  return { credit, closedThrough: books[0]?.closedThrough ?? null }
}
