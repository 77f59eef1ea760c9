import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import type { AreaCode } from '#worker/market/buying/shipping/area'
import type { CourierKey } from '#worker/market/buying/shipping/couriers'
import { pastedTariffs } from '#worker/market/buying/shipping/pasted-tariffs'
import {
  chosenQuote,
  quotesOf,
  type ShippingService,
} from '#worker/market/buying/shipping/shipping-service'
import { shippingCost, tariffTo, type Tariff } from '#worker/market/buying/shipping/tariff'
import { billableKg, weightRuleOn, type Parcel } from '#worker/market/buying/shipping/weighing'

const tariff = (destination: string, firstKg: number, nextKg = firstKg): Tariff => ({
  destination: destination as AreaCode,
  firstKg: amount(firstKg),
  nextKg: amount(nextKg),
  daysFrom: 1,
  daysTo: 3,
})
const VILLAGE = '32.06.34.2002' as AreaCode

const on = localDate('2026-11-22')
const weighed = (courier: CourierKey, parcel: Partial<Parcel>) =>
  billableKg({ grams: 0, cm3: 0, ...parcel }, weightRuleOn(courier, on))

describe('the weight of a parcel', () => {
  it.each([
    [0, 1],
    [1, 1],
    [1000, 1],
    [1001, 2],
    [2000, 2],
    [10_500, 11],
  ])('of %i grams is charged as %i kilograms where every kilogram begun counts', (grams, kg) => {
    expect(weighed('other', { grams })).toBe(kg)
  })

  it.each([
    [500, 1],
    [1300, 1],
    [1310, 2],
    [2200, 2],
    [2450, 3],
  ])('of %i grams is charged by JNE as %i kilograms: a rest up to 0,3 is dropped', (grams, kg) => {
    expect(weighed('jne', { grams })).toBe(kg)
  })

  it('is that of its volume where it is larger than heavy', () => {
    expect(weighed('jne', { grams: 3000, cm3: 50 * 50 * 100 })).toBe(42)
    expect(weighed('jne', { grams: 3000, cm3: 40 * 30 * 30 })).toBe(6)
    expect(weighed('jnt-cargo', { grams: 3000, cm3: 40 * 30 * 30 })).toBe(8)
    expect(weighed('jne', { grams: 9000, cm3: 40 * 30 * 30 })).toBe(9)
  })
})

describe('a tariff table', () => {
  const table = [tariff('', 40_000), tariff('32', 15_000), tariff('32.06', 9_000, 7_000)]

  it('answers with its most specific row', () => {
    expect(tariffTo(table, VILLAGE)?.destination).toBe('32.06')
    expect(tariffTo(table, '32.07.01.2001' as AreaCode)?.destination).toBe('32')
    expect(tariffTo(table, '91.01.01.2001' as AreaCode)?.destination).toBe('')
    expect(tariffTo(table.slice(1), '91.01.01.2001' as AreaCode)).toBeUndefined()
  })

  it('does not take the beginning of a code for the area', () => {
    expect(tariffTo([tariff('32.0', 1)], VILLAGE)).toBeUndefined()
  })

  it('knows districts and villages too', () => {
    const near = [...table, tariff('32.06.34', 6_000), tariff('32.06.34.2002', 3_000)]
    expect(tariffTo(near, VILLAGE)?.firstKg).toBe(3_000)
    expect(tariffTo(near, '32.06.34.2001' as AreaCode)?.firstKg).toBe(6_000)
  })

  it('never charges less for more', () => {
    const grams = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(grams, grams, fc.nat(99_999), fc.nat(99_999), (a, b, first, next) => {
        const row = tariff('', first, next)
        const [light, heavy] = [Math.min(a, b), Math.max(a, b)]
        const cost = (grams: number) => shippingCost(row, weighed('jne', { grams }))
        expect(cost(light)).toBeLessThanOrEqual(cost(heavy))
      }),
    )
  })
})

const service = (given: Partial<ShippingService>): ShippingService => ({
  code: 'jne-reg',
  kind: 'courier',
  courier: 'jne',
  name: 'REG',
  minimum: amount(0),
  active: true,
  tariffs: [tariff('32', 9_000)],
  ...given,
})
const sending = (grams: number, goods = 50_000) => ({
  area: VILLAGE,
  parcel: { grams, cm3: 0 },
  goods: amount(goods),
  on,
})

describe('the ways a seller sends', () => {
  const cargo = service({
    code: 'cargo',
    courier: 'jnt-cargo',
    name: '',
    tariffs: [tariff('', 5_000)],
  })
  const nearby = service({
    code: 'nearby',
    kind: 'local',
    courier: 'other',
    name: 'Diantar sendiri',
    minimum: amount(75_000),
    tariffs: [tariff('32.06.34', 4_000)],
  })

  it('are all that reach the buyer, the cheapest first, each by its courier’s own scales', () => {
    const quotes = quotesOf([service({}), cargo, nearby], sending(1_300))
    expect(quotes.map(({ name, cost, kg }) => [name, cost, kg])).toEqual([
      ['Diantar sendiri', 4_000, 2],
      ['JNE REG', 9_000, 1],
      ['J&T Cargo', 10_000, 2],
    ])
  })

  it('leave out what is switched off or does not go there', () => {
    const elsewhere = service({ tariffs: [tariff('33', 1_000)] })
    expect(quotesOf([service({ active: false }), elsewhere], sending(500))).toEqual([])
  })

  it('bring goods nearby for one fee, whatever they weigh, from a minimum on', () => {
    const [heavy] = quotesOf([nearby], sending(20_000, 75_000))
    expect([heavy?.cost, heavy?.missing]).toEqual([4_000, 0])
    const few = quotesOf([nearby], sending(500, 50_000))
    expect(few[0]?.missing).toBe(25_000)
    expect(chosenQuote(few, { kind: 'local' })).toBeUndefined()
  })

  it('are chosen by code, or the cheapest of its kind is meant', () => {
    const quotes = quotesOf([service({}), cargo, nearby], sending(1_300))
    expect(chosenQuote(quotes, { kind: 'courier' })?.code).toBe('jne-reg')
    expect(chosenQuote(quotes, { kind: 'courier', service: 'cargo' })?.cost).toBe(10_000)
    expect(chosenQuote(quotes, { kind: 'courier', service: 'pos' })).toBeUndefined()
  })
})

describe('a pasted tariff table', () => {
  it('is read by name or code, parted by tabs, semicolons or commas, with or without a heading', () => {
    const text = [
      'Tujuan;Kilo pertama;Kilo berikut;Hari',
      'Jawa Barat;Rp 12.500;9000;2-4',
      '32.06;9.000;;1',
      'Kab. Tasikmalaya (kecamatan);9000;9000;1',
      '32.06.34;6000;5000;1;2',
      ';40000;30000;5 - 8 hari',
    ].join('\n')
    const { rows, faults } = pastedTariffs(text)
    expect(rows.map((one) => Object.values(one))).toEqual([
      ['32', 12_500, 9_000, 2, 4],
      ['32.06', 9_000, 9_000, 1, 1],
      ['32.06.34', 6_000, 5_000, 1, 2],
      ['', 40_000, 30_000, 5, 8],
    ])
    expect(faults.map(({ line, column }) => [line, column])).toEqual([[4, 1]])
    expect(pastedTariffs('Kabupaten Tasikmalaya\t9.000\t8.000\t1\t3').rows).toHaveLength(1)
  })

  it('names line and column of each fault', () => {
    const faulty = pastedTariffs('32;x;1;2\n32;1;x;2\n32;1;1;x\n32;1;1;5;2\n32;1;1;1\n32;2;2;2')
    expect(faulty.faults.map(({ line, column }) => [line, column])).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [6, 1],
    ])
    expect(faulty.rows).toHaveLength(1)
  })
})
