import { describe, expect, it } from 'vitest'
import {
  makeKey,
  permissionsUnder,
  revokeKey,
  scopesOf,
  stateOf,
} from '#worker/identity/api-keys/api-key'
import { KINDS, LEAD, MONEY, roleHolds } from '#worker/identity/permissions'
import { instant } from '#worker/kernel/calendar'

const act = { actorId: 'siti', at: instant(1_000), requestId: 'r' }
const given = {
  id: 'k1',
  organization: { id: 'o1', kind: 'enterprise' as const },
  prefix: 'lk_abcdefgh',
  secretHash: 'h',
  act,
}

describe('an API key', () => {
  it.each(KINDS)('of a %s never moves money, nor does more than its lead', (kind) => {
    const all = permissionsUnder(scopesOf(kind), { kind, safe: false })
    expect(all.filter((one) => MONEY.has(one))).toEqual([])
    expect(all.filter((one) => !roleHolds(one, kind, LEAD[kind]))).toEqual([])
    expect(all).not.toContain('organization.manage')
    expect(all).not.toContain('loan-application.recommend')
  })

  it('that only reads may look at what it may not change', () => {
    const under = (safe: boolean) =>
      permissionsUnder(['product:read'], { kind: 'enterprise', safe })
    expect(under(true)).toContain('product.manage')
    expect(under(false)).not.toContain('product.manage')
    expect(under(true)).not.toContain('order.fulfil')
  })

  it('that writes may read as well', () => {
    const permissions = permissionsUnder(['order:write'], { kind: 'enterprise', safe: true })
    expect(permissions).toContain('order.fulfil')
    expect(permissions).not.toContain('order.refund')
  })

  it('offers writing only where there is something to write', () => {
    expect(scopesOf('enterprise')).toContain('balance:read')
    expect(scopesOf('enterprise')).not.toContain('balance:write')
    expect(scopesOf('lender')).not.toContain('product:read')
  })

  it('is not made with a scope its organization does not have', () => {
    const asked = { name: 'Toko', scopes: ['payout:write'], days: 30 }
    expect(() => makeKey(asked, given)).toThrow(/malformed/)
  })

  it('ends after its days, or when it is revoked, once', () => {
    const asked = { name: 'Toko', scopes: ['order:read'], days: 30 }
    const { key, event } = makeKey(asked, given)
    const end = 1_000 + 30 * 24 * 60 * 60 * 1000
    expect(event).toMatchObject({ subject: 'k1', seq: 1, type: 'made' })
    expect([stateOf(key, end - 1), stateOf(key, end)]).toEqual(['active', 'expired'])
    const revoked = revokeKey(key, act)
    expect(stateOf({ ...key, ...revoked }, 1_000)).toBe('revoked')
    expect(() => revokeKey({ ...key, ...revoked }, act)).toThrow(/illegal-transition/)
  })
})
