/** That a group is alive, from what it cannot make up alone; and the story of its reserve. */
import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'

export type ProofRow = {
  members: number
  /** Of them, with a telephone that they themselves have signed in with. */
  confirmed: number
  /** Different telephones behind the shares of the newest loan, and shares without an account. */
  shares: number
  phones: number
  strangers: number
  photos: number
  orders: number
  lastOrderAt: number | null
  /** By an officer, for its applications with any lender. */
  visits: number
  lastVisitOn: string | null
  meetings: number
  lastMeetingOn: string | null
  /** Share of the places at meetings that were taken, in percent; null before the first. */
  attendance: number | null
}

/** Whether she came herself: a session, a code of her authenticator, or an invitation taken up. */
const CONFIRMED = sql`(p.totp_confirmed_at IS NOT NULL
  OR EXISTS (SELECT 1 FROM sessions z WHERE z.person_id = p.id)
  OR EXISTS (SELECT 1 FROM invitations i WHERE i.phone = p.phone AND i.accepted_at IS NOT NULL))`

export function findProof(db: Database, lender: string, group: string) {
  return db.all<ProofRow>(sql`
    WITH g AS (SELECT id FROM organizations WHERE slug = ${group}),
    o AS (SELECT id FROM organizations WHERE slug = ${lender}),
    m AS (SELECT DISTINCT person_id AS id FROM memberships
      WHERE organization_id = (SELECT id FROM g)),
    s AS (SELECT * FROM loan_shares WHERE loan_id = (SELECT max(l.id) FROM loans l
      WHERE l.group_id = (SELECT id FROM g) AND l.lender_id = (SELECT id FROM o))),
    v AS (SELECT f.visited_on FROM loan_applications a
      JOIN field_visits f ON f.application_id = a.id WHERE a.group_id = (SELECT id FROM g)),
    h AS (SELECT id, held_on FROM meetings WHERE group_id = (SELECT id FROM g)
      AND lender_id = (SELECT id FROM o) AND status <> 'reversed')
    SELECT (SELECT count(*) FROM m) AS members,
      (SELECT count(*) FROM m JOIN people p ON p.id = m.id WHERE ${CONFIRMED}) AS confirmed,
      (SELECT count(*) FROM s) AS shares, (SELECT count(DISTINCT phone) FROM s) AS phones,
      (SELECT count(*) FROM s WHERE person_id IS NULL
        OR person_id NOT IN (SELECT id FROM m)) AS strangers,
      (SELECT count(*) FROM products d JOIN photos f ON f.product_id = d.id
        WHERE d.enterprise_id = (SELECT id FROM g)) AS photos,
      (SELECT count(*) FROM orders r WHERE r.enterprise_id = (SELECT id FROM g)
        AND r.status = 'completed') AS orders,
      (SELECT max(r.completed_at) FROM orders r WHERE r.enterprise_id = (SELECT id FROM g)
        AND r.status = 'completed') AS lastOrderAt,
      (SELECT count(*) FROM v) AS visits, (SELECT max(visited_on) FROM v) AS lastVisitOn,
      (SELECT count(*) FROM h) AS meetings, (SELECT max(held_on) FROM h) AS lastMeetingOn,
      (SELECT CAST(round(100.0 * sum(x.attended) / count(*)) AS INTEGER)
        FROM meeting_lines x JOIN h ON h.id = x.meeting_id) AS attendance`)
}

export type MoveRow = {
  id: string
  kind: 'saved' | 'paid-back' | 'covered' | 'withdrawn' | 'reversed'
  amount: number
  /** How many members moved it; her name where it is one. */
  moves: number
  name: string | null
  meetingId: string | null
  movedOn: string
}

/** What went into and out of a group’s reserve, newest first; of a meeting in one line a kind. */
export function listMoves(db: Database, lender: string, group: string) {
  return db.all<MoveRow>(sql`
    SELECT max(v.id) AS id, v.kind AS kind, sum(v.amount) AS amount, count(*) AS moves,
      CASE count(*) WHEN 1 THEN max(s.name) END AS name, v.meeting_id AS meetingId,
      v.moved_on AS movedOn
    FROM reserve_moves v LEFT JOIN loan_shares s ON s.id = v.share_id
    WHERE v.group_id = (SELECT id FROM organizations WHERE slug = ${group})
      AND v.lender_id = (SELECT id FROM organizations WHERE slug = ${lender})
    GROUP BY coalesce(v.meeting_id, v.id), v.kind ORDER BY 1 DESC LIMIT 50`)
}
