/** A table of products as it was typed, in the words of the API. What was not touched is not sent. */
import { amountFrom } from '#lib/format.ts'

type Typed = Readonly<Record<string, string>>

const whole = (text: string) => (/^\d{1,7}$/.test(text.trim()) ? Number(text) : Number.NaN)

/** `do` lists or hides those that were chosen; otherwise all rows are sent as they stand. */
export function productsIn(typed: Typed, chosen: readonly string[]) {
  const ids = Object.keys(typed).flatMap((name) => /^version\.(.+)$/.exec(name)?.[1] ?? [])
  const { do: deed } = typed
  if (deed === 'listed' || deed === 'hidden') {
    return ids
      .filter((id) => chosen.includes(id) && typed[`status.${id}`] !== deed)
      .map((id) => ({
        id,
        version: Number(typed[`version.${id}`]),
        status: deed as 'listed' | 'hidden',
        variants: [],
      }))
  }
  return ids.map((id) => {
    const was = typed[`status.${id}`]
    const status = typed[`state.${id}`]
    return {
      id,
      version: Number(typed[`version.${id}`]),
      ...(status !== was && (status === 'listed' || status === 'hidden')
        ? { status: status as 'listed' | 'hidden' }
        : {}),
      variants: variantsOf(typed, id),
    }
  })
}

function variantsOf(typed: Typed, product: string) {
  const ids = (typed[`variants.${product}`] ?? '').split(' ').filter((id) => id !== '')
  return ids.map((id) => ({
    id,
    price: amountFrom(typed[`price.${id}`] ?? '') ?? Number.NaN,
    stock: whole(typed[`stock.${id}`] ?? ''),
    stockSeen: Number(typed[`seen.${id}`]),
  }))
}
