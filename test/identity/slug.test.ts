import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LONGEST_SLUG, SLUG, slugFrom } from '#worker/identity/organizations/slug'

it.each([
  ['Kelompok Anyaman "Mendong" Tasikmalaya', 'kelompok-anyaman-mendong-tasikmalaya'],
  ['  Batik & Tenun Lasem  ', 'batik-dan-tenun-lasem'],
  ['KSP Sejahtera (Unit II)', 'ksp-sejahtera-unit-ii'],
  ["Café d'Été", 'cafe-dete'],
  ['烏龍', ''],
])('the name %j stands in an address as %j', (name, slug) => {
  expect(slugFrom(name)).toBe(slug)
})

it('is always an address, or empty, and never too long', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (name) => {
      const slug = slugFrom(name)
      expect(slug.length).toBeLessThanOrEqual(LONGEST_SLUG)
      if (slug !== '') expect(slug).toMatch(SLUG)
    }),
  )
})
