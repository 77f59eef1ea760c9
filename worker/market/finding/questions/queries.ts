import { eq, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { questions } from '#db/schema/questions'
import type { OwnRow } from '#worker/market/finding/questions/answers'
import type { Question } from '#worker/market/finding/questions/question'

export type Page = { after?: string | undefined; limit: number }

const ROW = sql.raw(`q.id AS id, q.product_id AS productId, q.enterprise_id AS enterpriseId,
  q.person_id AS personId, q.name AS name, q.text AS text, q.asked_at AS askedAt,
  q.answer AS answer, q.answered_at AS answeredAt, q.hidden_at AS hiddenAt, q.version AS version`)

/** Answered ones of a product on sale, and those that this person asked; the newest first. */
export function listOfProduct(
  db: Database,
  { slug, personId }: { slug: string; personId: string },
  { after, limit }: Page,
) {
  const older = after === undefined ? sql`` : sql`AND q.id < ${after}`
  return db.all<Question>(sql`
    SELECT ${ROW} FROM products p JOIN questions q ON q.product_id = p.id AND q.hidden_at IS NULL
    WHERE p.slug = ${slug} AND p.on_sale = 1
      AND (q.answer IS NOT NULL OR q.person_id = ${personId}) ${older}
    ORDER BY q.id DESC LIMIT ${limit}`)
}

export type AskedAbout = {
  id: string
  enterpriseId: string
  title: string
  sellerSlug: string
  sellerPhone: string
}

/** A product on sale, with whom to tell of a question. */
export function findAskedAbout(db: Database, slug: string) {
  return db.all<AskedAbout>(sql`
    SELECT p.id AS id, p.enterprise_id AS enterpriseId, p.title AS title, o.slug AS sellerSlug,
      e.phone AS sellerPhone
    FROM products p JOIN organizations o ON o.id = p.enterprise_id
    JOIN enterprises e ON e.organization_id = p.enterprise_id
    WHERE p.slug = ${slug} AND p.on_sale = 1`)
}

const listed = (chosen: SQL) => sql`
  SELECT ${ROW}, p.slug AS slug, p.title AS title, a.phone AS askerPhone, a.email AS askerEmail,
    a.locale AS askerLocale
  FROM (${chosen}) q JOIN products p ON p.id = q.product_id JOIN people a ON a.id = q.person_id
  ORDER BY q.id DESC`

export function listOfEnterprise(
  db: Database,
  enterpriseId: string,
  { which, after, limit }: Page & { which?: 'open' | 'all' | undefined },
) {
  const open = which === 'open' ? sql`AND answer IS NULL AND hidden_at IS NULL` : sql``
  const older = after === undefined ? sql`` : sql`AND id < ${after}`
  return db.all<OwnRow>(
    listed(sql`SELECT * FROM questions WHERE enterprise_id = ${enterpriseId} ${open} ${older}
      ORDER BY id DESC LIMIT ${limit}`),
  )
}

/** Of the whole network, the newest first; those that are hidden alone, if asked. */
export function listQuestions(
  db: Database,
  { which, after, limit }: Page & { which?: 'hidden' | 'all' | undefined },
) {
  const hidden = which === 'hidden' ? sql`hidden_at IS NOT NULL` : sql`true`
  const older = after === undefined ? sql`` : sql`AND id < ${after}`
  return db.all<OwnRow>(
    listed(sql`SELECT * FROM questions WHERE ${hidden} ${older} ORDER BY id DESC LIMIT ${limit}`),
  )
}

export function findQuestion(db: Database, id: string, within: SQL) {
  return db.all<OwnRow>(listed(sql`SELECT * FROM questions WHERE id = ${id} AND ${within}`))
}

/** Of one of these enterprises; or any, where the operator is among them. */
export function withinOrOperator(scope: readonly string[]): SQL {
  const those = sql`(SELECT value FROM json_each(${JSON.stringify(scope)}))`
  return sql`(enterprise_id IN ${those}
    OR EXISTS (SELECT 1 FROM organizations WHERE kind = 'operator' AND id IN ${those}))`
}

export function insertQuestion(db: Database, question: Question): Statement {
  return db.insert(questions).values(question)
}

export function changeQuestion(db: Database, one: Question): Statement {
  const { answer, answeredAt, hiddenAt, version } = one
  return db
    .update(questions)
    .set({ answer, answeredAt, hiddenAt, version })
    .where(eq(questions.id, one.id))
}
