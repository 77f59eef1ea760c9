/**
 * For each job of the clock, how a market comes to have work for it, and when that is due. A job that is not
 * here fails the tests of jobs.
 */
import { accruing, closing, owing } from '#test/faults/accruing'
import * as cases from '#test/support/cases'
import { bindings, clock } from '#test/support/client'
import { aLoanProduct, anApplication } from '#test/support/desk'
import { aSentOrder } from '#test/support/disputes'
import { aFundedDeskAt } from '#test/support/funds'
import { aSharerOf, aSharingNetwork } from '#test/support/payout-shares'
import { aLoanSheet } from '#test/support/loan-sheets'
import { aBegunPayment, become } from '#test/support/gateways/world'
import {
  aCompletedOrder,
  aPaidOrder,
  aPurchase,
  DAY,
  rowsOf,
  until,
  type Market,
} from '#test/support/orders'
import { aDealAt, invoiced, issued, quoted } from '#test/support/procurement'
import { aWaitingChange } from '#test/support/settling'
import { OWN, send } from '#test/support/sheets'
import { aDraft, anEnterprise, aProduct } from '#test/support/shop'
import { ring } from '#test/support/ticking'
import { aPausedRegion } from '#test/support/trouble'
import { aWebhook } from '#test/support/webhooks'
import { aLender, aPerson, expected, type Person } from '#test/support/world'
import { remindLate } from '#worker/jobs/awaiting'
import { forgetIdentities } from '#worker/jobs/forgetting-identities'
import { publishChanges } from '#worker/jobs/publishing'
import { timeOrderedId } from '#worker/kernel/id'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

export type Work = {
  /** How long after it was made it is due; the tests begin at a full hour. */
  due: number
  /** When the job comes to it again after it failed. */
  again: number
  /** Makes new work each time it is called. */
  begin: (market: Market) => Promise<() => Promise<unknown>>
  /** What the tables do not tell by the number of their rows. */
  look?: () => Promise<Readonly<Record<string, number>>>
  /** What the job lets be when it comes three days too late, as it may. */
  isGiven?: 'up'
}

type Given = Partial<Pick<Work, 'again' | 'look' | 'isGiven'>>

/** Work that an order, or whatever else this makes, becomes so much later. */
const after = (
  due: number,
  make: (market: Market) => Promise<unknown>,
  more: Given = {},
): Work => ({
  ...{ due, again: MINUTE, ...more },
  begin: async (market) => () => make(market),
})

const number = (sql: string) => async () => ({ seen: (await rowsOf(sql))[0].n as number })

const paid = (market: Market) => aPaidOrder(market)

async function late(market: Market): Promise<void> {
  await paid(market)
  const then = clock.now + 4 * DAY
  await ring(remindLate, { ...bindings(), clock: () => then })
}

async function delivered(market: Market): Promise<void> {
  await until('delivery', await paid(market))
}

async function paidAtGateway(market: Market): Promise<void> {
  const { reference } = await aBegunPayment(market, 'midtrans')
  await become(reference, { status: 'settlement' })
}

async function halfImported(): Promise<void> {
  const { id } = expected(await send(await anEnterprise(), OWN), 201)
  await rowsOf("UPDATE imports SET status = 'running' WHERE id = ?", id)
}

const halfMovedIn: Work['begin'] = async ({ operator }) => {
  const lender = await aLender(operator, [])
  const productId = await aLoanProduct(lender)
  const mover = { by: lender.owner, api: `/api/lenders/${lender.slug}`, productId }
  return async () => {
    const { id } = await aLoanSheet(mover)
    await rowsOf("UPDATE loan_imports SET status = 'running' WHERE id = ?", id)
  }
}

async function openingSoon({ shop }: Market): Promise<void> {
  const { id } = await aProduct(shop)
  const opensAt = new Date(clock.now + 2 * HOUR).toISOString()
  expected(await shop.chair.patch(`/api/products/${id}`, { opensAt }), 200)
}

async function labelled({ shop }: Market): Promise<void> {
  const { id } = await aProduct(shop)
  const label = { number: 'ID32110000123456789', validUntil: '2027-02-28' }
  expected(await shop.chair.put(`/api/products/${id}/labels/halal`, label), 200)
}

async function leftBehind(): Promise<void> {
  const orphan = timeOrderedId(clock.now, (n) => crypto.getRandomValues(new Uint8Array(n)))
  await bindings().FILES.put(`photos/${orphan}/960`, 'left behind')
}

const files = async () => ({ files: (await bindings().FILES.list()).objects.length })

/** A market whose partner buys on paper. */
function onPaper(
  due: number,
  make: (deal: Awaited<ReturnType<typeof aDealAt>>) => Promise<unknown>,
) {
  const begin: Work['begin'] = async (market) => {
    const deal = await aDealAt(market)
    return () => make(deal)
  }
  return { due, again: MINUTE, begin }
}

/** A market with a lender, to whom somebody applies. */
function atDesk(
  due: number,
  make: (borrower: Person, productId: string) => Promise<unknown>,
  more: Given = {},
): Work {
  const begin: Work['begin'] = async ({ operator }) => {
    const productId = await aLoanProduct(await aLender(operator, []))
    const borrower = await aPerson()
    return () => make(borrower, productId)
  }
  return { due, again: MINUTE, begin, ...more }
}

let serial = 0
/** An application with a NIK that was taken back, which the clock has seen. */
async function cameToNothing(borrower: Person, productId: string): Promise<void> {
  const path = `/api/loan-applications/${await anApplication(borrower, productId)}`
  const nik = `320634410790${String((serial += 1)).padStart(4, '0')}`
  expected(await borrower.put(`${path}/identity`, { nik, consent: true }), 200)
  expected(await borrower.post(`${path}/withdrawal`), 201)
  await ring(forgetIdentities)
}

/** Something happens of which a program wants to be told. */
async function listened({ shop }: Market) {
  await aWebhook(shop)
  return () => aDraft(shop)
}

/** What has been handed to the queues, by its words. */
export const handed: string[] = []
const differently = async () => ({ handed: new Set(handed).size })

export const WORK: Readonly<Record<string, Work>> = {
  'check-gateways': after(6 * MINUTE, paidAtGateway, { again: 6 * MINUTE }),
  'expire-purchases': after(2 * DAY, (market) => aPurchase([market])),
  'answer-cancellations': after(DAY + MINUTE, cases.asked),
  'end-late-orders': after(9 * DAY, late),
  'remind-late-sellers': after(4 * DAY, paid),
  'ask-arrivals': after(10 * DAY, aSentOrder),
  'end-returns': after(3 * DAY + MINUTE, cases.askedBack),
  'end-complaints': after(14 * DAY + MINUTE, cases.mediated),
  'complete-orders': after(4 * DAY, delivered),
  'take-payout-shares': {
    ...{ due: MINUTE, again: MINUTE },
    begin: async ({ operator }) => {
      const network = await aSharingNetwork(operator)
      return async () => void (await aCompletedOrder(await aSharerOf(network)))
    },
  },
  'hold-floors': {
    ...{ due: 41 * DAY, again: MINUTE },
    begin: async ({ operator }) => {
      const network = await aSharingNetwork(operator)
      return async () => void (await aSharerOf(network, { floor: 100_000 }))
    },
  },
  'pause-regions': {
    ...{ due: MINUTE, again: MINUTE },
    begin: async ({ operator }) => {
      const desk = await aFundedDeskAt(operator)
      return async () => void (await aPausedRegion(desk))
    },
  },
  'continue-imports': after(MINUTE, halfImported),
  'continue-loan-imports': { due: MINUTE, again: MINUTE, begin: halfMovedIn },
  'turn-windows': after(3 * HOUR, openingSoon, {
    look: number('SELECT count(*) AS n FROM products WHERE turns_at IS NOT NULL'),
  }),
  'tell-of-labels': after(40 * DAY, labelled),
  'apply-account-changes': after(DAY + MINUTE, aWaitingChange),
  'expire-applications': atDesk(61 * DAY, anApplication),
  'close-months': {
    ...{ due: MINUTE, again: MINUTE, begin: closing },
    look: number('SELECT count(closing) AS n FROM lender_books'),
  },
  'accrue-interest': {
    ...{ due: 15 * DAY, again: MINUTE, begin: accruing },
    look: number("SELECT sum(accrued_on IS NOT NULL) AS n FROM loans WHERE basis = 'accrual'"),
  },
  'count-portfolios': {
    ...{ due: MINUTE, again: MINUTE },
    begin:
      async ({ operator }) =>
      () =>
        aLender(operator, []),
    look: number('SELECT sum(due_on <> day) AS n FROM portfolio_runs'),
  },
  'remind-borrowers': { due: 27 * DAY, again: MINUTE, begin: owing },
  'forget-identities': atDesk(31 * DAY, cameToNothing, {
    again: HOUR,
    look: number('SELECT count(nik) AS n FROM application_identities'),
  }),
  'lapse-quotations': onPaper(40 * DAY, quoted),
  'remind-of-invoices': onPaper(30 * DAY, async (deal) => invoiced(deal, await issued(deal))),
  'sweep-outbox': after(MINUTE, (market) => aPurchase([market]), {
    ...{ look: differently, again: 11 * MINUTE },
  }),
  'publish-changes': {
    ...{ due: MINUTE, again: MINUTE, begin: listened },
    look: number('SELECT count(*) AS n FROM changes'),
  },
  'sweep-deliveries': {
    ...{ due: MINUTE, again: 11 * MINUTE, look: differently },
    begin: async (market) => {
      const make = await listened(market)
      return async () => {
        await make()
        await ring(publishChanges)
      }
    },
  },
  'forget-expired': after(31 * DAY, aPerson, { again: HOUR }),
  'sweep-pictures': after(24 * HOUR + 20 * MINUTE, leftBehind, {
    ...{ again: HOUR, look: files, isGiven: 'up' },
  }),
  // Each night is one audit: what makes work for it is the night.
  audit: after(DAY, async () => void (clock.now += DAY), { again: 15 * MINUTE }),
}
