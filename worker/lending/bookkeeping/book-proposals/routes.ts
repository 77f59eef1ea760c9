/** What waits for a second person before it is booked. Under `/lenders/{slug}`. */
import { Hono } from 'hono'
import { read, type Statement } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { localDate } from '#worker/kernel/calendar'
import { found, Refusal } from '#worker/kernel/refusal'
import { entryOf, reverse, type Entry } from '#worker/ledger/entry'
import { recordEntries } from '#worker/ledger/queries'
import * as answers from '#worker/lending/bookkeeping/book-proposals/answers'
import { balanced } from '#worker/lending/bookkeeping/book-proposals/lines'
import * as proposals from '#worker/lending/bookkeeping/book-proposals/proposal'
import * as queries from '#worker/lending/bookkeeping/book-proposals/queries'
import * as requests from '#worker/lending/bookkeeping/book-proposals/requests'
import { findFund, guardFund } from '#worker/lending/bookkeeping/funds/queries'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import { bookHistory } from '#worker/lending/bookkeeping/periods/period'
import { notAhead } from '#worker/lending/servicing/loans/change'
import { daysOf } from '#worker/lending/servicing/loans/routes'

const lenderOf = (c: Ctx) => lenderIn(c, c.req.param('slug') ?? '')

export const bookProposals = new Hono<HonoEnv>()
  .get(
    '/:slug/book-proposals',
    about('What was proposed about the book; at first what still waits', answers.ProposalsAnswer),
    allow('book-proposal.read'),
    parseQuery(requests.ProposalsQuery),
    async (c) => {
      const { status, after, limit } = c.req.valid('query')
      const page = { status, after: after?.[0], limit }
      const [rows] = await read(c.var.db, [queries.listProposals(c.var.db, lenderOf(c).id, page)])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
      const items = shown.map((row) => answers.describeProposal(queries.proposalOf(row), row))
      return c.json({ items, next })
    },
  )
  .get(
    '/:slug/book-proposals/:id',
    about('A proposal, with what it would write', answers.ProposalAnswer),
    allow('book-proposal.read'),
    async (c) => {
      const [rows] = await read(c.var.db, [
        queries.findProposal(c.var.db, lenderOf(c).id, c.req.param('id')),
      ])
      const row = found(rows[0], 'proposal')
      return c.json(answers.describeProposal(queries.proposalOf(row), row))
    },
  )
  .post(
    '/:slug/book-proposals',
    about(
      'Propose an entry, taking one back, a return to a funder, or opening a month again',
      answers.ProposalAnswer,
      201,
    ),
    allow('entry.propose'),
    once(),
    parseJson(requests.ProposalRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const lender = lenderOf(c)
      const asked = c.req.valid('json')
      const { today } = daysOf(c)
      const act = actOf(c)
      const on = ('on' in asked ? asked.on : undefined) ?? today
      notAhead(on, today, '/on')
      const [answered, [book], entries, funds] = await read(db, [
        findAnswered(c),
        queries.findClosing(db, lender.id),
        queries.findEntryOf(db, lender.id, asked.kind === 'reversal' ? asked.entryId : ''),
        findFund(db, lender.id, asked.kind === 'fund-return' ? asked.fundId : ''),
      ])
      replayAnswered(c, answered)
      const closed = book?.closedThrough ?? null
      if (closed !== null && asked.kind !== 'reopening' && on.slice(0, 7) <= closed) {
        throw new Refusal('period-closed', 'That month is closed.', { facts: { closed } })
      }

      const made = { id: newId(), lenderId: lender.id, by: act.actorId, at: now, on }
      const propose = () => {
        if (asked.kind === 'entry') {
          const lines = balanced(asked.lines)
          return proposals.proposeEntry(made, { description: asked.description, lines })
        }
        if (asked.kind === 'reversal') {
          const entry = queries.entryFrom(found(entries[0], 'entry'))
          return proposals.proposeReversal(made, entry, asked.reason)
        }
        if (asked.kind === 'fund-return') {
          return proposals.proposeReturn(made, found(funds[0], 'fund'), asked)
        }
        return proposals.proposeReopening(made, closed, asked)
      }
      const proposal = propose()

      const named = { number: 0, proposerName: null, deciderName: null }
      const fundName = funds[0]?.name ?? null
      const body = answers.describeProposal(proposal, { ...named, fundName })
      const event = { ...act, subject: proposal.id, seq: 1, type: 'proposed', data: asked }
      await commit(c, [queries.insertProposal(db, proposal), recordEvents(db, [event])], body)
      return c.json(body, 201)
    },
  )
  .post(
    '/:slug/book-proposals/:id/approval',
    about('Agree: what was proposed is booked', answers.ProposalAnswer, 201),
    allow('entry.approve'),
    once(),
    async (c) => {
      const { db, newId } = c.var
      const lender = lenderOf(c)
      const id = c.req.param('id')
      const [answered, rows, undone, [book]] = await read(db, [
        findAnswered(c),
        queries.findProposal(db, lender.id, id),
        queries.findUndone(db, lender.id, id),
        queries.findClosing(db, lender.id),
      ])
      replayAnswered(c, answered)
      const row = found(rows[0], 'proposal')
      const act = actOf(c)
      const told = { by: act.actorId, at: act.at, reasons: null }

      const decided = proposals.decide(queries.proposalOf(row), 'approved', told)
      const entry = entryFor(decided, { act, id: newId(), undone, funderName: row.funderName })
      const approved = { ...decided, entryId: entry?.id ?? null }

      const body = answers.describeProposal(approved, { ...row, deciderName: null })
      await commit(
        c,
        [
          recordEvents(db, eventsOf(approved, act, book?.version ?? 0)),
          ...(approved.kind === 'reopening'
            ? queries.reopen(db, lender.id, approved.data.month ?? '')
            : []),
          ...(entry ? recordEntries(db, [entry]) : []),
          queries.changeProposal(db, approved),
          ...guardsOf(c, approved, undone),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
  .post(
    '/:slug/book-proposals/:id/refusal',
    about('Disagree, and say why', answers.ProposalAnswer, 201),
    allow('entry.approve'),
    parseJson(requests.RefusalRequest),
    async (c) => {
      const { reasons } = c.req.valid('json')
      const body = await ended(c, 'refused', reasons)
      return c.json(body, 201)
    },
  )
  .post(
    '/:slug/book-proposals/:id/withdrawal',
    about('Take back what was proposed and is not decided', answers.ProposalAnswer, 201),
    allow('entry.propose'),
    async (c) => c.json(await ended(c, 'withdrawn', null), 201),
  )

/** Opening a month again happens to the book, too. */
function eventsOf(approved: proposals.Proposal, act: ReturnType<typeof actOf>, version: number) {
  const { id, lenderId, kind, data } = approved
  const own = { ...act, subject: id, seq: approved.version, type: 'approved' }
  if (kind !== 'reopening') return [own]
  return [own, { ...act, subject: bookHistory(lenderId), seq: version + 1, type: 'reopened', data }]
}

type Undone = Parameters<typeof queries.entryFrom>[0]

/** The entry by which an approved proposal is done; a reopened month without a closed year has none. */
function entryFor(
  decided: proposals.Proposal,
  {
    act,
    id,
    undone,
    funderName,
  }: {
    act: ReturnType<typeof actOf>
    id: string
    undone: readonly Undone[]
    funderName: string | null
  },
): Entry | null {
  const recorded = { ...act, id }
  const draft = proposals.postingOf(decided, funderName ?? '')
  if (draft) return entryOf(draft, recorded)
  const [row] = undone
  if (!row) return null
  const entry = queries.entryFrom(row)
  const on = decided.kind === 'reopening' ? localDate(row.valueOn) : decided.valueOn
  return reverse(entry, on, recorded)
}

/** Money that leaves a fund was idle; money of a fund that is taken back, too. */
function guardsOf(c: Ctx, { lenderId, fundId }: proposals.Proposal, undone: readonly Undone[]) {
  const capital = undone.flatMap((row) =>
    queries
      .entryFrom(row)
      .transfers.flatMap(({ debit, credit }) => [debit, credit])
      .filter((key) => key.code === 'fund-capital')
      .map((key) => key.holder || lenderId),
  )
  const touched = new Set([...(fundId ? [fundId] : []), ...capital])
  const guards: Statement[] = []
  for (const each of touched) guards.push(...guardFund(c.var.db, { lenderId, fundId: each }))
  return guards
}

async function ended(c: Ctx, to: 'refused' | 'withdrawn', reasons: string | null) {
  const { db } = c.var
  const id = c.req.param('id') ?? ''
  const [rows] = await read(db, [queries.findProposal(db, lenderOf(c).id, id)])
  const row = found(rows[0], 'proposal')
  const act = actOf(c)

  const told = { by: act.actorId, at: act.at, reasons }
  const over = proposals.decide(queries.proposalOf(row), to, told)

  const body = answers.describeProposal(over, { ...row, deciderName: null })
  const event = { ...act, subject: id, seq: over.version, type: to, data: { reasons } }
  await commit(c, [recordEvents(db, [event]), queries.changeProposal(db, over)], body)
  return body
}
