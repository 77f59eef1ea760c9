import { tryCrashPoints } from '#test/faults/crash-points'
import { GROUPS } from '#test/faults/operations/groups'

tryCrashPoints(GROUPS)
