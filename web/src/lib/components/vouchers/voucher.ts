/** What the rooms' voucher pages show. */
import type { vouchersOf } from '#lib/server/vouchers.ts'

export type VoucherPage = Awaited<ReturnType<typeof vouchersOf>>
export type Voucher = VoucherPage['vouchers'][number]
