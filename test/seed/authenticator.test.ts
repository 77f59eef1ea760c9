import { expect, test } from 'vitest'
import { authenticator } from '#db/seed/runner/authenticator'
import { codeOfStep, enrolment, stepAt } from '#worker/identity/second-factor/second-factor'

test('an app of the demo network tells the codes of the secret it was shown', () => {
  const secret = Uint8Array.from({ length: 20 }, (_, at) => (at * 37 + 11) % 256)
  const shown = enrolment(secret, { network: 'Lumbung', account: '+62 812' })
  const at = Date.UTC(2026, 2, 4, 9, 30)
  expect(authenticator(shown.secret).codeAt(at)).toBe(codeOfStep(secret, stepAt(at)))
})
