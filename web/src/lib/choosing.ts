/** Choosing a variant by its options, one link a value: where each leads, and whether it can be had. */
type Variant = { id: string; values: readonly string[]; stock: number }
type Option = { name: string; values: readonly string[] }

export type ValueToChoose = {
  value: string
  chosen: boolean
  /** The variant this leads to: with all other values as they are, or the nearest there is. */
  variantId: string
  /** There is none with the other values as they are. */
  elsewhere: boolean
  soldOut: boolean
}

/** The variant that is meant: the one asked for, else the first that can be had. */
export function chosenOf<V extends Variant>(
  variants: readonly V[],
  asked: string | null,
): V | undefined {
  const named = variants.find((one) => one.id === asked)
  return named ?? variants.find((one) => one.stock > 0) ?? variants[0]
}

/** For each option its values, each with where it leads. */
export function choicesOf(
  options: readonly Option[],
  variants: readonly Variant[],
  chosen: Variant,
): { name: string; values: ValueToChoose[] }[] {
  return options.map(({ name, values }, at) => ({
    name,
    values: values.flatMap((value) => {
      const having = variants.filter((one) => one.values[at] === value)
      const target = nearest(having, chosen)
      if (!target) return []
      const elsewhere = target.values.some((one, i) => i !== at && one !== chosen.values[i])
      return [
        {
          ...{ value, variantId: target.id, elsewhere },
          chosen: chosen.values[at] === value,
          soldOut: target.stock === 0,
        },
      ]
    }),
  }))
}

/** Of these the one that shares most values with the chosen, one in stock before others. */
function nearest(variants: readonly Variant[], chosen: Variant): Variant | undefined {
  const shared = (one: Variant) =>
    one.values.filter((value, i) => value === chosen.values[i]).length
  return variants.toSorted(
    (a, b) => shared(b) - shared(a) || Number(b.stock > 0) - Number(a.stock > 0),
  )[0]
}
