/** Which loans of a fund a page asks for: of a class, or late by more than so many days. */
import type { ClassName } from '#worker/lending/reporting/quality/quality'

export function fundLoansIn(url: URL) {
  const after = url.searchParams.get('after')
  const name = url.searchParams.get('class')
  const over = url.searchParams.get('over')
  const part = name ? `class=${name}` : over ? `over=${over}` : ''
  return {
    query: {
      ...(after ? { after } : {}),
      ...(name ? { class: name as ClassName } : over ? { over: over as '30' | '60' | '90' } : {}),
    },
    part,
    isFirst: after === null,
  }
}
