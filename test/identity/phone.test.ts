import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { destinationFrom } from '#worker/identity/destination'
import { isMobile, phoneFrom, spokenPhone } from '#worker/identity/phone'

describe('a telephone number', () => {
  it.each([
    ['0812-3456-7890', '6281234567890'],
    ['0812 3456 7890', '6281234567890'],
    ['081234567890', '6281234567890'],
    ['+62 812-3456-7890', '6281234567890'],
    ['+62 (0) 812 3456 7890', '6281234567890'],
    ['62812 3456 7890', '6281234567890'],
    ['0062 812 3456 7890', '6281234567890'],
    ['8123456789', '628123456789'],
    ['0812.3456.789', '628123456789'],
    ['  0857–1234–5678 ', '6285712345678'],
    ['(0265) 331234', '62265331234'],
    ['021-5790 1234', '622157901234'],
  ])('%s is kept as %s', (written, kept) => {
    expect(phoneFrom(written)).toBe(kept)
  })

  it.each([
    '',
    '0812',
    '+1 202 555 0143',
    '+65 6123 4567',
    '0812-abc-7890',
    '0812 3456 7890 1234',
    '0000000000',
    '+620',
    "0812'; DROP TABLE people",
    '0812\r\n3456\r\n7890; x',
    '٠٨١٢٣٤٥٦٧٨٩٠',
  ])('%j is none', (written) => {
    expect(phoneFrom(written)).toBeNull()
  })

  it('has a chat where it is mobile, and none where it is a landline', () => {
    expect(['6281234567890', '628123456789'].every(isMobile)).toBe(true)
    expect(['62265331234', '622157901234', ''].some(isMobile)).toBe(false)
  })

  it('reads what it says', () => {
    const mobile = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.stringMatching(/^\d{8,10}$/))
      .map(([first, rest]) => `628${first}${rest}`)
    fc.assert(
      fc.property(mobile, (phone) => {
        expect(phoneFrom(phone)).toBe(phone)
        expect(phoneFrom(spokenPhone(phone))).toBe(phone)
        expect(phoneFrom(`+${phone}`)).toBe(phone)
      }),
    )
  })
})

describe('a destination', () => {
  it('is an address when it has an @, whatever its case', () => {
    expect(destinationFrom(' Siti@Contoh.ID ')).toEqual({
      channel: 'email',
      address: 'siti@contoh.id',
    })
    expect(destinationFrom('0812 3456 7890')?.channel).toBe('whatsapp')
  })

  it.each([
    '@',
    'a@b',
    'a b@c.id',
    'a@b.id,c@d.id',
    'a@b.id\r\nBcc: c@d.id',
    '<a@b.id>',
    'a@@b.id',
  ])('is not %j', (written) => {
    expect(destinationFrom(written)).toBeNull()
  })
})
