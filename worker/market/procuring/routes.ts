/** Buying on paper, from the request for a quote to the receipt: one line a noun. */
import { Hono } from 'hono'
import type { HonoEnv } from '#worker/http/context'
import { acceptances } from '#worker/market/procuring/acceptances/routes'
import { asked, asking } from '#worker/market/procuring/asking/routes'
import { companies, procurementOfEnterprises } from '#worker/market/procuring/companies/routes'
import { documents } from '#worker/market/procuring/documents/routes'
import { handovers, sending } from '#worker/market/procuring/handovers/routes'
import {
  allInvoices,
  invoicesOfCompanies,
  invoicesOfEnterprises,
} from '#worker/market/procuring/invoice-lists/routes'
import { invoicePayments } from '#worker/market/procuring/invoice-payments/routes'
import { invoices, invoicing } from '#worker/market/procuring/invoices/routes'
import { papers } from '#worker/market/offering/seller-papers/routes'
import {
  purchaseOrders,
  purchaseOrdersOfCompanies,
  purchaseOrdersOfEnterprises,
} from '#worker/market/procuring/purchase-orders/routes'
import { quotations } from '#worker/market/procuring/quotations/routes'
import { spending } from '#worker/market/procuring/spending/routes'

export const procurement = new Hono<HonoEnv>()
  .route('/companies', companies)
  .route('/companies', asking)
  .route('/companies', purchaseOrdersOfCompanies)
  .route('/companies', invoicesOfCompanies)
  .route('/companies', spending)
  .route('/enterprises', procurementOfEnterprises)
  .route('/enterprises', papers)
  .route('/enterprises', asked)
  .route('/enterprises', purchaseOrdersOfEnterprises)
  .route('/enterprises', invoicesOfEnterprises)
  .route('/quotations', quotations)
  .route('/quotations', acceptances)
  .route('/purchase-orders', purchaseOrders)
  .route('/purchase-orders', sending)
  .route('/handovers', handovers)
  .route('/handovers', invoicing)
  .route('/invoices', allInvoices)
  .route('/invoices', invoices)
  .route('/invoices', invoicePayments)
  .route('/documents', documents)
