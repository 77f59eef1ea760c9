/** The Hono app: what every request passes, then one `.route()` per noun. Pages see only its type. */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import { withinQuota } from '#worker/http/api-key'
import { arrive } from '#worker/http/arrive'
import type { HonoEnv } from '#worker/http/context'
import { docsPage, type Document } from '#worker/http/docs'
import { openApiDocument } from '#worker/http/openapi'
import { answerNothing } from '#worker/http/methods'
import { answerFailure } from '#worker/http/problem'
import { changes } from '#worker/history/changes/routes'
import { apiKeys } from '#worker/identity/api-keys/routes'
import { trails } from '#worker/history/trails/routes'
import { companionGrants } from '#worker/identity/companion-grants/routes'
import { siteOf } from '#worker/http/site'
import { invitations, inviting } from '#worker/identity/invitations/routes'
import { members } from '#worker/identity/members/routes'
import { network } from '#worker/identity/network/routes'
import { organizations } from '#worker/identity/organizations/routes'
import { me } from '#worker/identity/people/routes'
import { secondFactor } from '#worker/identity/second-factor/routes'
import { sessions } from '#worker/identity/sessions/routes'
import { signInCodes } from '#worker/identity/sign-in-codes/routes'
import { bookMonths } from '#worker/ledger/book-months/routes'
import { books } from '#worker/ledger/books/routes'
import { financialStatements } from '#worker/ledger/financial-statements/routes'
import { lending } from '#worker/lending/routes'
import { procurement } from '#worker/market/procuring/routes'
import { areas } from '#worker/market/finding/areas/routes'
import { carts } from '#worker/market/buying/carts/routes'
import { catalogue } from '#worker/market/finding/catalogue/routes'
import { enterprises, shops } from '#worker/market/offering/enterprises/routes'
import { labels, labelsOfProducts } from '#worker/market/offering/labels/routes'
import {
  makers,
  makersOfEnterprises,
  makersOfProducts,
} from '#worker/market/offering/makers/routes'
import { bulkEdits } from '#worker/market/selling/bulk-edits/routes'
import { exportsOfEnterprises } from '#worker/market/selling/exports/routes'
import { importsOfEnterprises } from '#worker/market/selling/imports/routes'
import { addresses as ownAddresses } from '#worker/market/buying/addresses/routes'
import { checkout, purchaseQuotes } from '#worker/market/buying/checkout/routes'
import { commissionRules } from '#worker/market/buying/commission-rules/routes'
import { audits } from '#worker/audit/audits/routes'
import { balances } from '#worker/market/settling/balances/routes'
import { ordersOfEnterprises, ownPurchases } from '#worker/market/fulfilling/order-lists/routes'
import { payouts, payoutsToEnterprises } from '#worker/market/settling/payouts/routes'
import {
  accountChanges,
  accountChangesOfEnterprises,
} from '#worker/market/settling/account-changes/routes'
import { receivables } from '#worker/market/settling/receivables/routes'
import { sellerStatements } from '#worker/market/settling/seller-statements/routes'
import { makerShares } from '#worker/market/settling/maker-shares/routes'
import { payoutBatches } from '#worker/market/settling/payout-batches/routes'
import { payoutSteps } from '#worker/market/settling/payout-steps/routes'
import {
  questions,
  questionsOfEnterprises,
  questionsOfProducts,
} from '#worker/market/finding/questions/routes'
import {
  reviews,
  reviewsOfEnterprises,
  reviewsOfOrders,
  reviewsOfProducts,
} from '#worker/market/finding/reviews/routes'
import { overview } from '#worker/market/selling/overview/routes'
import { restsOfEnterprises } from '#worker/market/offering/rests/routes'
import { cancellations } from '#worker/market/fulfilling/cancellations/routes'
import { complaints, complaintsOfOrders } from '#worker/market/fulfilling/complaints/routes'
import { evidence } from '#worker/market/fulfilling/evidence/routes'
import { refunds, refundsOfOrders } from '#worker/market/fulfilling/refunds/routes'
import { returns } from '#worker/market/fulfilling/returns/routes'
import { labelSheets, shipments } from '#worker/market/fulfilling/shipments/routes'
import { salesCharts } from '#worker/market/selling/sales-charts/routes'
import { stockCounts } from '#worker/market/selling/stock-counts/routes'
import { today } from '#worker/market/selling/today/routes'
import { orders } from '#worker/market/fulfilling/orders/routes'
import {
  gatewayPaying,
  gatewayPayments,
  gateways,
} from '#worker/market/paying/gateway-payments/routes'
import { gatewayTransfers } from '#worker/market/paying/gateway-transfers/routes'
import { paymentLosses } from '#worker/market/paying/payment-losses/routes'
import { codTerms, doorRefusals } from '#worker/market/paying/cod/routes'
import { qrisCodes } from '#worker/market/paying/qris-codes/routes'
import { statementLines } from '#worker/market/paying/statement-lines/routes'
import { statements } from '#worker/market/paying/statements/routes'
import { paying, paymentMethods } from '#worker/market/paying/payment-methods/routes'
import { payments, settlements } from '#worker/market/paying/payments/routes'
import { proofs } from '#worker/market/paying/proofs/routes'
import { purchases } from '#worker/market/buying/purchases/routes'
import { shippingOptions, tariffs } from '#worker/market/buying/shipping/routes'
import { taxRegistrations, taxRules } from '#worker/market/buying/taxes/routes'
import { partnerDeposits, vouchersOfOrganizations } from '#worker/market/buying/vouchers/routes'
import { unmatched } from '#worker/market/paying/suspense/routes'
import { outbox } from '#worker/outbox/routes'
import { webhooks } from '#worker/outbox/webhooks/routes'
import { photoFiles, photosOfProducts } from '#worker/market/offering/photos/routes'
import { hours } from '#worker/market/offering/windows/routes'
import { sitemap } from '#worker/market/finding/sitemap/routes'
import { products, productsOfEnterprises, variants } from '#worker/market/offering/products/routes'

/** One line a noun. */
const nouns = new Hono<HonoEnv>()
  .get('/health', about('Whether the Worker answers', null), allow('public'), (c) =>
    c.json({ ok: true }),
  )
  .route('/network', network)
  .route('/sign-in-codes', signInCodes)
  .route('/sessions', sessions)
  .route('/me', me)
  .route('/second-factor', secondFactor)
  .route('/organizations', organizations)
  .route('/organizations', members)
  .route('/organizations', inviting)
  .route('/organizations', apiKeys)
  .route('/organizations', webhooks)
  .route('/changes', changes)
  .route('/organizations', companionGrants)
  .route('/invitations', invitations)
  .route('/outbox', outbox)
  .route('/areas', areas)
  .route('/', catalogue)
  .route('/enterprises', enterprises)
  .route('/enterprises', productsOfEnterprises)
  .route('/enterprises', bulkEdits)
  .route('/enterprises', stockCounts)
  .route('/enterprises', salesCharts)
  .route('/enterprises', importsOfEnterprises)
  .route('/enterprises', trails)
  .route('/enterprises', exportsOfEnterprises)
  .route('/products', products)
  .route('/products', photosOfProducts)
  .route('/products', makersOfProducts)
  .route('/products', labelsOfProducts)
  .route('/labels', labels)
  .route('/sitemap', sitemap)
  .route('/enterprises', makersOfEnterprises)
  .route('/enterprises', hours)
  .route('/makers', makers)
  .route('/products', reviewsOfProducts)
  .route('/products', questionsOfProducts)
  .route('/enterprises', reviewsOfEnterprises)
  .route('/enterprises', questionsOfEnterprises)
  .route('/reviews', reviews)
  .route('/questions', questions)
  .route('/shops', shops)
  .route('/variants', variants)
  .route('/enterprises', tariffs)
  .route('/me/addresses', ownAddresses)
  .route('/organizations', vouchersOfOrganizations)
  .route('/partner-deposits', partnerDeposits)
  .route('/enterprises', taxRegistrations)
  .route('/tax-rules', taxRules)
  .route('/commission-rules', commissionRules)
  .route('/carts', carts)
  .route('/shipping-options', shippingOptions)
  .route('/purchase-quotes', purchaseQuotes)
  .route('/purchases', checkout)
  .route('/purchases', purchases)
  .route('/purchases', proofs)
  .route('/purchases', settlements)
  .route('/purchases', paying)
  .route('/purchases', gatewayPaying)
  .route('/gateways', gateways)
  .route('/gateway-payments', gatewayPayments)
  .route('/gateway-transfers', gatewayTransfers)
  .route('/payment-losses', paymentLosses)
  .route('/payment-methods', paymentMethods)
  .route('/qris-codes', qrisCodes)
  .route('/statements', statements)
  .route('/statement-lines', statementLines)
  .route('/enterprises', codTerms)
  .route('/orders', doorRefusals)
  .route('/payments', payments)
  .route('/payments/unmatched', unmatched)
  .route('/orders', orders)
  .route('/orders', reviewsOfOrders)
  .route('/orders', cancellations)
  .route('/orders', shipments)
  .route('/orders', refundsOfOrders)
  .route('/orders', returns)
  .route('/orders', complaintsOfOrders)
  .route('/orders', evidence)
  .route('/enterprises', labelSheets)
  .route('/enterprises', ordersOfEnterprises)
  .route('/enterprises', restsOfEnterprises)
  .route('/enterprises', today)
  .route('/enterprises', balances)
  .route('/enterprises', payoutsToEnterprises)
  .route('/enterprises', sellerStatements)
  .route('/enterprises', makerShares)
  .route('/enterprises', accountChangesOfEnterprises)
  .route('/me/purchases', ownPurchases)
  .route('/payouts', payouts)
  .route('/payouts', payoutSteps)
  .route('/payout-batches', payoutBatches)
  .route('/receivables', receivables)
  .route('/account-changes', accountChanges)
  .route('/', procurement)
  .route('/refunds', refunds)
  .route('/complaints', complaints)
  .route('/audits', audits)
  .route('/overview', overview)
  .route('/books', books)
  .route('/books', bookMonths)
  .route('/books', financialStatements)
  .route('/', lending)

export type Api = typeof nouns

let document: Record<string, unknown> | undefined
const documentOf = (network: string) => (document ??= openApiDocument(api, network))

/** The page may load its own style sheet and nothing else. */
const DOCS_POLICY = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'"

const meta = new Hono<HonoEnv>()
  .get('/openapi.json', about('This document', null), allow('public'), (c) =>
    c.json(documentOf(c.env.NETWORK_NAME), 200, { 'cache-control': 'public, max-age=300' }),
  )
  .get('/docs', about('This document as a page', null), allow('public'), (c) =>
    c.html(docsPage(documentOf(c.env.NETWORK_NAME) as Document, siteOf(c).url ?? ''), 200, {
      'content-security-policy': DOCS_POLICY,
    }),
  )

export const api: Hono<HonoEnv> = new Hono<HonoEnv>()
api.onError(answerFailure).notFound(answerNothing(api))
api.route('/files', photoFiles)
api.use('*', arrive, withinQuota).route('/api', nouns).route('/api', meta)
