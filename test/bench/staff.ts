/** Who is at work in the network that is measured: found in its data, signed in as the demo allows. */
import { expected, Http, type Address } from '#test/support/http'

/** Signs in with the code that a demo answers, second factor and all. */
export async function atWork(at: Address, phone: string): Promise<Http> {
  const person = new Http(at)
  const { code } = expected(await person.post('/api/sign-in-codes', { to: phone }), 202)
  expected(await person.post('/api/sessions', { to: phone, code }), 201)
  const state = expected(await person.get('/api/second-factor'), 200)
  const offered = state.enrolled ? state : expected(await person.post('/api/second-factor'), 201)
  expected(await person.post('/api/second-factor/confirmation', { code: offered.demoCode }), 201)
  return person
}

export type Staff = {
  treasurer: Http
  cashier: Http
  lenderId: string
  /** Of the shop with the most orders. */
  chair: Http
  shop: string
}

type Found = { phone: string; organizationId: string }

const BUSIEST = `SELECT p.phone AS phone, t.enterprise_id AS organizationId FROM order_tallies t
  JOIN memberships m ON m.organization_id = t.enterprise_id AND m.role = 'chair'
  JOIN people p ON p.id = m.person_id AND p.phone IS NOT NULL
  GROUP BY t.enterprise_id ORDER BY sum(t.count) DESC LIMIT 1`

export async function staffOf(at: Address, db: D1Database): Promise<Staff> {
  const who = (kind: string, roles: string) =>
    db
      .prepare(
        `SELECT p.phone AS phone, o.id AS organizationId
         FROM memberships m JOIN organizations o ON o.id = m.organization_id
         JOIN people p ON p.id = m.person_id
         WHERE o.kind = ? AND m.role IN (${roles}) AND p.phone IS NOT NULL
         ORDER BY (SELECT count(*) FROM loans l WHERE l.lender_id = o.id) DESC LIMIT 1`,
      )
      .bind(kind)
      .first<Found>()
  const treasurer = await who('operator', `'treasurer', 'owner'`)
  const cashier = await who('lender', `'cashier'`)
  const chair = await db.prepare(BUSIEST).first<Found>()
  if (!treasurer || !cashier || !chair) {
    throw new Error('this network has no treasurer, no cashier or no shop that sells')
  }
  return {
    treasurer: await atWork(at, treasurer.phone),
    cashier: await atWork(at, cashier.phone),
    lenderId: cashier.organizationId,
    chair: await atWork(at, chair.phone),
    shop: chair.organizationId,
  }
}
