/** A lending desk of a test: a lender with its cap and a product, and people who apply. */
import { PLAIN } from '#test/support/offers'
import { expected, type Person, type World } from '#test/support/world'

export const CAP = {
  since: '2026-01-01',
  effective: 24,
  source: 'Permenkop UKM 8/2023',
}

export const PRODUCT = { ...PLAIN, audience: 'any' }

type Owner = Pick<World<'owner'>, 'owner' | 'slug'>

/** What a lender of a test has to lend. */
export const FUND = { amount: 1_000_000_000, source: 'Modal sendiri', receivedOn: '2026-01-02' }

/** A product of the lender, under a cap of 24 % effective, and money to lend. */
export async function aLoanProduct(lender: Owner, changes: object = {}): Promise<string> {
  expected(await lender.owner.post(`/api/lenders/${lender.slug}/fund-receipts`, FUND), 201)
  return anOffer(lender, changes)
}

/** A product, but nothing to lend yet. */
export async function anOffer(lender: Owner, changes: object = {}): Promise<string> {
  expected(await lender.owner.put(`/api/lenders/${lender.slug}/rate-caps`, CAP), 200)
  const path = `/api/lenders/${lender.slug}/loan-products`
  const { id } = expected(await lender.owner.post(path, { ...PRODUCT, ...changes }), 201)
  return id
}

export const WISH = {
  purpose: 'Membeli benang untuk pesanan akhir tahun.',
  amount: 6_000_000,
  instalments: 12,
  monthlyIncome: 3_000_000,
  monthlyCosts: 1_800_000,
  account: { bank: 'BRI', number: '001201234567508', holder: 'Siti Rahayu' },
}

/** The id of an application of that person. */
export async function anApplication(
  applicant: Person,
  productId: string,
  changes: object = {},
): Promise<string> {
  const wish = { ...WISH, productId, ...changes }
  return expected(await applicant.post('/api/loan-applications', wish), 201).id
}

export const ADVICE = {
  amount: 5_000_000,
  instalments: 10,
  note: 'Usaha berjalan, angsuran terjangkau.',
  /** For where the scorecard suggests otherwise. */
  why: 'Sudah lama dikenal dan selalu menepati janji.',
}
export const REASONS = 'Usaha berjalan baik dan angsuran terjangkau.'

/** Recommended, approved by another, accepted by the applicant: ready for the cashier. */
export async function anAcceptedApplication(
  lender: World<'owner' | 'officer' | 'approver'>,
  applicant: Person,
  productId: string,
  changes: object = {},
): Promise<string> {
  const id = await anApplication(applicant, productId, changes)
  const path = `/api/loan-applications/${id}`
  expected(await lender.officer.post(`${path}/recommendation`, ADVICE), 201)
  const { note: _, why: __, ...terms } = ADVICE
  const approval = { outcome: 'approved', ...terms, reasons: REASONS }
  expected(await lender.approver.post(`${path}/decision`, approval), 201)
  await accepts(applicant, path)
  return id
}

/** She reads the agreement, is sent a code, and accepts with it. */
export async function accepts(applicant: Person, path: string): Promise<void> {
  expected(await applicant.post(`${path}/acceptance`, await acceptanceOf(applicant, path)), 201)
}

/** What accepting takes: the hash of what was read, and the code that came. */
export async function acceptanceOf(applicant: Person, path: string) {
  const { hash: agreement } = expected(await applicant.get(`${path}/agreement`), 200)
  const { code } = expected(await applicant.post(`${path}/acceptance-codes`, { agreement }), 202)
  return { agreement, code }
}
