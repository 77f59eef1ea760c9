import { tryCrashPoints } from '#test/faults/crash-points'
import { COMPANIES } from '#test/faults/operations/companies'
import { SELLING } from '#test/faults/operations/selling'
import { LENDING } from '#test/faults/operations/lending'
import { BANK_CREDITS } from '#test/faults/operations/bank-credits'
import { PAYOUT_SHARES } from '#test/faults/operations/payout-shares'
import { REVIEWING } from '#test/faults/operations/reviewing'
import { IDENTITY } from '#test/faults/operations/identity'

const LOANS = [...LENDING, ...REVIEWING, ...PAYOUT_SHARES, ...BANK_CREDITS]
tryCrashPoints([...COMPANIES, ...SELLING, ...LOANS, ...IDENTITY])
