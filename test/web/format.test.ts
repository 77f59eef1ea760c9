import { expect, test } from 'vitest'
import fc from 'fast-check'
import * as format from '#lib/format.ts'

test.each([
  [0, 'Rp 0'],
  [999, 'Rp 999'],
  [1_000, 'Rp 1.000'],
  [1_250_000, 'Rp 1.250.000'],
  [-50_000, '−Rp 50.000'],
])('%d rupiah are written %s', (rupiah, text) => {
  expect(format.money(rupiah)).toBe(text)
})

test.each([
  ['Rp 1.250.000', 1_250_000],
  ['rp1.250.000', 1_250_000],
  ['Rp. 1.250.000,-', 1_250_000],
  ['1.250.000,00', 1_250_000],
  ['1,250,000', 1_250_000],
  ['1250000', 1_250_000],
  ['IDR 75 000', 75_000],
  ['500rb', 500_000],
  ['1,5 juta', 1_500_000],
  ['2 jt', 2_000_000],
  ['0', 0],
  ['', null],
  ['1.25', null],
  ['12.50.000', null],
  ['-5000', null],
  ['lima ribu', null],
  ['99999999999999999999', null],
])('%j typed as money is %j', (text, rupiah) => {
  expect(format.amountFrom(text)).toBe(rupiah)
})

test('an amount that was written is read back as itself', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (rupiah) => {
      expect(format.amountFrom(format.money(rupiah))).toBe(rupiah)
    }),
  )
})

test('an axis writes amounts short', () => {
  expect(format.shortMoney(1_500_000, 'id')).toBe('Rp 1,5 jt')
  expect(format.shortMoney(2_000_000_000, 'id')).toBe('Rp 2 M')
  expect(format.shortMoney(1_500_000, 'en')).toBe('Rp 1.5M')
  expect(format.shortMoney(250, 'id')).toBe('Rp 250')
})

test('dates are written with the month by name', () => {
  expect(format.date('2026-11-22', 'id')).toBe('22 Nov 2026')
  expect(format.date('2026-05-01', 'id')).toBe('1 Mei 2026')
  expect(format.date('2026-05-01', 'en')).toBe('1 May 2026')
  expect(format.month('2026-08', 'id')).toBe('Agu 2026')
})

test('an instant is told in the zone of the network', () => {
  const at = Date.UTC(2026, 10, 22, 17, 30)
  expect(format.instant(at, 'Asia/Jakarta', 'id')).toBe('23 Nov 2026 00.30 WIB')
  expect(format.instant(at, 'Asia/Jayapura', 'en')).toBe('23 Nov 2026 02:30 WIT')
  expect(format.dateOf('2026-11-22T16:59:00Z', 'Asia/Jakarta')).toBe('2026-11-22')
})

test('a near date is told in words, a far one as a date', () => {
  expect(format.relativeDate('2026-11-22', '2026-11-22', 'id')).toBe('hari ini')
  expect(format.relativeDate('2026-11-23', '2026-11-22', 'en')).toBe('tomorrow')
  expect(format.relativeDate('2026-11-19', '2026-11-22', 'id')).toBe('3 hari lalu')
  expect(format.relativeDate('2027-01-22', '2026-11-22', 'id')).toBe('22 Jan 2027')
})

test('what is left of a time is told in its two largest parts', () => {
  expect(format.duration(27 * 3_600_000, 'id')).toBe('1 hari 3 jam')
  expect(format.duration(3 * 3_600_000 + 12 * 60_000, 'id')).toBe('3 jam 12 menit')
  expect(format.duration(249_000, 'id')).toBe('4 menit 9 detik')
  expect(format.duration(9_000, 'en')).toBe('9 s')
  expect(format.duration(-1, 'id')).toBe('0 detik')
})

test('phone numbers are shown as people dial them', () => {
  expect(format.phone('+6281234567890')).toBe('0812-3456-7890')
  expect(format.phone('+6281234567')).toBe('0812-3456-7')
  expect(format.phone('+14155550100')).toBe('+14155550100')
})

test('rates and weights follow the language', () => {
  expect(format.percent(1234, 'id')).toBe('12,34 %')
  expect(format.percent(600, 'en')).toBe('6%')
  expect(format.weight(1_240, 'id')).toBe('1,2 kg')
  expect(format.weight(850, 'en')).toBe('850 g')
})
