/** The pages of a book, the same in the operator's office and at a lender's desk. */
import { readOwn, type ApiClient } from '#lib/server/api.ts'

type Asked = { api: ApiClient; book: string; url: URL }

const pageOf = (url: URL) => {
  const after = url.searchParams.get('after')
  return { after: after ? { after } : {}, isFirst: after === null }
}

/** Trial balance and the latest entries. */
export async function findBook({ api, book: organization, url }: Asked) {
  const route = api.books[':organization']
  const param = { organization }
  const [balance, entries] = await Promise.all([
    readOwn(route['trial-balance'].$get({ param, query: {} }), url),
    readOwn(route.entries.$get({ param, query: { limit: '8' } }), url),
  ])
  return { balance, entries: entries.items }
}

export async function findEntries({ api, book: organization, url }: Asked) {
  const { after, isFirst } = pageOf(url)
  const route = api.books[':organization'].entries
  return {
    entries: await readOwn(route.$get({ param: { organization }, query: after }), url),
    isFirst,
  }
}

/** One account's movements, and, where an account has several holders, the list of them. */
export async function findAccount({ api, book: organization, url }: Asked, code: string) {
  const { after, isFirst } = pageOf(url)
  const holder = url.searchParams.get('holder')
  const route = api.books[':organization'].accounts
  const of = holder === null ? {} : { holder }
  const [accounts, statement] = await Promise.all([
    readOwn(
      route.$get({
        param: { organization },
        query: { code: code as 'bank', ...(holder === null ? after : {}) },
      }),
      url,
    ),
    readOwn(
      route[':code'].statement.$get({
        param: { organization, code },
        query: { ...of, ...(holder === null ? {} : after) },
      }),
      url,
    ),
  ])
  const isSingle = accounts.items.length <= 1 && (accounts.items[0]?.holder ?? '') === ''
  return { accounts, statement, holder, shows: holder !== null || isSingle, isFirst }
}
