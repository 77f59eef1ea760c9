/** Vouchers of sellers, the operator and partners, and the money partners pay in for theirs. */
import { Hono } from 'hono'
import { sql } from 'drizzle-orm'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { malformed, parseJson, parseQuery } from '#worker/http/parse'
import { findOrganization, findOwnOrganization } from '#worker/identity/organizations/queries'
import { dateIn } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { entryOf, type Posting } from '#worker/ledger/entry'
import {
  partnerDeposited,
  voucherFunded,
  voucherReleased,
} from '#worker/ledger/posting-rules/vouchers'
import { recordEntries } from '#worker/ledger/queries'
import { findOperator } from '#worker/market/fulfilling/orders/queries'
import { refuseFuture } from '#worker/market/paying/payments/settlement'
import * as answers from '#worker/market/buying/vouchers/answers'
import { closeVoucher, makeVoucher } from '#worker/market/buying/vouchers/making'
import * as deposits from '#worker/market/buying/vouchers/deposits/queries'
import * as queries from '#worker/market/buying/vouchers/queries'
import * as requests from '#worker/market/buying/vouchers/requests'
import type { Voucher } from '#worker/market/buying/vouchers/voucher'

/** Who made it, as SQL for her id, within the organizations where the actor may. */
const ownerOf = (c: Ctx) => {
  const slug = c.req.param('slug') ?? ''
  return sql`(SELECT id FROM organizations WHERE (slug = ${slug} OR id = ${slug})
    AND id IN (SELECT value FROM json_each(${JSON.stringify(c.var.scope)})))`
}

export const vouchersOfOrganizations = new Hono<HonoEnv>()
  .get(
    '/:slug/vouchers',
    about('The vouchers an organization made, the newest first', answers.VoucherPage),
    allow('voucher.manage'),
    parseQuery(requests.VouchersQuery),
    async (c) => {
      const { db, now, scope } = c.var
      const { after, limit } = c.req.valid('query')
      const [own, rows] = await read(db, [
        findOwnOrganization(db, c.req.param('slug'), scope),
        queries.listVouchers(db, ownerOf(c), { after: after?.[0], limit: limit + 1 }),
      ])
      found(own[0], 'organization')
      const page = paged(rows, limit, (row) => [row.id])
      const items = page.rows.map((row) => answers.describeVoucher(queries.voucherFrom(row), now))
      return c.json({ items, next: page.next })
    },
  )
  .post(
    '/:slug/vouchers',
    about('Make a voucher; a partner’s budget is set aside at once', answers.VoucherAnswer, 201),
    allow('voucher.manage'),
    once(),
    parseJson(requests.VoucherRequest),
    async (c) => {
      const { db, now, scope, newId } = c.var
      const asked = c.req.valid('json')
      const [own, operator, known] = await read(db, [
        findOwnOrganization(db, c.req.param('slug'), scope),
        findOperator(db),
        queries.findKnown(db, asked),
      ])
      const { id: organizationId, kind } = found(own[0], 'organization')
      refuseUnknown(asked, known)

      const maker = { id: newId(), organizationId, kind, now, zone: c.env.ZONE }
      const voucher = makeVoucher(asked, maker)

      const body = answers.describeVoucher(voucher, now)
      await commit(
        c,
        [
          queries.insertVoucher(db, voucher),
          eventOf(c, voucher, 'made'),
          ...recorded(c, fundingOf(c, voucher, found(operator[0], 'operator').book)),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
  .post(
    '/:slug/vouchers/:id/closure',
    about('End a voucher now; what of a budget is left is free', answers.VoucherAnswer, 201),
    allow('voucher.manage'),
    once(),
    async (c) => {
      const { db, now } = c.var
      const [answered, rows, operator] = await read(db, [
        findAnswered(c),
        queries.findVoucher(db, ownerOf(c), c.req.param('id')),
        findOperator(db),
      ])
      replayAnswered(c, answered)
      const before = queries.voucherFrom(found(rows[0], 'voucher'))

      const { voucher, left } = closeVoucher(before, now)

      const body = answers.describeVoucher(voucher, now)
      const { id: voucherId, code, organizationId: partnerId } = voucher
      const book = { book: found(operator[0], 'operator').book, on: dateIn(c.env.ZONE, now) }
      const released = { voucherId, code: code ?? '', partnerId, amount: left }
      await commit(
        c,
        [
          queries.changeVoucher(db, voucher),
          eventOf(c, voucher, 'closed'),
          ...recorded(c, left > 0 ? voucherReleased(book, released) : null),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
  .get(
    '/:slug/deposits',
    about('What a partner has paid in for vouchers, and what is free', answers.DepositPage),
    allow('voucher.manage'),
    parseQuery(requests.DepositsQuery),
    async (c) => {
      const { db, scope } = c.var
      const { after, limit } = c.req.valid('query')
      const [own, rows, balance] = await read(db, [
        findOwnOrganization(db, c.req.param('slug'), scope),
        deposits.listDeposits(db, ownerOf(c), { after: after?.[0], limit: limit + 1 }),
        deposits.findPartnerMoney(db, ownerOf(c)),
      ])
      found(own[0], 'organization')
      const page = paged(rows, limit, (row) => [row.id])
      const items = page.rows.map(answers.describeDeposit)
      return c.json({ items, next: page.next, balance: balance[0]?.balance ?? 0 })
    },
  )

export const partnerDeposits = new Hono<HonoEnv>()
  .get(
    '/',
    about('What partners have paid in for vouchers, the newest first', answers.ListedDepositPage),
    allow('payment.read'),
    parseQuery(requests.DepositsQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const rows = await deposits.listAllDeposits(c.var.db, { after: after?.[0], limit: limit + 1 })
      const page = paged(rows, limit, (row) => [row.id])
      return c.json({ items: page.rows.map(answers.describeListedDeposit), next: page.next })
    },
  )
  .post(
    '/',
    about('Record money that a partner has transferred for vouchers', answers.DepositAnswer, 201),
    allow('payment.match'),
    once(),
    parseJson(requests.DepositRequest),
    async (c) => {
      const { db, now, scope, newId } = c.var
      const { partner, ...received } = c.req.valid('json')
      const [rows] = await read(db, [findOrganization(db, partner)])
      const organization = rows[0]?.kind === 'partner' ? rows[0] : undefined
      const { id: partnerId, name } = found(organization, 'partner')
      refuseFuture(received.receivedOn, dateIn(c.env.ZONE, now))

      const deposit = { ...received, id: newId(), partnerId, createdAt: now }
      const book = { book: found(scope[0], 'book'), on: received.receivedOn }

      const body = answers.describeDeposit(deposit)
      const event = { ...actOf(c), subject: deposit.id, seq: 1, type: 'received' }
      await commit(
        c,
        [
          deposits.insertDeposit(db, deposit),
          recordEvents(db, [{ ...event, data: { partnerId, amount: deposit.amount } }]),
          ...recorded(c, partnerDeposited(book, { ...deposit, partner: name })),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )

function eventOf(c: Ctx, { id, version, code, budget }: Voucher, type: string) {
  const event = { ...actOf(c), subject: id, seq: version, type, data: { code, budget } }
  return recordEvents(c.var.db, [event])
}

function recorded(c: Ctx, posting: Posting | null) {
  const { db, newId } = c.var
  return posting ? recordEntries(db, [entryOf(posting, { ...actOf(c), id: newId() })]) : []
}

/** A partner's budget leaves her money before anybody can use it; the book says no if it is not there. */
function fundingOf(c: Ctx, voucher: Voucher, book: string): Posting | null {
  const { id: voucherId, code, organizationId: partnerId, budget, payer } = voucher
  if (payer !== 'partner' || budget === null) return null
  const on = dateIn(c.env.ZONE, c.var.now)
  return voucherFunded({ book, on }, { voucherId, code: code ?? '', partnerId, amount: budget })
}

function refuseUnknown(
  { categories, enterprises }: requests.VoucherInput,
  known: readonly { kind: 'category' | 'enterprise'; reference: string }[],
): void {
  const has = (kind: string, reference: string) =>
    known.some((one) => one.kind === kind && one.reference === reference)
  const detail = sentence('Ini tidak ada.', 'There is no such thing.')
  const errors = [
    ...categories.flatMap((one, i) =>
      has('category', one) ? [] : [{ pointer: `/categories/${i}`, detail }],
    ),
    ...enterprises.flatMap((one, i) =>
      has('enterprise', one) ? [] : [{ pointer: `/enterprises/${i}`, detail }],
    ),
  ]
  if (errors.length > 0) throw malformed(errors)
}
