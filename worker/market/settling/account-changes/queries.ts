import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { accountChanges } from '#db/schema/account-changes'
import { recordEvents } from '#worker/history/queries'
import type { Act } from '#worker/history/event'
import { instant } from '#worker/kernel/calendar'
import type { AccountChange } from '#worker/market/settling/account-changes/account-change'
import type { NamedChange } from '#worker/market/settling/account-changes/answers'

type Row = typeof accountChanges.$inferSelect & {
  slug: string
  name: string
  asker: string | null
  ender: string | null
  /** The number of the enterprise's last event. */
  organizationVersion: number
}

const rows = (where: SQL, order: SQL) => sql`
  SELECT w.id AS id, w.enterprise_id AS enterpriseId, w.bank_name AS bankName,
    w.bank_account AS bankAccount, w.bank_holder AS bankHolder, w.status AS status,
    w.asked_by AS askedBy, w.asked_at AS askedAt, w.valid_from AS validFrom, w.ended_by AS endedBy,
    w.ended_at AS endedAt, w.version AS version, o.slug AS slug, o.name AS name,
    o.version AS organizationVersion, (SELECT name FROM people WHERE id = w.asked_by) AS asker,
    (SELECT name FROM people WHERE id = w.ended_by) AS ender
  FROM account_changes w JOIN organizations o ON o.id = w.enterprise_id WHERE ${where} ${order}`

type Asked = { before?: string | undefined; limit: number }

/** Changes of one enterprise, or of all, the newest first. */
export function listChanges(db: Database, of: string | null, { before, limit }: Asked) {
  const own = of === null ? sql`true` : sql`w.enterprise_id = ${of}`
  const older = before === undefined ? sql`` : sql`AND w.id < ${before}`
  return db.all<Row>(rows(sql`${own} ${older}`, sql`ORDER BY w.id DESC LIMIT ${limit}`))
}

export function findChange(db: Database, enterpriseId: string, id: string) {
  return db.all<Row>(rows(sql`w.enterprise_id = ${enterpriseId} AND w.id = ${id}`, sql``))
}

/** Changes whose day of waiting is over. */
export function listRipe(db: Database, now: number, limit: number) {
  return db.all<Row>(
    rows(
      sql`w.status = 'waiting' AND w.valid_from <= ${now}`,
      sql`ORDER BY w.valid_from LIMIT ${limit}`,
    ),
  )
}

export function changeFrom(row: Row): NamedChange & { organizationVersion: number } {
  const { bankName: bank, bankAccount: number, bankHolder: holder, ...kept } = row
  return {
    ...kept,
    account: { bank, number, holder },
    askedAt: instant(row.askedAt),
    validFrom: instant(row.validFrom),
    endedAt: row.endedAt === null ? null : instant(row.endedAt),
  }
}

const columnsOf = ({ account, ...rest }: AccountChange) => {
  const { id, enterpriseId, status, askedBy, askedAt, validFrom, endedBy, endedAt, version } = rest
  return {
    ...{ id, enterpriseId, status, askedBy, askedAt, validFrom, endedBy, endedAt, version },
    bankName: account.bank,
    bankAccount: account.number,
    bankHolder: account.holder,
  }
}

export function insertChange(db: Database, change: AccountChange): Statement {
  return db.insert(accountChanges).values(columnsOf(change))
}

/** The statements that end its waiting, with its event. */
export function recordEnd(db: Database, change: AccountChange, act: Act): Statement[] {
  const { id, status, endedBy, endedAt, version } = change
  return [
    db
      .update(accountChanges)
      .set({ status, endedBy, endedAt, version })
      .where(sql`${accountChanges.id} = ${id}`),
    recordEvents(db, [{ ...act, subject: id, seq: version, type: status }]),
  ]
}

/** From now on the money goes there: the enterprise says so, and its history does. */
export function recordAccount(
  db: Database,
  { enterpriseId, account }: AccountChange,
  { act, version }: { act: Act; version: number },
): Statement[] {
  const { bank, number, holder } = account
  return [
    db.run(sql`
      UPDATE enterprises SET bank_name = ${bank}, bank_account = ${number}, bank_holder = ${holder}
      WHERE organization_id = ${enterpriseId}`),
    db.run(
      sql`UPDATE organizations SET version = CAST(${version} AS INTEGER) WHERE id = ${enterpriseId}`,
    ),
    recordEvents(db, [
      {
        ...act,
        ...{
          subject: enterpriseId,
          seq: version,
          type: 'bank-account-changed',
          data: { ...account },
        },
      },
    ]),
  ]
}
