// An application of the large set: as much as the product lends, in round sums, and an income that carries it.

import type { Loading } from '#db/seed/large/loading'
import { type Instant } from '#worker/kernel/calendar'
import { shortCode } from '#worker/kernel/id'
import { amount } from '#worker/kernel/money'
import * as applying from '#worker/lending/applying/loan-applications/loan-application'
import type { LoanProduct } from '#worker/lending/offering/loan-products/loan-product'
import { termsOffered } from '#worker/lending/offering/loan-products/price'

type Asking = {
  product: LoanProduct
  borrower: string
  group: { id: string } | null
  at: Instant
}

export function submitted(
  loading: Loading,
  { product, borrower, group, at }: Asking,
): applying.Application {
  const { luck } = loading
  const most = Math.min(product.maxPrincipal, product.minPrincipal * 12)
  const hundreds = luck.between(product.minPrincipal / 100_000, most / 100_000)
  const wanted = amount(hundreds * 100_000)
  return applying.submit(product, {
    id: loading.newId(at),
    code: shortCode(loading.random),
    applicantId: borrower,
    borrowerKind: applying.borrowerKindOf(group?.id ?? null, []),
    groupId: group?.id ?? null,
    purpose: 'Membeli bahan dan alat untuk pesanan beberapa bulan ke depan.',
    amount: wanted,
    instalments: luck.pick(termsOffered(product)),
    monthlyIncome: amount(Math.round(wanted * 0.4)),
    monthlyCosts: amount(Math.round(wanted * 0.22)),
    salesOf: null,
    salesConsentId: null,
    ...{ bankName: null, bankAccount: null, bankHolder: null },
    at,
  })
}
