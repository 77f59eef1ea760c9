/** Every operation that the crash points are tried on. */
import type { Operation } from '#test/faults/operation'
import { FULFILMENT } from '#test/faults/operations/fulfilment'
import { APPLYING } from '#test/faults/operations/applying'
import { COMPANIES } from '#test/faults/operations/companies'
import { GATEWAYS } from '#test/faults/operations/gateways'
import { GROUPS } from '#test/faults/operations/groups'
import { IDENTITY } from '#test/faults/operations/identity'
import { LENDER_BOOKS } from '#test/faults/operations/lender-books'
import { LENDING } from '#test/faults/operations/lending'
import { MARKET } from '#test/faults/operations/market'
import { REVIEWING } from '#test/faults/operations/reviewing'
import { SELLING } from '#test/faults/operations/selling'
import { PAYING } from '#test/faults/operations/paying'
import { SETTLING } from '#test/faults/operations/settling'
import { BANK_CREDITS } from '#test/faults/operations/bank-credits'
import { PAYOUT_SHARES } from '#test/faults/operations/payout-shares'
import { TROUBLE } from '#test/faults/operations/trouble'
import { VOUCHERS } from '#test/faults/operations/vouchers'

export const OPERATIONS: readonly Operation[] = [
  ...MARKET,
  ...FULFILMENT,
  ...COMPANIES,
  ...SELLING,
  ...PAYING,
  ...GATEWAYS,
  ...SETTLING,
  ...VOUCHERS,
  ...LENDING,
  ...APPLYING,
  ...GROUPS,
  ...REVIEWING,
  ...LENDER_BOOKS,
  ...TROUBLE,
  ...PAYOUT_SHARES,
  ...BANK_CREDITS,
  ...IDENTITY,
]
