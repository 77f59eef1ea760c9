import { tryCrashPoints } from '#test/faults/crash-points'
import { TROUBLE } from '#test/faults/operations/trouble'

tryCrashPoints(TROUBLE)
