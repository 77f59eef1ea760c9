/** A buying company's papers, and what it has to do today. */
import * as v from 'valibot'
import type { Company } from '#worker/market/procuring/companies/company'

export const CompanyAnswer = v.strictObject({
  organization: v.strictObject({ id: v.string(), slug: v.string(), name: v.string() }),
  papers: v.pipe(
    v.nullable(
      v.strictObject({
        legalName: v.string(),
        npwp: v.string(),
        prefix: v.string(),
        street: v.string(),
        areaCode: v.string(),
        areaText: v.string(),
        postalCode: v.string(),
        contactName: v.string(),
        contactPhone: v.string(),
        contactEmail: v.nullable(v.string()),
        staffLimit: v.number(),
        managerLimit: v.number(),
        tempoDays: v.number(),
      }),
    ),
    v.description('Null until they are filled in'),
  ),
  mayManage: v.boolean(),
  limit: v.pipe(v.nullable(v.number()), v.description('What you may order alone; null: anything')),
})

type Described = v.InferOutput<typeof CompanyAnswer>

export function describeCompany(
  organization: Described['organization'],
  company: Company | undefined,
  more: Pick<Described, 'mayManage' | 'limit'>,
): Described {
  if (!company) return { organization, papers: null, ...more }
  const { id: _, version: __, ...papers } = company
  return { organization, papers, ...more }
}

const Waiting = v.strictObject({
  id: v.string(),
  orderId: v.pipe(v.nullable(v.string()), v.description('The purchase order it belongs to')),
  number: v.nullable(v.string()),
  other: v.pipe(v.string(), v.description('The name of the other side')),
  total: v.nullable(v.number()),
  on: v.pipe(v.nullable(v.string()), v.description('The day until which, or on which, it is due')),
})
export type WaitingRow = {
  id: string
  orderId: string | null
  number: string | null
  other: string
  total: number | null
  on: string | null
}

/** The same for both sides: what waits for a decision of theirs, a few of each, the oldest first. */
export const ProcurementToday = v.strictObject({
  quotations: v.array(Waiting),
  purchaseOrders: v.array(Waiting),
  handovers: v.array(Waiting),
  invoices: v.array(Waiting),
})

export type TodayRows = Record<keyof v.InferOutput<typeof ProcurementToday>, WaitingRow[]>

export function describeToday(rows: TodayRows): v.InferOutput<typeof ProcurementToday> {
  return rows
}
