/** The papers of orders (parcels, refunds, returns, complaints), read with them, written with their steps. */
import { sql, type SQL } from 'drizzle-orm'
import type { Database, Results, Statement } from '#db/client'
import { amount } from '#worker/kernel/money'
import type { Complaint } from '#worker/market/fulfilling/complaints/complaint'
import type { Evidence } from '#worker/market/fulfilling/evidence/evidence'
import type { ChangedPapers, Papers } from '#worker/market/fulfilling/orders/papers'
import type { Refund, RefundAccount } from '#worker/market/fulfilling/refunds/refund'
import type { Return } from '#worker/market/fulfilling/returns/return'
import type { Parcel } from '#worker/market/fulfilling/shipments/parcel'

/** A row whose lists come as JSON. */
type Row<Paper, Lists extends keyof Paper> = Omit<Paper, Lists> & Record<Lists, string>

const lines = (table: string, key: string) =>
  sql.raw(`(SELECT json_group_array(json_object('n', l.n, 'quantity', l.quantity))
    FROM ${table} l WHERE l.${key} = x.id)`)

/** The reads that tell the papers of orders; `ids` is SQL for the orders' ids. */
export function findPapers(db: Database, ids: SQL) {
  return [
    db.all<Row<Parcel, 'lines'>>(sql`
      SELECT x.id AS id, x.order_id AS orderId, x.n AS n, x.courier AS courier,
        x.service AS service, x.tracking_number AS trackingNumber,
        x.complaint_id AS complaintId, x.sent_at AS sentAt, x.arrive_by AS arriveBy,
        x.asked_at AS askedAt, x.delivered_at AS deliveredAt,
        ${lines('shipment_lines', 'shipment_id')} AS lines
      FROM shipments x WHERE x.order_id IN ${ids} ORDER BY x.order_id, x.n`),
    db.all<Row<Refund, 'lines'>>(sql`
      SELECT x.id AS id, x.order_id AS orderId, x.code AS code, x.kind AS kind,
        x.reason AS reason, x.payer AS payer, x.amount AS amount,
        x.sponsored_back AS sponsoredBack, x.commission_back AS commissionBack,
        x.status AS status, x.reference AS reference, x.sent_on AS sentOn,
        x.created_at AS createdAt,
        (SELECT json_group_array(json_object('n', l.n, 'quantity', l.quantity,
          'amount', l.amount)) FROM refund_lines l WHERE l.refund_id = x.id) AS lines
      FROM refunds x WHERE x.order_id IN ${ids} ORDER BY x.order_id, x.id`),
    db.all<Omit<Row<Return, 'lines'>, 'restocked'> & { restocked: number }>(sql`
      SELECT x.id AS id, x.order_id AS orderId, x.n AS n, x.status AS status, x.kind AS kind,
        x.reason AS reason, x.shipping_by AS shippingBy, x.answer AS answer,
        x.courier AS courier, x.tracking_number AS trackingNumber, x.restocked AS restocked,
        x.refund_id AS refundId, x.asked_at AS askedAt, x.sent_back_at AS sentBackAt,
        x.received_at AS receivedAt, x.closed_at AS closedAt, x.due_at AS dueAt,
        ${lines('return_lines', 'return_id')} AS lines
      FROM returns x WHERE x.order_id IN ${ids} ORDER BY x.order_id, x.n`),
    db.all<Row<Complaint, 'messages'>>(sql`
      SELECT x.id AS id, x.order_id AS orderId, x.n AS n, x.kind AS kind,
        x.shipment_id AS shipmentId, x.return_id AS returnId, x.status AS status,
        x.outcome AS outcome, x.decision AS decision, x.decided_by AS decidedBy,
        x.refund_id AS refundId, x.opened_at AS openedAt, x.asked_at AS askedAt,
        x.closed_at AS closedAt, x.due_at AS dueAt,
        (SELECT json_group_array(json_object('n', w.n, 'author', w.author, 'body', w.body,
          'at', w.at)) FROM complaint_messages w WHERE w.complaint_id = x.id) AS messages
      FROM complaints x WHERE x.order_id IN ${ids} ORDER BY x.order_id, x.n`),
    db.all<Evidence>(sql`
      SELECT x.id AS id, x.order_id AS orderId, x.subject AS subject, x.author AS author,
        x.sha256 AS sha256, x.content_type AS contentType, x.bytes AS bytes,
        x.created_at AS createdAt
      FROM evidence x WHERE x.order_id IN ${ids} ORDER BY x.order_id, x.id`),
    db.all<RefundAccount & { orderId: string }>(sql`
      SELECT x.order_id AS orderId, x.bank_name AS bank, x.bank_account AS number,
        x.bank_holder AS holder FROM refund_accounts x WHERE x.order_id IN ${ids}`),
  ] as const
}

type Rows = Results<ReturnType<typeof findPapers>>

/** Those of one order, with what was handed in as evidence and where its money shall go back to. */
export function papersFrom(
  [parcels, refunds, returns, complaints, evidence, accounts]: Rows,
  orderId: string,
): { papers: Papers; evidence: Evidence[]; refundAccount: RefundAccount | null } {
  const own = <Paper extends { orderId: string }>(all: readonly Paper[]) =>
    all.filter((one) => one.orderId === orderId)
  const papers = {
    parcels: own(parcels).map((one): Parcel => ({ ...one, lines: sorted(one.lines) })),
    refunds: own(refunds).map((one): Refund => refundFrom(one)),
    returns: own(returns).map((one): Return => ({
      ...one,
      restocked: one.restocked === 1,
      lines: sorted(one.lines),
    })),
    complaints: own(complaints).map((one): Complaint => ({
      ...one,
      messages: sorted(one.messages),
    })),
  }
  const [account] = own(accounts)
  return {
    papers,
    evidence: own(evidence),
    refundAccount: account
      ? { bank: account.bank, number: account.number, holder: account.holder }
      : null,
  }
}

function refundFrom(row: Row<Refund, 'lines'>): Refund {
  return {
    ...row,
    amount: amount(row.amount),
    sponsoredBack: amount(row.sponsoredBack),
    commissionBack: amount(row.commissionBack),
    lines: sorted<Refund['lines'][number]>(row.lines),
  }
}

function sorted<One extends { n: number }>(json: string): One[] {
  return (JSON.parse(json) as One[]).toSorted((a, b) => a.n - b.n)
}

/** The statements by which papers become what the steps made of them. */
export function recordPapers(db: Database, changed: readonly ChangedPapers[]): Statement[] {
  return [
    ...recordRefunds(
      db,
      changed.flatMap((one) => one.refunds ?? []),
    ),
    ...recordReturns(
      db,
      changed.flatMap((one) => one.returns ?? []),
    ),
    ...recordComplaints(
      db,
      changed.flatMap((one) => one.complaints ?? []),
    ),
    ...recordParcels(
      db,
      changed.flatMap((one) => one.parcels ?? []),
    ),
  ]
}

type Table = { name: string; columns: readonly string[]; changing: readonly string[] }

/** Inserts rows, or sets what may change of those that are there; none for no rows. */
function upsert(db: Database, { name, columns, changing }: Table, rows: readonly unknown[][]) {
  if (rows.length === 0) return []
  const values = columns.map((_, i) => `j.value->>${i}`).join(', ')
  const key = columns[0] === 'id' ? 'id' : `${columns[0]}, n`
  const then =
    changing.length === 0
      ? 'NOTHING'
      : `UPDATE SET ${changing.map((one) => `${one} = excluded.${one}`).join(', ')}`
  return [
    db.run(sql`
      INSERT INTO ${sql.raw(name)} (${sql.raw(columns.join(', '))})
      SELECT ${sql.raw(values)} FROM json_each(${JSON.stringify(rows)}) j WHERE true
      ON CONFLICT (${sql.raw(key)}) DO ${sql.raw(then)}`),
  ]
}

const linesOf = (
  papers: readonly { id: string; lines: readonly { n: number; quantity: number }[] }[],
) => papers.flatMap(({ id, lines: each }) => each.map((line) => [id, line.n, line.quantity]))

function recordParcels(db: Database, parcels: readonly Parcel[]): Statement[] {
  const changing = ['courier', 'tracking_number', 'asked_at', 'delivered_at']
  const columns = ['id', 'order_id', 'n', 'courier', 'service', 'tracking_number', 'complaint_id']
  const times = ['sent_at', 'arrive_by', 'asked_at', 'delivered_at']
  const rows = parcels.map((one) => [
    ...[one.id, one.orderId, one.n, one.courier, one.service, one.trackingNumber],
    ...[one.complaintId, one.sentAt, one.arriveBy, one.askedAt, one.deliveredAt],
  ])
  const inside = { name: 'shipment_lines', columns: ['shipment_id', 'n', 'quantity'], changing: [] }
  return [
    ...upsert(db, { name: 'shipments', columns: [...columns, ...times], changing }, rows),
    ...upsert(db, inside, linesOf(parcels)),
  ]
}

function recordRefunds(db: Database, refunds: readonly Refund[]): Statement[] {
  const columns = ['id', 'order_id', 'code', 'kind', 'reason', 'payer', 'amount', 'sponsored_back']
  const more = ['commission_back', 'status', 'reference', 'sent_on', 'created_at']
  const rows = refunds.map((one) => [
    ...[one.id, one.orderId, one.code, one.kind, one.reason, one.payer, one.amount],
    ...[one.sponsoredBack, one.commissionBack, one.status, one.reference, one.sentOn],
    one.createdAt,
  ])
  const inside = refunds.flatMap(({ id, lines: each }) =>
    each.map((line) => [id, line.n, line.quantity, line.amount]),
  )
  const changing = ['status', 'reference', 'sent_on']
  const lineColumns = ['refund_id', 'n', 'quantity', 'amount']
  return [
    ...upsert(db, { name: 'refunds', columns: [...columns, ...more], changing }, rows),
    ...upsert(db, { name: 'refund_lines', columns: lineColumns, changing: [] }, inside),
  ]
}

function recordReturns(db: Database, returns: readonly Return[]): Statement[] {
  const fixed = ['id', 'order_id', 'n', 'kind', 'reason', 'asked_at']
  const changing = [
    ...['status', 'shipping_by', 'answer', 'courier', 'tracking_number', 'restocked'],
    ...['refund_id', 'sent_back_at', 'received_at', 'closed_at', 'due_at'],
  ]
  const rows = returns.map((one) => [
    ...[one.id, one.orderId, one.n, one.kind, one.reason, one.askedAt],
    ...[one.status, one.shippingBy, one.answer, one.courier, one.trackingNumber],
    ...[one.restocked ? 1 : 0, one.refundId, one.sentBackAt, one.receivedAt, one.closedAt],
    one.dueAt,
  ])
  const inside = { name: 'return_lines', columns: ['return_id', 'n', 'quantity'], changing: [] }
  return [
    ...upsert(db, { name: 'returns', columns: [...fixed, ...changing], changing }, rows),
    ...upsert(db, inside, linesOf(returns)),
  ]
}

function recordComplaints(db: Database, complaints: readonly Complaint[]): Statement[] {
  const fixed = ['id', 'order_id', 'n', 'kind', 'shipment_id', 'return_id', 'opened_at']
  const changing = [
    ...['status', 'outcome', 'decision', 'decided_by', 'refund_id', 'asked_at', 'closed_at'],
    'due_at',
  ]
  const rows = complaints.map((one) => [
    ...[one.id, one.orderId, one.n, one.kind, one.shipmentId, one.returnId, one.openedAt],
    ...[one.status, one.outcome, one.decision, one.decidedBy, one.refundId, one.askedAt],
    ...[one.closedAt, one.dueAt],
  ])
  const said = complaints.flatMap(({ id, messages }) =>
    messages.map((one) => [id, one.n, one.author, one.body, one.at]),
  )
  const columns = ['complaint_id', 'n', 'author', 'body', 'at']
  return [
    ...upsert(db, { name: 'complaints', columns: [...fixed, ...changing], changing }, rows),
    ...upsert(db, { name: 'complaint_messages', columns, changing: [] }, said),
  ]
}
