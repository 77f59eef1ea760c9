import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { masked, nikFrom, nikPurpose, regencyOf } from '#worker/lending/applying/identities/nik'

describe('a NIK', () => {
  it.each([
    ['3174015508900001', 'a woman born on the 15th'],
    ['3174 0115 0890 0001', 'a man, written with spaces'],
    ['3206.3429.0200.0123', 'born on the leap day of 2000'],
    ['9471010101010001', 'from Papua'],
  ])('is %s: %s', (written) => {
    expect(nikFrom(written)).toBe(written.replace(/[\s.-]/g, ''))
  })

  it.each([
    ['317401550890000', 'fifteen digits'],
    ['31740155089000012', 'seventeen digits'],
    ['3174013113900001', 'born in a thirteenth month'],
    ['3174017202900001', 'born on the 32nd'],
    ['3174013002010001', 'born on the 30th of February'],
    ['3174015508900000', 'without a place in the series'],
    ['0974015508900001', 'of no province'],
    ['9874015508900001', 'beyond the last province'],
    ['317401550890000a', 'with a letter'],
    ['', 'nothing'],
  ])('is not %s: %s', (written) => {
    expect(nikFrom(written)).toBeUndefined()
  })

  it('hides its middle, which holds the date of birth, and keeps what is compared with the card', () => {
    const nik = nikFrom('3174015508900001')!
    expect(masked(nik)).toBe('3174••••••••0001')
    expect(regencyOf(masked(nik))).toBe('31.74')
  })

  it('is never shown in full, whatever its digits', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => String(n).padStart(2, '0'))
    const serial = fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, '0'))
    fc.assert(
      fc.property(day, serial, (born, last) => {
        const nik = nikFrom(`320634${born}0690${last}`)!
        expect(masked(nik)).not.toContain(nik.slice(4, 12))
        expect(masked(nik)).toHaveLength(16)
      }),
    )
  })

  it('is found within one lender alone: each looks for it under a purpose of its own', () => {
    expect(nikPurpose('l1')).not.toBe(nikPurpose('l2'))
  })
})
