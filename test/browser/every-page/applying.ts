/** The pages around an application: who vouches, the agreement, papers for the lender, money handed over. */
import { expected, type Http, type Json } from '#test/support/http'
import type { Walker, Walkers } from './walkers.ts'

async function firstOf(from: Http, path: string): Promise<Json> {
  const { items } = expected(await from.get(path), 200)
  if (!items[0]) throw new Error(`nothing at ${path}`)
  return items[0]
}

/** Asks another to vouch, so that there is something to answer. */
async function askedOf(guarantor: Http, applicant: Http): Promise<Json> {
  const { person } = expected(await guarantor.get('/api/me'), 200)
  const { items } = expected(await applicant.get('/api/loan-products'), 200)
  const product = items.find((one: Json) => ['person', 'any'].includes(one.audience))
  const asked = {
    productId: product.id,
    purpose: 'Membeli alat tenun baru.',
    amount: product.minPrincipal,
    instalments: product.minInstalments,
    monthlyIncome: 3_000_000,
    monthlyCosts: 1_800_000,
    guarantors: [{ name: 'Seorang kerabat', phone: person.phone, relation: 'Saudara' }],
  }
  expected(await applicant.post('/api/loan-applications', asked), 201)
  return firstOf(guarantor, '/api/pledges')
}

export async function applyingStops({
  borrower,
  buyer,
  officer,
}: Walkers): Promise<Partial<Record<Walker, string[]>>> {
  const loan = await firstOf(borrower, '/api/loans')
  const handed = await firstOf(borrower, `/api/loans/${loan.id}/disbursements`)
  const pledge = await askedOf(borrower, buyer)
  const { organizations } = expected(await officer.get('/api/me'), 200)
  const room = `/lender/${organizations[0].slug}`
  const { id } = await firstOf(officer, `/api/lenders/${organizations[0].slug}/loan-applications`)
  return {
    borrower: [
      ...['/pledges', `/pledges/${pledge.id}`],
      `/loan-applications/${loan.applicationId}/agreement`,
    ],
    officer: [`${room}/applications/${id}/papers`, `${room}/objections`],
    guest: [`/disbursements/${handed.code}`],
  }
}
