import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { said } from '#worker/kernel/sentence'
import { crcOf } from '#worker/market/paying/qris/crc'
import { drawnQris } from '#worker/market/paying/qris/drawing'
import { dynamicQris, readQris, readStaticQris, sealed } from '#worker/market/paying/qris/qris'
import { fieldsOf, textOf } from '#worker/market/paying/qris/tlv'

const STATIC =
  '00020101021126690017ID.CO.EXAMPLE.WWW011893600000000000000102150000000' +
  '000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204599' +
  '953033605802ID5915KOPERASI CONTOH6006SLEMAN6105552816304B712'
const DYNAMIC =
  '00020101021226690017ID.CO.EXAMPLE.WWW011893600000000000000102150000000' +
  '000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204599' +
  '9530336054061253455802ID5915KOPERASI CONTOH6006SLEMAN61055528163040129'

/** The static code with some tags set to something else, left out (null), and the check made right. */
function altered(changes: Record<string, string | null>): string {
  const fields = fieldsOf(STATIC).filter(({ tag }) => tag !== '63')
  const known = new Set(fields.map(({ tag }) => tag))
  const kept = fields.flatMap(({ tag, value }) => {
    const given = tag in changes ? changes[tag] : value
    return given === null || given === undefined ? [] : [{ tag, value: given }]
  })
  const added = Object.entries(changes).flatMap(([tag, value]) =>
    known.has(tag) || value === null ? [] : [{ tag, value }],
  )
  return sealed(textOf([...kept, ...added]))
}

function why(payload: string, read = readQris): readonly [string, string] {
  try {
    read(payload)
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    const { pointer, detail } = reason.more.errors![0]!
    expect([reason.type, pointer]).toEqual(['malformed', '/payload'])
    return [said(detail, 'id'), said(detail, 'en')]
  }
  return ['', '']
}

describe('the check of a code', () => {
  it('is the one of the standard', () => {
    expect(crcOf('123456789')).toBe('29B1')
    expect(STATIC.slice(-4)).toBe(crcOf(STATIC.slice(0, -4)))
  })
})

describe('a static code', () => {
  it('says who is paid', () => {
    expect(readStaticQris(STATIC)).toEqual({
      payload: STATIC,
      kind: 'static',
      merchant: 'KOPERASI CONTOH',
      city: 'SLEMAN',
      postalCode: '55281',
      nmid: 'ID1020000000001',
      amount: null,
    })
  })

  it('becomes a dynamic one for an amount, check and all', () => {
    expect(dynamicQris(STATIC, amount(125_345))).toBe(DYNAMIC)
    expect(readQris(DYNAMIC)).toMatchObject({ kind: 'dynamic', amount: '125345' })
  })

  it('loses its tip, which would change what arrives', () => {
    const tipped = dynamicQris(altered({ '55': '02', '56': '1000' }), amount(50_000))
    expect(fieldsOf(tipped).map(({ tag }) => tag)).not.toContain('55')
    expect(fieldsOf(tipped).map(({ tag }) => tag)).not.toContain('56')
    expect(readQris(tipped).amount).toBe('50000')
  })

  it('becomes a readable code of exactly the amount, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (total) => {
        const { kind, amount: written, merchant } = readQris(dynamicQris(STATIC, amount(total)))
        expect([kind, written, merchant]).toEqual(['dynamic', String(total), 'KOPERASI CONTOH'])
      }),
    )
  })

  it('pays no more than the law lets it, and never nothing', () => {
    for (const total of [0, 10_000_001])
      expect(() => dynamicQris(STATIC, amount(total))).toThrow(RangeError)
  })

  it('is not one that was made for a single payment', () => {
    expect(why(DYNAMIC, readStaticQris)[1]).toMatch(/for one payment/)
    expect(why(altered({ '54': '5000' }), readStaticQris)[1]).toMatch(/for one payment/)
  })
})

describe('a code that is none', () => {
  it('is found out by any single changed character', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(STATIC, DYNAMIC),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
        (payload, at, letter) => {
          const place = at % payload.length
          fc.pre(payload[place] !== letter)
          const changed = payload.slice(0, place) + letter + payload.slice(place + 1)
          expect(why(changed)[0]).not.toBe('')
        },
      ),
      { numRuns: 3_000 },
    )
  })

  it('is found out when a part of it is missing, doubled or in another place', () => {
    fc.assert(
      fc.property(fc.nat(STATIC.length - 1), fc.integer({ min: 1, max: 30 }), (at, length) => {
        const cut = STATIC.slice(0, at) + STATIC.slice(at + length)
        expect(why(cut)[0]).not.toBe('')
        expect(why(STATIC.slice(0, at))[0]).not.toBe('')
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['', 'empty'],
    ['bukan QRIS', 'two digits'],
    ['000201', 'does not end with its check'],
    [`${STATIC.slice(0, -4)}b712`, 'does not end with its check'],
    [`${STATIC.slice(0, -4)}B713`, 'check does not fit'],
    [`${STATIC}00`, 'length of tag 00'],
    [sealed('01021100020152045999'), 'begins with 000201'],
    [sealed('0002020102115204'), 'length of tag 63'],
    [sealed('000201010211010211'), 'twice'],
    [sealed('000201010211520400'), 'cut off'],
    [sealed('00020101021152xx'), 'length of tag 52'],
    [sealed('0002010102115200'), 'is empty'],
    [STATIC.replace('CONTOH', 'CÖNTOH'), 'plain letters'],
    ['0'.repeat(513), 'plain letters'],
  ])('%s: %s', (payload, said) => {
    const [id, en] = why(payload)
    expect(en).toContain(said)
    expect(id).not.toBe(en)
  })

  it.each([
    [{ '00': '02' }, 'begins with 000201'],
    [{ '01': null }, 'Tag 01'],
    [{ '01': '13' }, 'Tag 01 is 11'],
    [{ '26': null, '51': null }, 'no merchant account'],
    [{ '26': '0117936000000000000001' }, 'within tag 26'],
    [{ '26': '0118936000000000000001' }, 'does not name its network'],
    [{ '26': '0003ABC0116123400000000000x' }, 'begins with 9360'],
    [{ '26': '0003ABC0115936000000000000' }, 'begins with 9360'],
    [{ '26': '0003ABC0303UXX' }, 'criterion in tag 26'],
    [{ '51': '0014ID.CO.OTHER.WW0215ID10200000000010303UMI' }, 'belongs to ID.CO.QRIS.WWW'],
    [{ '51': '0014ID.CO.QRIS.WWW0214ID102000000001' + '0303UMI' }, 'tag 51'],
    [{ '51': '0014ID.CO.QRIS.WWW0215XX10200000000010303UMI' }, 'NMID'],
    [{ '51': '0014ID.CO.QRIS.WWW' }, 'NMID'],
    [{ '52': null }, 'Tag 52'],
    [{ '52': '59A9' }, 'four digits'],
    [{ '53': '840' }, 'Tag 53 is 360'],
    [{ '53': null }, 'Tag 53'],
    [{ '54': '12.3.4' }, 'Tag 54'],
    [{ '54': '12345678901234' }, 'Tag 54'],
    [{ '54': '1,000' }, 'Tag 54'],
    [{ '55': '04' }, 'Tag 55'],
    [{ '55': '02' }, 'goes with'],
    [{ '55': '02', '56': '5', '57': '5' }, 'goes with'],
    [{ '56': '100' }, 'goes with'],
    [{ '55': '02', '56': 'x' }, 'Tag 56'],
    [{ '55': '03', '57': '100' }, 'Tag 57'],
    [{ '58': 'SG' }, 'Tag 58 is ID'],
    [{ '58': null }, 'Tag 58'],
    [{ '59': null }, 'Tag 59'],
    [{ '59': '   ' }, 'blank'],
    [{ '60': null }, 'Tag 60'],
    [{ '60': 'A CITY OF MORE THAN 15' }, '15 characters'],
    [{ '61': '12345678901' }, '10 characters'],
    [{ '62': 'nonsense' }, 'within tag 62'],
    [{ '64': '0002ID' }, 'a language (00) and a name'],
  ])('with %o: %s', (changes, said) => {
    const [id, en] = why(altered(changes as Record<string, string | null>))
    expect(en).toContain(said)
    expect(id).not.toBe(en)
  })

  it('is not called so for what occurs in the wild', () => {
    for (const fine of [
      altered({ '54': '10000.00' }),
      altered({ '59': 'A MERCHANT WHOSE NAME IS LONGER THAN IT MAY BE' }),
      altered({ '61': null }),
      altered({ '51': '0014ID.CO.QRIS.WWW0216AID10200000000010303URE' }),
      altered({ '62': '0703A01' }),
      altered({ '64': '0002EN0103ABC' }),
      altered({ '55': '03', '57': '5.5' }),
      altered({ '26': null }),
      altered({ '51': null }),
      altered({ '80': 'something of its own' }),
    ]) {
      expect(why(fine)).toEqual(['', ''])
    }
  })
})

describe('its picture', () => {
  it('is an SVG of its own without anything that runs', () => {
    const svg = drawnQris(DYNAMIC)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 \d+ \d+"/)
    expect(svg).not.toMatch(/script|href|style/)
  })
})
