/** How the catalogue is read. Every list is one walk over an index of goods, page after page alike. */
import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '#db/client'
import type { Good, GoodInFull, PhotoOfGood } from '#worker/market/finding/catalogue/good'
import {
  facetTerms,
  priceKeys,
  priceTerms,
  searchWords,
} from '#worker/market/finding/catalogue/search'
import type { Search, Term } from '#worker/market/finding/catalogue/search'
import { spellingsOf } from '#worker/market/finding/catalogue/spelling'
import { stemOf } from '#worker/market/finding/catalogue/stem'
import { PARTICULARS } from '#worker/market/offering/variants/queries'
import { openAt } from '#worker/market/offering/windows/queries'
import type { Instant, LocalDate } from '#worker/kernel/calendar'

/**
 * `fit` says how well words fit: 1 whole in title, maker, category or place, 2 as beginnings there, 3 in
 * the text; 0 where the order does not ask. `place` is the key by which the list goes on.
 */
export type FoundGood = Good & { fit: number; place: number }

export type Page = {
  after?: readonly [fit: number, place: number] | undefined
  limit: number
  now: Instant
  today: LocalDate
}

const CARD = sql.raw(`p.id AS id, p.slug AS slug, p.title AS title, p.category AS category,
  p.unit AS unit, p.price_from AS priceFrom, p.price_to AS priceTo, p.stock_total AS stockTotal,
  p.women_led AS womenLed, p.regency_code AS regencyCode, p.photo_id AS photoId,
  p.photo_color AS photoColor, p.labels AS labels, p.made_to_order_days AS madeToOrderDays,
  p.available_from AS availableFrom, p.opens_at AS opensAt, p.closes_at AS closesAt,
  p.shop_opens_at AS shopOpensAt, p.shop_closes_at AS shopClosesAt, o.slug AS shopSlug,
  o.name AS shopName`)

/** Goods on sale that fit, one more than the page holds. */
export function listGoods(db: Database, search: Search, page: Page) {
  const words = searchWords(search.text)
  if (search.order === 'cheapest' || search.order === 'dearest') {
    return db.all<FoundGood>(byPrice(search, words, page))
  }
  if (words.length > 0 && search.order === undefined) {
    return db.all<FoundGood>(byFit(search, words, page))
  }
  return db.all<FoundGood>(
    newest(search, { fit: 0, match: matchOf(search, words, ANYWHERE) }, page),
  )
}

const ANYWHERE = '{title context body}'
const PROMINENT = '{title context}'

/** One walk a grade of fit, each without what the grades before it hold; a walk begins when it is reached. */
function byFit(search: Search, words: readonly string[], asked: Page): SQL {
  const { after, limit } = asked
  const whole = matchOf(search, words, PROMINENT, 'whole')
  const beginning = matchOf(search, words, PROMINENT)
  const mentioned = matchOf(search, words, ANYWHERE)
  const grades = [
    whole,
    sql`'(' || ${beginning} || ') NOT (' || ${whole} || ')'`,
    sql`'(' || ${mentioned} || ') NOT (' || ${beginning} || ')'`,
  ]
  const from = after?.[0] ?? 1
  const walks = grades.slice(from - 1).map((match, i) => {
    const page = { ...asked, after: i === 0 ? after : undefined }
    return sql`SELECT * FROM (${newest(search, { fit: from + i, match }, page)})`
  })
  return sql`${sql.join(walks, sql` UNION ALL `)} LIMIT ${limit + 1}`
}

function newest(search: Search, { fit, match }: { fit: number; match: SQL }, page: Page): SQL {
  const older = page.after ? sql`AND f.rowid < CAST(${page.after[1]} AS INTEGER)` : sql``
  const priced = priceTerms(search).map((term) => sql` || ${` AND ${term}`}`)
  return sql`
    SELECT ${sql.raw(String(fit))} AS fit, f.rowid AS place, ${CARD}
    FROM product_search f
    JOIN products p ON p.key = f.rowid
    JOIN organizations o ON o.id = p.enterprise_id
    WHERE product_search MATCH (${match}${sql.join(priced)}) ${older} ${stillSo(search, page)}
    ORDER BY f.rowid DESC LIMIT ${page.limit + 1}`
}

function byPrice(search: Search, words: readonly string[], page: Page): SQL {
  const { after, limit } = page
  const { from, to } = priceKeys(search)
  const up = search.order === 'cheapest'
  const [low, high] = [up && after ? after[1] + 1 : from, !up && after ? after[1] - 1 : to]
  return sql`
    SELECT 0 AS fit, f.rowid AS place, ${CARD}
    FROM product_search_by_price f
    JOIN products p ON p.key = f.rowid % 4194304
    JOIN organizations o ON o.id = p.enterprise_id
    WHERE product_search_by_price MATCH (${matchOf(search, words, ANYWHERE)})
      AND f.rowid >= CAST(${low} AS INTEGER) AND f.rowid <= CAST(${high} AS INTEGER)
      ${stillSo(search, page)}
    ORDER BY f.rowid ${sql.raw(up ? 'ASC' : 'DESC')} LIMIT ${limit + 1}`
}

/** What time alone changes is asked of the goods too: the index follows a minute later. */
function stillSo({ openNow, label }: Search, { now, today }: Page): SQL {
  const conditions = [
    ...(openNow ? [sql`AND ${openAt(now)}`] : []),
    ...(label ? [sql`AND p.labels->>${label} >= ${today}`] : []),
  ]
  return sql.join(conditions, sql` `)
}

/**
 * The text to match. A word that begins no word of the index stands for the words nearly like it, so that
 * a slip costs no second trip. Terms hold letters, digits and quotes of ours only.
 */
function matchOf(
  search: Search,
  words: readonly string[],
  columns: string,
  reach: 'whole' | 'beginning' = 'beginning',
): SQL {
  const parts: SQL[] = [sql`${facetTerms(search).join(' AND ')}`]
  if (search.shop) {
    parts.push(sql`'facets : "s_' || coalesce((SELECT replace(id, '-', '_')
      FROM organizations WHERE slug = ${search.shop}), '') || '"'`)
  }
  if (words.length > 0) {
    parts.push(
      sql`(SELECT group_concat(${columns} || ' : ' || ${sql.raw(reach)}, ' AND ')
      FROM (${termsOf(words)}))`,
    )
  }
  return sql.join(parts, sql` || ' AND ' || `)
}

/** Words that begin as this one does, or as its stem. */
function beginningOf(word: string): string {
  const stem = stemOf(word)
  return stem === undefined ? `"${word}"*` : `("${word}"* OR "${stem}"*)`
}

/** One row a word: how it is matched, and the words it may stand for where it begins none itself. */
function termsOf(words: readonly string[]): SQL {
  const given = JSON.stringify(words.map((word) => [word, spellingsOf(word), beginningOf(word)]))
  return sql`
    SELECT typed.word AS word, near.words AS near,
      coalesce(near.term, '"' || typed.word || '"') AS whole,
      coalesce(near.term, typed.beginning) AS beginning
    FROM (SELECT value->>0 AS word, value->>2 AS beginning FROM json_each(${given})) typed
    LEFT JOIN (
      SELECT word, words, '("' || replace(words, ' ', '" OR "') || '")' AS term FROM (
        SELECT t.value->>0 AS word, (
          SELECT group_concat(word, ' ') FROM (
            SELECT DISTINCT s.word AS word FROM json_each(t.value->1) j
            JOIN search_spellings s ON s.spelling = j.value LIMIT 8)) AS words
        FROM json_each(${given}) t
        WHERE NOT EXISTS (SELECT 1 FROM product_search
          WHERE product_search MATCH '{title context body} : ' || (t.value->>2)))
    ) near ON near.word = typed.word`
}

/** The words that begin no word of the index, each with the words that it may stand for. */
export function listTerms(db: Database, words: readonly string[]) {
  return db.all<Term>(termsOf(words))
}

/** Whether something of that name is on sale. */
export function findOnSale(db: Database, slug: string) {
  return db.all<{ slug: string }>(
    sql`SELECT p.slug AS slug FROM products p WHERE p.slug = ${slug} AND p.on_sale = 1`,
  )
}

/** Goods of the same shop, newest first, beside the one that is looked at. */
export function listBeside(db: Database, slug: string, limit: number) {
  return db.all<Good>(sql`
    SELECT ${CARD} FROM products this
    JOIN products p ON p.enterprise_id = this.enterprise_id AND p.key <> this.key AND p.on_sale = 1
    JOIN organizations o ON o.id = p.enterprise_id
    WHERE this.slug = ${slug} AND this.on_sale = 1
    ORDER BY p.key DESC LIMIT ${limit}`)
}

/** The newest goods of the same category from other shops, those of the same region first. */
export function listAlike(db: Database, slug: string, limit: number) {
  return db.all<Good>(sql`
    SELECT ${CARD} FROM (
      SELECT other.key AS key, other.enterprise_id AS theirs, this.enterprise_id AS own,
        other.regency_code = this.regency_code AS beside
      FROM products this
      JOIN products other INDEXED BY products_by_category
        ON other.category = this.category AND other.on_sale = 1 AND other.key <> this.key
      WHERE this.slug = ${slug} AND this.on_sale = 1 ORDER BY other.key DESC LIMIT ${limit * 3}) near
    JOIN products p ON p.key = near.key
    JOIN organizations o ON o.id = p.enterprise_id
    WHERE near.theirs <> near.own
    ORDER BY near.beside DESC, p.key DESC LIMIT ${limit}`)
}

export function findGood(db: Database, slug: string) {
  return db.all<GoodInFull>(sql`
    SELECT ${CARD}, p.description AS description, p.listed_at AS listedAt,
      json_array(p.option1, p.option2, p.option3) AS options,
      (SELECT json_group_array(json_object('slug', c.slug, 'nameId', c.name_id, 'nameEn', c.name_en)
        ORDER BY l.up DESC) FROM category_lines l JOIN categories c ON c.slug = l.ancestor
        WHERE l.category = p.category) AS trail,
      (SELECT json_group_array(json_object('name', m.name, 'about', m.about) ORDER BY pm.position)
        FROM product_makers pm JOIN makers m ON m.id = pm.maker_id
        WHERE pm.product_id = p.id) AS makers,
      (SELECT json_group_array(json_object('kind', b.kind, 'number', b.number,
        'validUntil', b.valid_until, 'verifiedAt', b.verified_at) ORDER BY b.kind)
        FROM product_labels b WHERE b.product_id = p.id AND b.ended = 0) AS productLabels,
      e.craft AS craft, e.story AS story, e.pickup_place AS pickupPlace, e.phone AS phone
    FROM products p
    JOIN organizations o ON o.id = p.enterprise_id
    JOIN enterprises e ON e.organization_id = p.enterprise_id
    WHERE p.slug = ${slug} AND p.on_sale = 1`)
}

export function listVariantsOfGood(db: Database, slug: string) {
  return db.all<{ variant: string }>(sql`
    SELECT json_object('id', v.id, 'name', v.name, 'price', v.price, 'weightGrams', v.weight_grams,
      'stock', v.stock, ${sql.raw(PARTICULARS)}) AS variant
    FROM products p JOIN variants v ON v.product_id = p.id AND v.archived = 0
    WHERE p.slug = ${slug} ORDER BY v.position`)
}

export function listPhotosOfGood(db: Database, slug: string) {
  return db.all<PhotoOfGood>(sql`
    SELECT h.id AS id, h.width AS width, h.height AS height, h.color AS color
    FROM products p JOIN photos h ON h.product_id = p.id
    WHERE p.slug = ${slug} ORDER BY h.position`)
}
