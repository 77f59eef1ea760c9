/** A member’s own share of her group’s loan: her ledger, her receipts, her record. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { paged } from '#worker/http/paging'
import { parseQuery } from '#worker/http/parse'
import { signedIn } from '#worker/identity/actor'
import { found } from '#worker/kernel/refusal'
import { listCoversOfShare } from '#worker/lending/group-lending/covers/queries'
import { describeRecord } from '#worker/lending/group-lending/groups/answers'
import { USUAL } from '#worker/lending/group-lending/groups/ladder'
import { findLadderOf, findMemberRecord } from '#worker/lending/group-lending/groups/queries'
import { describeCover } from '#worker/lending/group-lending/loan-shares/answers'
import { membersOf } from '#worker/lending/group-lending/loan-shares/group-loan'
import { listCredits, listShares } from '#worker/lending/group-lending/loan-shares/queries'
import { listLoanEvents } from '#worker/lending/servicing/loans/queries'
import { loanEvent } from '#worker/lending/servicing/loans/record'
import { daysOf } from '#worker/lending/servicing/loans/routes'
import * as answers from '#worker/lending/group-lending/own-shares/answers'
import * as queries from '#worker/lending/group-lending/own-shares/queries'
import { OwnSharesQuery } from '#worker/lending/group-lending/own-shares/requests'

export const ownShares = new Hono<HonoEnv>()
  .get(
    '/',
    about('My shares of loans of my groups, newest first', answers.OwnSharesAnswer),
    allow('self'),
    parseQuery(OwnSharesQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const page = { after: after?.[0], limit }
      const { id } = signedIn(c.var.actor)
      const [rows] = await read(c.var.db, [queries.listOwnShares(c.var.db, id, page)])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.shareId])
      return c.json({ items: shown.map(answers.describeOwnShare), next })
    },
  )
  .get(
    '/:id',
    about('My share: what I was asked, what I paid, who paid for whom', answers.OwnLedgerAnswer),
    allow('self'),
    async (c) => {
      const { db } = c.var
      const id = c.req.param('id')
      const { id: personId } = signedIn(c.var.actor)
      const loanId = queries.loanOfShare(id)
      const [rows, events, shares, credits, lines, covers, records, ladders] = await read(db, [
        queries.findOwnShare(db, id, personId),
        listLoanEvents(db, loanId),
        listShares(db, loanId),
        listCredits(db, loanId),
        queries.listOwnLines(db, id),
        listCoversOfShare(db, id),
        findMemberRecord(db, personId, queries.lenderOfShare(id)),
        findLadderOf(db, queries.lenderOfShare(id)),
      ])
      const row = found(rows[0], 'share')
      const { today } = daysOf(c)

      const loan = queries.loanOfOwnShare(row)
      const view = membersOf({ loan, events: events.map(loanEvent), shares, credits, today })
      const standing = found(
        view.standings.find((one) => one.shareId === id),
        'share',
      )

      return c.json({
        share: answers.describeOwnShare(row),
        ...answers.describeOwnStanding(standing),
        meetings: lines.map(answers.describeOwnLine),
        covers: covers.map(describeCover),
        record: describeRecord(found(records[0], 'record'), ladders[0] ?? USUAL),
      })
    },
  )
