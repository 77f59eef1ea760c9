import { describe, expect, it } from 'vitest'
import { ownPath } from '../../web/src/lib/own-path.ts'

describe('where one goes on to', () => {
  it.each([
    ['/orders/ABCD', '/orders/ABCD'],
    ['/en/lender/x?due=late#top', '/en/lender/x?due=late#top'],
    ['/a/../office', '/office'],
  ])('%s is ours', (asked, path) => {
    expect(ownPath(asked, '/account')).toBe(path)
  })

  it.each([
    null,
    undefined,
    '',
    'office',
    '//evil.example/x',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/..//evil.example',
  ])('%j is not', (asked) => {
    expect(ownPath(asked, '/account')).toBe('/account')
  })
})
