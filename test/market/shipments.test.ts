import { describe, expect, it } from 'vitest'
import { instant } from '#worker/kernel/calendar'
import { trackingOf } from '#worker/market/fulfilling/shipments/tracking'
import { courierNamed } from '#worker/market/buying/shipping/couriers'
import { arrived, packed, parcelOf, toAskAbout } from '#worker/market/fulfilling/shipments/parcel'

const at = instant(Date.UTC(2026, 10, 22))
const DAY = 24 * 60 * 60 * 1000

describe('a courier', () => {
  it.each([
    ['JNE', 'JNE'],
    ['jne reg', 'JNE'],
    ['J&T', 'J&T Express'],
    ['JNT Express', 'J&T Express'],
    ['Kantor POS', 'POS Indonesia'],
    ['SiCepat BEST', 'SiCepat'],
    ['anteraja', 'AnterAja'],
    ['LionParcel', 'Lion Parcel'],
    ['Ninja Xpress', 'Ninja Xpress'],
    ['antar sendiri', undefined],
    ['Ekspedisi Posindo Jaya', undefined],
  ])('written as %s is %s', (typed, name) => {
    expect(courierNamed(typed)?.name).toBe(name)
  })

  it('shows a parcel under its number, or on a page into which the number is pasted', () => {
    expect(trackingOf('AnterAja', '100 1')).toEqual({
      url: 'https://anteraja.id/tracking/100%201',
      paste: false,
    })
    expect(trackingOf('JNE', 'JP1')).toMatchObject({ paste: true })
    expect(trackingOf('JNE', null)).toBeNull()
    expect(trackingOf('Pak Budi', '12')).toBeNull()
  })
})

describe('a parcel', () => {
  const left = [
    { n: 1, quantity: 3 },
    { n: 2, quantity: 1 },
  ]

  it('holds all that is left, or what is named of it', () => {
    expect(packed(left, undefined)).toEqual(left)
    expect(packed(left, [{ n: 1, quantity: 2 }])).toEqual([{ n: 1, quantity: 2 }])
    expect(() => packed(left, [{ n: 1, quantity: 4 }])).toThrow('outside-limits')
    expect(() =>
      packed(left, [
        { n: 2, quantity: 1 },
        { n: 2, quantity: 1 },
      ]),
    ).toThrow('outside-limits')
    expect(() => packed([], undefined)).toThrow('illegal-transition')
  })

  it('is asked about once, three days after its service should have brought it', () => {
    const made = { id: 'a', orderId: 'o', n: 1, at, days: 4 }
    const parcel = parcelOf({ courier: 'JNE', trackingNumber: null }, left, made)
    expect(parcel.arriveBy).toBe(at + 7 * DAY)
    expect(toAskAbout([parcel], instant(at + 7 * DAY - 1))).toEqual([])
    expect(toAskAbout([parcel], instant(at + 7 * DAY))).toEqual([parcel])
    expect(toAskAbout([{ ...parcel, askedAt: at }], instant(at + 9 * DAY))).toEqual([])
    expect(toAskAbout([arrived(parcel, at)], instant(at + 9 * DAY))).toEqual([])
  })
})
