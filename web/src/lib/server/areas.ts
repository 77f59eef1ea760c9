// The lists for AreaPicker, as far as an area has been picked. Without JavaScript a page asks again
// after each step; with it the picker loads the rest from the static lists itself.

import { read, type ApiClient } from '#lib/server/api.ts'
import type { AreaChoice, PickedArea } from '#lib/area.ts'

const STEPS = ['province', 'regency', 'district', 'village'] as const

/**
 * What was picked, from a query, a form or a stored village code; steps that do not belong
 * together go.
 */
export function pickedArea(from: URLSearchParams | FormData | string): PickedArea {
  const said = typeof from === 'string' ? partsOf(from) : STEPS.map((step) => from.get(step))
  const picked: PickedArea = { province: '', regency: '', district: '', village: '' }
  let within = ''
  for (const [index, step] of STEPS.entries()) {
    const code = said[index]
    if (typeof code !== 'string' || code === '' || !code.startsWith(within)) break
    picked[step] = code
    within = `${code}.`
  }
  return picked
}

/** The choices of every step that what was picked opens. */
export async function areaLists(api: ApiClient, picked: PickedArea) {
  const within = async (open: boolean, code?: string): Promise<AreaChoice[]> => {
    if (!open) return []
    const response = await api.areas.$get({ query: code ? { within: code } : {} })
    // An unknown code opens nothing: the step before it is asked again.
    return response.ok || response.status >= 500 ? (await read(response)).items : []
  }
  const [provinces, regencies, districts, villages] = await Promise.all([
    within(true),
    within(picked.province !== '', picked.province),
    within(picked.regency !== '', picked.regency),
    within(picked.district !== '', picked.district),
  ])
  return { provinces, regencies, districts, villages }
}

function partsOf(code: string): string[] {
  return code === '' ? [] : [code.slice(0, 2), code.slice(0, 5), code.slice(0, 8), code]
}
