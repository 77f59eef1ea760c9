import { tryCrashPoints } from '#test/faults/crash-points'
import { MARKET } from '#test/faults/operations/market'
import { VOUCHERS } from '#test/faults/operations/vouchers'
import { PAYING } from '#test/faults/operations/paying'
import { GATEWAYS } from '#test/faults/operations/gateways'

tryCrashPoints([...MARKET, ...VOUCHERS, ...PAYING, ...GATEWAYS])
