import { describe, expect, it } from 'vitest'
import {
  acceptedStep,
  codeOfStep,
  enrolment,
  nextCode,
  stepAt,
} from '#worker/identity/second-factor/second-factor'

/** The secret of RFC 6238, appendix B; its codes have eight digits there, ours are their last six. */
const secret = new TextEncoder().encode('12345678901234567890')
const NOW = Date.UTC(2026, 10, 22, 3, 0, 0)

describe('the code of a moment', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('after %d seconds is %s, as RFC 6238 says', (seconds, code) => {
    expect(codeOfStep(secret, stepAt(seconds * 1000))).toBe(code)
  })

  it('is accepted one step early or late and no more', () => {
    const step = stepAt(NOW)
    const judged = (of: number) =>
      acceptedStep(secret, codeOfStep(secret, of), { now: NOW, last: 0 })
    expect([-2, -1, 0, 1, 2].map((away) => judged(step + away))).toEqual([
      null,
      step - 1,
      step,
      step + 1,
      null,
    ])
  })

  it('is not accepted twice, nor after a later one', () => {
    const step = stepAt(NOW)
    const code = codeOfStep(secret, step)
    expect(acceptedStep(secret, code, { now: NOW, last: step })).toBeNull()
    expect(acceptedStep(secret, code, { now: NOW, last: step + 1 })).toBeNull()
  })

  it('that comes next is one that will be accepted', () => {
    const used = stepAt(NOW) - 1
    const code = nextCode(secret, { now: NOW, last: used })
    expect(acceptedStep(secret, code, { now: NOW, last: used })).toBe(used + 1)
  })
})

it('enrols an app by an address with the issuer, the account and the secret', () => {
  const { uri, secret: typed } = enrolment(secret, { network: 'Lumbung', account: '628123' })
  expect(uri).toMatch(/^otpauth:\/\/totp\/Lumbung:628123\?/)
  expect(typed).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
})
