import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { KEY_STATES, stateOf } from '#worker/identity/api-keys/api-key'
import type { ListedKey } from '#worker/identity/api-keys/queries'

const Basics = {
  id: v.string(),
  name: v.string(),
  /** How the key begins: `lk_7hQ2mXc4`. */
  prefix: v.string(),
  scopes: v.array(v.string()),
  status: v.picklist(KEY_STATES),
  createdBy: v.string(),
  createdAt: v.string(),
  lastUsedAt: v.nullable(v.string()),
  expiresAt: v.nullable(v.string()),
  revokedAt: v.nullable(v.string()),
}

export const ApiKeyAnswer = v.strictObject(Basics)

/** The only answer that holds the key itself; it is not kept. */
export const MadeKeyAnswer = v.strictObject({ ...Basics, key: v.string() })

export const ApiKeyList = v.strictObject({
  ...pageOf(ApiKeyAnswer).entries,
  /** The scopes a key of this organization may have. */
  scopes: v.array(v.string()),
})

const text = (at: number | null) => (at === null ? null : instantText(at))

export function describeKey(row: ListedKey, now: number) {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: JSON.parse(row.scopes) as string[],
    status: stateOf(row, now),
    createdBy: row.createdByName,
    createdAt: instantText(row.createdAt),
    lastUsedAt: text(row.lastUsedAt),
    expiresAt: text(row.expiresAt),
    revokedAt: text(row.revokedAt),
  }
}
