import { expect, test } from 'vitest'
import { presentOf } from '#lib/room-links.ts'

const links = [
  { href: '/seller/melati' },
  { href: '/seller/melati/orders', with: ['/seller/melati/labels'] },
  { href: '/seller/melati/products', with: ['/seller/melati/imports'] },
  { href: '/organizations/melati/members' },
]

test.each([
  ['/seller/melati', '/seller/melati'],
  ['/seller/melati/orders/42', '/seller/melati/orders'],
  ['/seller/melati/labels', '/seller/melati/orders'],
  ['/seller/melati/products/table', '/seller/melati/products'],
  ['/seller/melati/imports/7', '/seller/melati/products'],
  ['/seller/melati/rest', '/seller/melati'],
  ['/organizations/melati/members', '/organizations/melati/members'],
  ['/seller/melatiku', undefined],
  ['/basket', undefined],
])('in its room %s lies under %s', (here, href) => {
  expect(presentOf(links, here)?.href).toBe(href)
})
