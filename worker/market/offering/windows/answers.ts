/** A selling window as it is answered: two instants, either of which may be left open. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import type { Window } from '#worker/market/offering/windows/window'

export const Hours = v.strictObject({
  opensAt: v.nullable(v.string()),
  closesAt: v.pipe(
    v.nullable(v.string()),
    v.description('Where it is before `opensAt` there is a rest between the two'),
  ),
})

const written = (at: number | null) => (at === null ? null : instantText(at))

export function describeHours({ opensAt, closesAt }: Window) {
  return { opensAt: written(opensAt), closesAt: written(closesAt) }
}
