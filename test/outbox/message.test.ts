import { describe, expect, it } from 'vitest'
import { isOver, mayRetry, MOST_ATTEMPTS, outcomeOf } from '#worker/outbox/message'

const NOW = Date.UTC(2026, 10, 22, 3, 0, 0)
const underway = (attempts: number, template = 'order-shipped') => ({
  ...{ id: '1', channel: 'whatsapp' as const, destination: '6281', template, body: 'x' },
  attempts,
  createdAt: NOW - 60_000,
})

describe('an attempt', () => {
  it('that succeeded ends it', () => {
    expect(outcomeOf(underway(1), { sent: true }, NOW)).toMatchObject({
      status: 'sent',
      sentAt: NOW,
    })
  })

  it('that failed is repeated after growing pauses, eight times', () => {
    const failure = { error: 'no answer', final: false }
    const pauses = [1, 2, 3].map((n) => outcomeOf(underway(n), failure, NOW).nextAt - NOW)
    expect(pauses).toEqual([60_000, 120_000, 240_000])
    expect(outcomeOf(underway(MOST_ATTEMPTS - 1), failure, NOW).status).toBe('waiting')
    expect(outcomeOf(underway(MOST_ATTEMPTS), failure, NOW).status).toBe('failed')
  })

  it('that was refused for good is not repeated', () => {
    const refused = outcomeOf(underway(1), { error: 'wrong number', final: true }, NOW)
    expect(refused).toMatchObject({ status: 'failed', error: 'wrong number' })
  })
})

describe('a sign-in code', () => {
  it('is not delivered after its ten minutes', () => {
    const code = underway(1, 'sign-in-code')
    expect(isOver(code, NOW)).toBe(false)
    expect(isOver({ ...code, createdAt: NOW - 11 * 60_000 }, NOW)).toBe(true)
    expect(isOver({ ...underway(1), createdAt: 0 }, NOW)).toBe(false)
  })

  it('is not sent again after it failed', () => {
    expect(mayRetry({ status: 'failed', template: 'sign-in-code' })).toBe(false)
    expect(mayRetry({ status: 'failed', template: 'order-shipped' })).toBe(true)
    expect(mayRetry({ status: 'sent', template: 'order-shipped' })).toBe(false)
  })
})
