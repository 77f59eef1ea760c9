import { describe, expect, it } from 'vitest'
import { localDate, type LocalDate } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import * as label from '#worker/market/offering/labels/label'

const TODAY = localDate('2026-11-22')
const until = (text: string | null) => (text === null ? null : localDate(text))

describe('a label', () => {
  it.each([
    ['pirt', 'P-IRT No. 3063306010072-30', '2030-05-01', '3063306010072-30'],
    ['pirt', 'P-IRT 3063306010072-30', '2030-05-01', '3063306010072-30'],
    ['pirt', '306 3306 0100 7230', '2030-05-01', '3063306010072-30'],
    ['halal', 'id32110000123456789', null, 'ID32110000123456789'],
    ['halal', 'ID 3211 0000 1234 56789', '2029-01-01', 'ID32110000123456789'],
    ['bpom', 'BPOM RI MD 234567890123', '2030-01-01', 'MD 234567890123'],
    ['bpom', 'ml234567890123', '2030-01-01', 'ML 234567890123'],
    ['sni', '7119:2013', null, 'SNI 7119:2013'],
    ['sni', 'sni 01-3543-1999', null, 'SNI 01-3543-1999'],
    ['sni', 'SNI ISO 9001:2015', '2028-01-01', 'SNI ISO 9001:2015'],
  ] as const)('%s written %j until %j is kept as %j', (kind, number, end, kept) => {
    const given = { kind, number, validUntil: until(end) }
    expect(label.labelFrom(given, TODAY).number).toBe(kept)
  })

  it.each([
    ['pirt', '306330601007-30', '2030-05-01', '/number', '15 digits'],
    ['pirt', '3069906010072-30', '2030-05-01', '/number', 'province'],
    ['pirt', '3063306010000-30', '2030-05-01', '/number', 'not all zero'],
    ['pirt', '3063306010072-30', '2029-05-01', '/validUntil', 'last two digits'],
    ['pirt', '3063306010072-30', null, '/validUntil', 'until when'],
    ['pirt', '3063306010072-26', '2026-11-21', '/validUntil', 'has ended'],
    ['pirt', '3063306010072-32', '2032-01-01', '/validUntil', '5 years'],
    ['halal', 'ID3211000012345678', null, '/number', '17 digits'],
    ['halal', '32110000123456789', null, '/number', 'ID'],
    ['bpom', 'MD 23456789012', '2030-01-01', '/number', '12 digits'],
    ['bpom', 'NA 234567890123', '2030-01-01', '/number', 'MD or ML'],
    ['bpom', 'MD 234567890123', null, '/validUntil', 'until when'],
    ['sni', 'SNI 7119', null, '/number', 'year'],
    ['sni', 'SNI 7119:2031', null, '/number', 'year'],
  ] as const)('%s %j until %j is refused: %s, %s', (kind, number, end, pointer, why) => {
    try {
      label.labelFrom({ kind, number, validUntil: until(end) }, TODAY)
      expect.unreachable()
    } catch (reason) {
      const [fault] = (reason as Refusal).more.errors ?? []
      expect(fault).toMatchObject({ pointer, detail: { en: expect.stringContaining(why) } })
    }
  })

  it('holds to the end of its last day', () => {
    const last = { validUntil: localDate('2026-12-31') }
    expect(label.holdsOn(last, localDate('2026-12-31'))).toBe(true)
    expect(label.holdsOn(last, localDate('2027-01-01'))).toBe(false)
    expect(label.holdsOn({ validUntil: null }, TODAY)).toBe(true)
  })

  it('is spoken of 60 and 30 days before its end and on the day after it', () => {
    const one = { validUntil: localDate('2027-01-31') }
    const days: LocalDate[] = []
    for (let day: LocalDate | null = TODAY; day;) {
      day = label.nextNotice(one, day)
      if (day) days.push(day)
    }
    expect(days).toEqual(['2026-12-02', '2027-01-01', '2027-02-01'])
    expect(label.nextNotice({ validUntil: null }, TODAY)).toBeNull()
    expect(label.daysLeft(one, TODAY)).toBeNull()
    expect(label.daysLeft(one, localDate('2026-12-02'))).toBe(60)
    expect(label.daysLeft(one, localDate('2027-02-03'))).toBe(-3)
  })
})
