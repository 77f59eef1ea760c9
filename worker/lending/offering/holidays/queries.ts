import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import type { Holiday } from '#worker/lending/offering/holidays/holiday'

/** The whole list of a lender, by day. */
export function listHolidays(db: Database, lenderId: string | SQL) {
  return db.all<Holiday>(sql`SELECT day AS day, name AS name FROM lender_holidays
    WHERE lender_id = ${lenderId} ORDER BY day`)
}

/** The year's days as they are from now on; other years stay. */
export function putHolidays(
  db: Database,
  lenderId: string,
  { year, holidays }: { year: number; holidays: readonly Holiday[] },
): Statement[] {
  const rows = JSON.stringify(holidays.map(({ day, name }) => [day, name]))
  return [
    db.run(sql`DELETE FROM lender_holidays
      WHERE lender_id = ${lenderId} AND day BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}`),
    db.run(sql`INSERT INTO lender_holidays (lender_id, day, name)
      SELECT ${lenderId}, j.value ->> 0, j.value ->> 1 FROM json_each(${rows}) j`),
  ]
}
