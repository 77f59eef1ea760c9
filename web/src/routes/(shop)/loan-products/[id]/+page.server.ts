import { amountFrom } from '#lib/format.ts'
import { problemOf, read } from '#lib/server/api.ts'
import type { PageServerLoad } from './$types'

export const csr = false

/** The address is the question: `?amount=5.000.000&instalments=12`. */
export const load: PageServerLoad = async ({ locals: { api }, params: { id }, url }) => {
  const product = api['loan-products'][':id']
  const typed = {
    amount: url.searchParams.get('amount')?.slice(0, 40) ?? '',
    instalments: url.searchParams.get('instalments')?.slice(0, 10) ?? '',
  }
  const query = {
    ...(typed.amount ? { amount: String(amountFrom(typed.amount) ?? typed.amount) } : {}),
    ...(typed.instalments ? { instalments: typed.instalments } : {}),
  }
  const [told, usual, answer] = await Promise.all([
    read(product.$get({ param: { id } })),
    read(product.quote.$get({ param: { id }, query: {} })),
    product.quote.$get({ param: { id }, query }),
  ])
  if (answer.ok) return { product: told, typed, quote: await read(answer), problem: null }
  return { product: told, typed, quote: usual, problem: await problemOf(answer) }
}
