import { tryCrashPoints } from '#test/faults/crash-points'
import { LENDER_BOOKS } from '#test/faults/operations/lender-books'

tryCrashPoints(LENDER_BOOKS)
