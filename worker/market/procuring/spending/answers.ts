/** What a company has bought: from whom, when, where, from groups led by women, of which kind. */
import * as v from 'valibot'

const Part = v.strictObject({
  key: v.string(),
  name: v.string(),
  amount: v.number(),
})

export const SpendingAnswer = v.strictObject({
  from: v.string(),
  to: v.string(),
  total: v.number(),
  womenLed: v.pipe(v.number(), v.description('Of the total, bought from groups led by women')),
  sellers: v.number(),
  regions: v.number(),
  byMonth: v.array(Part),
  bySeller: v.array(v.strictObject({ ...Part.entries, region: v.string(), womenLed: v.boolean() })),
  byRegion: v.array(Part),
  byCategory: v.array(v.strictObject({ ...Part.entries, nameEn: v.string() })),
})

export type SpendingRow = {
  month: string
  slug: string
  seller: string
  regionCode: string
  region: string
  womenLed: number
  category: string
  categoryName: string | null
  categoryNameEn: string | null
  amount: number
}

type Period = { from: string; to: string; months: readonly string[] }

export function describeSpending(
  rows: readonly SpendingRow[],
  { from, to, months }: Period,
): v.InferOutput<typeof SpendingAnswer> {
  const total = totalOf(rows)
  const bySeller = grouped(rows, (row) => row.slug).map(([key, own]) => {
    const { seller: name, region, womenLed } = own[0]!
    return { key, name, region, womenLed: womenLed === 1, amount: totalOf(own) }
  })
  const byRegion = grouped(rows, (row) => row.regionCode).map(([key, own]) => {
    return { key, name: own[0]!.region, amount: totalOf(own) }
  })
  const byCategory = grouped(rows, (row) => row.category).map(([key, own]) => {
    const { categoryName, categoryNameEn } = own[0]!
    return { key, name: categoryName ?? key, nameEn: categoryNameEn ?? key, amount: totalOf(own) }
  })
  return {
    ...{ from, to, total, bySeller: largest(bySeller), byRegion: largest(byRegion) },
    ...{ byCategory: largest(byCategory), sellers: bySeller.length, regions: byRegion.length },
    womenLed: totalOf(rows.filter((row) => row.womenLed === 1)),
    byMonth: months.map((month) => {
      const own = rows.filter((row) => row.month === month)
      return { key: month, name: month, amount: totalOf(own) }
    }),
  }
}

const totalOf = (rows: readonly { amount: number }[]) =>
  rows.reduce((all, one) => all + one.amount, 0)

const largest = <T extends { amount: number }>(parts: readonly T[]) =>
  parts.toSorted((a, b) => b.amount - a.amount)

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups]
}
