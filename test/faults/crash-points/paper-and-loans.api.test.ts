import { tryCrashPoints } from '#test/faults/crash-points'
import { COMPANIES } from '#test/faults/operations/companies'
import { SELLING } from '#test/faults/operations/selling'
import { LENDING } from '#test/faults/operations/lending'
import { REVIEWING } from '#test/faults/operations/reviewing'
import { IDENTITY } from '#test/faults/operations/identity'

tryCrashPoints([...COMPANIES, ...SELLING, ...LENDING, ...REVIEWING, ...IDENTITY])
