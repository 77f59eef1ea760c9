/** The second step: what everything costs by the ways and vouchers chosen, or why it cannot be had so. */
import type { PickedArea } from '#lib/area.ts'
import type { SaidProblem } from '#lib/problem.ts'
import { problemOf, read, type ApiClient } from '#lib/server/api.ts'
import type { areaLists } from '#lib/server/areas.ts'
import type { Typed } from '#lib/server/forms.ts'
import { codesIn, type Delivery } from './wish.ts'

type Lists = Awaited<ReturnType<typeof areaLists>>

/** Village, district, regency, province; empty when nothing is sent. */
export function placeOf(lists: Lists, picked: PickedArea): string {
  const found = [
    lists.villages.find((one) => one.code === picked.village),
    lists.districts.find((one) => one.code === picked.district),
    lists.regencies.find((one) => one.code === picked.regency),
    lists.provinces.find((one) => one.code === picked.province),
  ]
  return found.flatMap((one) => (one ? [one.name] : [])).join(', ')
}

type Asked = { api: ApiClient; typed: Typed; deliveries: readonly Delivery[]; village: string }

/** What it costs; a voucher that does not help is named and left out. */
export async function quoted(
  { api, typed, deliveries, village }: Asked,
  codes = codesIn(typed),
  voucherProblem: SaidProblem | null = null,
) {
  const json = {
    deliveries: [...deliveries],
    vouchers: codes,
    areaCode: village || null,
    phone: typed.phone ?? null,
  }
  const response = await api['purchase-quotes'].$post({ json })
  if (response.ok) return { quote: await response.json(), codes, voucherProblem }
  const problem = await problemOf(response)
  const code = String(problem.facts?.code ?? '')
  if (problem.slug !== 'voucher-refused' || !codes.includes(code)) {
    return { quote: null, codes, voucherProblem: problem }
  }
  const left = codes.filter((one) => one !== code)
  return quoted({ api, typed, deliveries, village }, left, problem)
}

/** The ways of each seller's goods, as they are chosen from. */
export async function optionsTo(api: ApiClient, village: string) {
  const query = { cart: 'current', ...(village ? { areaCode: village } : {}) }
  return (await read(api['shipping-options'].$get({ query }))).items
}
