/**
 * What the routes of buying on paper share: a dossier is read for whoever may see it, a person signs for her
 * side, and a step is committed with its event in the purchase order's history, by which of two writers the
 * second is refused.
 */
import type { SQL } from 'drizzle-orm'
import { read, type Statement } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { actOf } from '#worker/http/act'
import type { Ctx } from '#worker/http/context'
import { commit, findAnswered, replayAnswered } from '#worker/http/idempotency'
import { siteOf } from '#worker/http/site'
import { organizationsOf, signedIn } from '#worker/identity/actor'
import { dateIn, yearOf } from '#worker/kernel/calendar'
import { shortCode } from '#worker/kernel/id'
import { ZERO } from '#worker/kernel/money'
import { found, Refusal } from '#worker/kernel/refusal'
import { rateOn, ratesFrom } from '#worker/market/buying/checkout/commission'
import { dossiersFrom } from '#worker/market/procuring/dossiers/queries'
import { seriesOf, type Series } from '#worker/market/procuring/numbers/number'
import { takeNumber, tellNumber } from '#worker/market/procuring/numbers/queries'
import type { Side, Viewer } from '#worker/market/procuring/purchase-orders/deeds'
import type { Dossier } from '#worker/market/procuring/purchase-orders/dossier'
import {
  placeOnInvoice,
  type PlacedOnInvoice,
} from '#worker/market/procuring/purchase-orders/issuing'
import {
  issue,
  type Buyer,
  type PurchaseOrder,
} from '#worker/market/procuring/purchase-orders/purchase-order'
import {
  findDossiers,
  recordPlaced,
  type DossierRows,
} from '#worker/market/procuring/purchase-orders/queries'
import type { Correspondents } from '#worker/market/procuring/quotations/messages'
import type { Message } from '#worker/outbox/message'
import { insertMessages } from '#worker/outbox/queries'

export type Found = { dossier: Dossier; viewer: Viewer; told: Correspondents }

/** The dossier that `ids` (SQL) names, within the organizations where the actor may do this. */
export async function foundDossier(c: Ctx, ids: SQL): Promise<Found> {
  const [kept, ...rows] = await read(c.var.db, [findAnswered(c), ...findDossiers(c.var.db, ids)])
  replayAnswered(c, kept)
  return openDossier(c, rows)
}

/** The dossier that was read, as the actor sees it. */
export function openDossier(c: Ctx, rows: DossierRows): Found {
  const dossier = found(dossiersFrom(rows)[0], 'purchase order')
  const viewer = viewerOf(c, dossier.purchaseOrder)
  // A seller is not shown what the company has not approved.
  if (viewer.side === 'seller') found(dossier.placed, 'purchase order')
  const { company, seller } = dossier
  const told: Correspondents = {
    company: { slug: company.slug, name: company.name, phone: company.contactPhone },
    seller: { slug: seller.slug, name: seller.name, phone: seller.phone },
    site: siteOf(c),
  }
  return { dossier, viewer, told }
}

type Sides = { partnerId: string; enterpriseId: string }

/** On which side the actor looks at it; whoever is on neither is told that there is none. */
export function viewerOf(c: Ctx, { partnerId, enterpriseId }: Sides): Viewer {
  const { actor, scope } = c.var
  const own = organizationsOf(actor).filter((one) => scope.includes(one.organizationId))
  const as: [Side, (one: (typeof own)[number]) => boolean][] = [
    ['company', (one) => one.organizationId === partnerId],
    ['seller', (one) => one.organizationId === enterpriseId],
    ['operator', (one) => one.kind === 'operator'],
  ]
  const asked = c.req.query('side')
  const sides = as.filter(([, is]) => own.some(is))
  const [side, is] = found(sides.find(([name]) => name === asked) ?? sides[0], 'document')
  const personId = actor.kind === 'person' || actor.kind === 'key' ? actor.id : ''
  return { side, personId, roles: own.find(is)?.roles ?? [] }
}

/** The person who acts, with her roles on her side. A program signs nothing. */
export function signerOf(c: Ctx, { roles }: Viewer) {
  const { id, name } = signedIn(c.var.actor)
  return { id, name, roles }
}

export type Step = {
  /** The purchase order with its next version. */
  after: Dossier['purchaseOrder']
  event: { type: string; data?: Readonly<Record<string, unknown>> }
  statements: readonly Statement[]
  messages: readonly Message[]
  /** The series a number is taken from, and where it stands in the answer. */
  numbered?: { series: Series; path: string; prefix?: string }
}

/** Commits a step under the kept answer; answers with the number that it took, if it took one. */
export async function commitStep(c: Ctx, step: Step, body: unknown): Promise<string | null> {
  const { db, now, newId, once } = c.var
  const { after, event, statements, messages, numbered } = step
  const returned = await commit(
    c,
    [
      ...(numbered ? [takeNumber(db, numbered.series)] : []),
      recordEvents(db, [{ ...actOf(c), ...event, subject: after.id, seq: after.version }]),
      ...statements,
      ...insertMessages(
        db,
        messages.map((one) => ({ ...one, id: newId() })),
        now,
      ),
      ...(numbered ? tellNumber(db, numbered.series, { ...numbered, once }) : []),
    ],
    body,
  )
  return numbered ? ((returned.at(-1) as { number: string }[])[0]?.number ?? null) : null
}

type Basis = Parameters<typeof placeOnInvoice>[0]

/** What issuing a purchase order comes to: its order with the seller, and the number it will take. */
export function issuing(c: Ctx, basis: Basis, given: { order: PurchaseOrder; by: Buyer }) {
  const { now, newId, random, db } = c.var
  const today = dateIn(c.env.ZONE, now)
  const rates = ratesFrom(c.env.COMMISSION_BPS ?? '0')
  if (!rates) throw new Refusal('unavailable', 'The commission of this network cannot be read.')
  const placed = placeOnInvoice(basis, {
    ...{ purchaseId: newId(), orderId: newId(), code: shortCode(random), now, zone: c.env.ZONE },
    commission: rateOn(rates, today),
  })
  const orderId = placed.orders[0].id
  const after = issue(given.order, { by: given.by, at: now, year: yearOf(today), orderId })
  const series = seriesOf('po', after.partnerId, today)
  const numbered = { series, path: '$.number', prefix: basis.company.prefix }
  const statements = recordPlaced(db, { placed, quote: basis.quote, act: actOf(c) })
  return { after, placed, numbered, statements }
}

/** The order with the seller as a dossier knows it, from how it was placed. */
export function bookedFrom({ purchase, orders: [order] }: PlacedOnInvoice): Dossier['placed'] {
  const { lines, ...head } = order
  return {
    order: { ...NOT_YET, ...head },
    purchase,
    lines: lines.map(({ n, discount, commission }) => ({ n, discount, commission })),
  }
}

/** What has not happened to an order that has just been placed. */
const NOT_YET = {
  ...{ paid: false, refunded: ZERO, sponsoredBack: ZERO, commissionBack: ZERO, disputes: 0 },
  ...{ courier: null, trackingNumber: null, paidAt: null, shipBy: null, shippedAt: null },
  ...{ deliveredAt: null, completeAt: null, completedAt: null, cancelledAt: null },
  ...{ cancelAskedAt: null, cancelAnswerBy: null, lateToldAt: null },
}
