import { tryCrashPoints } from '#test/faults/crash-points'
import { FULFILMENT } from '#test/faults/operations/fulfilment'
import { SETTLING } from '#test/faults/operations/settling'

tryCrashPoints([...FULFILMENT, ...SETTLING])
