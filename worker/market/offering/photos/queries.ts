import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { photos } from '#db/schema/products'
import type { Photo } from '#worker/market/offering/photos/photo'

export function insertPhoto(db: Database, photo: Photo): Statement {
  return db.insert(photos).values(photo)
}

/** The statement that puts photos into the order of their positions. */
export function changePositions(db: Database, ordered: readonly Photo[]): Statement {
  const rows = JSON.stringify(ordered.map(({ id, position }) => [id, position]))
  return db.run(sql`
    UPDATE photos SET position = j.value->>1 FROM json_each(${rows}) j WHERE photos.id = j.value->>0`)
}

export function deletePhoto(db: Database, id: string): Statement {
  return db.delete(photos).where(sql`${photos.id} = ${id}`)
}

/** The statement that gives a product its face, the first of its photos, and its new version. */
export function changeFace(
  db: Database,
  face: Photo | undefined,
  { id, version }: { id: string; version: number },
): Statement {
  return db.run(sql`
    UPDATE products SET photo_id = ${face?.id ?? null}, photo_color = ${face?.color ?? null},
      version = ${version} WHERE id = ${id}`)
}

/** Which of these photos something names: a product, or an order that froze it. */
export function listNamedPhotos(db: Database, ids: readonly string[]) {
  const those = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
  return db.all<{ id: string }>(sql`
    SELECT id FROM photos WHERE id IN ${those}
    UNION SELECT photo_id FROM order_lines WHERE photo_id IN ${those}`)
}

/** Whether an order shows this photo of this product. */
export function findOrderWith(db: Database, productId: string, photoId: string) {
  return db.all<{ n: number }>(sql`
    SELECT n FROM order_lines WHERE product_id = ${productId} AND photo_id = ${photoId} LIMIT 1`)
}
