import { tryCrashPoints } from '#test/faults/crash-points'
import { APPLYING } from '#test/faults/operations/applying'

tryCrashPoints(APPLYING)
