// The demo network's stories agree with the country, with themselves and with the rules they will
// meet.

import { readFileSync } from 'node:fs'
import { getVillages } from 'idn-area-data'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { buyers } from '#db/seed/network/buyers'
import { enterprises } from '#db/seed/network/enterprises'
import { loanStories } from '#db/seed/network/loans'
import { facilitator, lenders, operator, partner } from '#db/seed/network/organizations'
import { people } from '#db/seed/network/people'
import { localDate } from '#worker/kernel/calendar'
import { dearest } from '#worker/lending/offering/loan-products/price'
import { LoanProductRequest } from '#worker/lending/offering/loan-products/requests'
import { isVillageCode } from '#worker/market/buying/shipping/area'
import type { AreaCode } from '#worker/market/buying/shipping/area'
import { tariffTo } from '#worker/market/buying/shipping/tariff'
import type { Tariff } from '#worker/market/buying/shipping/tariff'

const products = enterprises.flatMap((one) => one.products)
const organizations = [operator, ...enterprises, ...lenders, partner, facilitator]
const repeated = (texts: readonly string[]) =>
  texts.filter((text, index) => texts.indexOf(text) !== index)

test('has the size that a demo needs', () => {
  expect(enterprises).toHaveLength(14)
  expect(products.length).toBeGreaterThanOrEqual(150)
  expect(buyers).toHaveLength(40)
  expect(lenders).toHaveLength(2)
  expect(loanStories).toHaveLength(25)
})

describe('people', () => {
  test('are told apart by key and by phone', () => {
    expect(repeated(people.map(({ key }) => key))).toEqual([])
    expect(repeated(people.map(({ phone }) => phone))).toEqual([])
  })

  test('have numbers that nobody has', () => {
    expect(people.filter(({ phone }) => !/^0812-0000-\d{4}$/.test(phone))).toEqual([])
  })
})

describe('places', () => {
  test('are villages that exist', async () => {
    const known = new Set((await getVillages()).map(({ code }) => code))
    const villages = [...organizations, ...buyers].map(({ place }) => place.village)
    expect(villages.filter((code) => !isVillageCode(code) || !known.has(code))).toEqual([])
  })

  test('are all reached by every enterprise', () => {
    const unreached = enterprises.flatMap(({ slug, tariffs }) =>
      buyers
        .filter(({ place }) => !tariffTo(tariffs as Tariff[], place.village as AreaCode))
        .map(({ key }) => `${slug} to ${key}`),
    )
    expect(unreached).toEqual([])
  })
})

describe('enterprises', () => {
  test.each(enterprises.map((one) => [one.slug, one] as const))(
    '%s is led and credits its own',
    (_, one) => {
      const roles = one.members.map(({ role }) => role)
      expect(roles.filter((role) => role === 'chair')).toHaveLength(1)
      expect(roles).toEqual(expect.arrayContaining(['treasurer', 'staff', 'member']))
      const own = one.members.map(({ key }) => key)
      expect(
        one.products.flatMap(({ makers }) => makers).filter((key) => !own.includes(key)),
      ).toEqual([])
    },
  )

  test('have slugs and variants that are told apart', () => {
    expect(repeated(products.map(({ slug }) => slug))).toEqual([])
    expect(repeated(organizations.map(({ slug }) => slug))).toEqual([])
    const twice = products.filter(
      ({ variants }) => repeated(variants.map(({ name }) => name)).length > 0,
    )
    expect(twice).toEqual([])
  })

  test('sell in categories that the database brings', () => {
    const migration = readFileSync('db/migrations/0003_products.sql', 'utf8')
    const missing = products.filter(({ category }) => !migration.includes(`('${category}',`))
    expect(missing.map(({ slug }) => slug)).toEqual([])
  })
})

describe('loans', () => {
  const productOf = (lender: string, slug: string) =>
    lenders.find((one) => one.slug === lender)?.products.find((one) => one.slug === slug)

  test.each(loanStories.map((one) => [one.key, one] as const))(
    '%s keeps to its product',
    (_, loan) => {
      const product = productOf(loan.lender, loan.product)
      if (!product) throw new Error(`There is no product ${loan.product}.`)
      const asked = [loan, loan.recommendation, loan.decision].flatMap((one) =>
        one && 'amount' in one ? [one] : [],
      )
      for (const { amount, instalments } of asked) {
        expect(amount).toBeLessThanOrEqual(loan.amount)
        expect(amount).toBeGreaterThanOrEqual(product.minPrincipal)
        expect(amount).toBeLessThanOrEqual(product.maxPrincipal)
        expect(instalments).toBeGreaterThanOrEqual(product.minInstalments)
        expect(instalments).toBeLessThanOrEqual(product.maxInstalments)
      }
      expect(product.audience).not.toBe(loan.group === null ? 'group' : 'person')
    },
  )

  test('are asked for by those who may', () => {
    const wrong = loanStories.filter(({ applicant, group, shareSalesOf }) => {
      const shop = enterprises.find(({ slug }) => slug === (group ?? shareSalesOf))
      const role = shop?.members.find(({ key }) => key === applicant)?.role
      return group === null ? role === undefined : role !== 'chair' && role !== 'treasurer'
    })
    expect(wrong.map(({ key }) => key)).toEqual([])
  })

  test('are of products below the cap of their lender', () => {
    const above = lenders.flatMap(({ cap, products: offers }) =>
      offers.filter(({ slug: _, ...offer }) => {
        const priced = v.parse(LoanProductRequest, offer)
        return dearest(priced, localDate('2026-11-22')).rate / 100 > cap.effective
      }),
    )
    expect(above.map(({ slug }) => slug)).toEqual([])
  })

  test('stand in every state', () => {
    const state = (loan: (typeof loanStories)[number]) => {
      if (loan.decision?.outcome === 'rejected') return 'rejected'
      if (loan.disbursedDaysAgo !== undefined) {
        const through = loan.paid?.length === (loan.decision ?? loan).instalments
        return through || loan.paidOffDaysAgo !== undefined ? 'closed' : 'running'
      }
      if (loan.accepted) return 'accepted'
      if (loan.decision) return 'approved'
      return loan.recommendation ? 'recommended' : 'submitted'
    }
    const counted = Object.fromEntries(
      [...Map.groupBy(loanStories, state)].map(([name, all]) => [name, all.length]),
    )
    expect(counted).toEqual({
      ...{ running: 14, closed: 5, accepted: 1, approved: 1 },
      ...{ recommended: 2, submitted: 1, rejected: 1 },
    })
  })
})
