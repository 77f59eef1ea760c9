/** The pieces that a form names: `quantity.1` = 2 are two of the first line. */
export function piecesIn(
  typed: Readonly<Record<string, string>>,
): { n: number; quantity: number }[] {
  return Object.entries(typed).flatMap(([name, value]) => {
    const n = /^quantity\.(\d+)$/.exec(name)?.[1]
    const quantity = Number(value)
    return n === undefined || !Number.isInteger(quantity) || quantity < 1
      ? []
      : [{ n: Number(n), quantity }]
  })
}

/** The pictures of a form as they came, the empty field left out. */
export function picturesIn(form: FormData): File[] {
  return form
    .getAll('picture')
    .filter((one): one is File => one instanceof File && one.size > 0)
    .slice(0, 5)
}
