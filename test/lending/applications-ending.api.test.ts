import { expect, it } from 'vitest'
import { aDesk, approves } from '#test/support/applying'
import { clock } from '#test/support/client'
import { ADVICE, anApplication } from '#test/support/desk'
import { ring } from '#test/support/ticking'
import { expected, signInAgain } from '#test/support/world'
import { expireApplications } from '#worker/jobs/applications'

const DAY = 24 * 60 * 60 * 1000

it('an application without a word for sixty days ends, and its applicant is told', async () => {
  const { borrower, productId, operator } = await aDesk()
  const path = `/api/loan-applications/${await anApplication(borrower, productId)}`
  clock.now += 59 * DAY
  expect(await ring(expireApplications)).toBe(0)
  clock.now += 2 * DAY
  const done = await Promise.all([ring(expireApplications), ring(expireApplications)])
  expect(done.sort()).toEqual([0, 1])
  await signInAgain(borrower)
  expect(expected(await borrower.get(path), 200)).toMatchObject({
    status: 'expired',
    expiresAt: null,
  })
  await signInAgain(operator.owner)
  const { items } = expected(await operator.owner.get('/api/outbox?limit=100'), 200)
  expect(
    items.filter((one: { template: string }) => one.template === 'application-expired'),
  ).toHaveLength(1)
})

it('a word begins the sixty days anew; an approval stands for thirty', async () => {
  const desk = await aDesk()
  const { borrower, productId, lender } = desk
  const path = `/api/loan-applications/${await anApplication(borrower, productId)}`
  const other = `/api/loan-applications/${await anApplication(borrower, productId)}`
  clock.now += 50 * DAY
  for (const one of [borrower, lender.officer, lender.approver]) await signInAgain(one)
  expected(await lender.officer.post(`${path}/recommendation`, ADVICE), 201)
  await approves(desk, other)
  clock.now += 29 * DAY
  expect(await ring(expireApplications)).toBe(0)
  clock.now += 2 * DAY
  expect(await ring(expireApplications)).toBe(1)
  await signInAgain(borrower)
  const statuses = [await borrower.get(path), await borrower.get(other)].map(
    (one) => one.body.status,
  )
  expect(statuses).toEqual(['recommended', 'expired'])
})
