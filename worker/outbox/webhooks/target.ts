/**
 * Where a webhook may lead: to a public host over https. Our own machines, their neighbours and what only
 * a network inside knows are refused by name and by address in any spelling (the URL standard makes one of
 * 0x7f.1 and 2130706433), so that nobody sends us round behind our own door. Redirects are never followed.
 */

/** Addresses by their kind: an address of a host says nothing about who answers for it. */
const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/
const INNER = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|test|invalid|onion)$/
const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/

/** Why the address is refused, as a sentence in English; null when it may be used. */
export function refusedTarget(
  address: string,
  { ownHost, demo }: { ownHost: string | null; demo: boolean },
): string | null {
  if (address.length > 500) return 'An address holds 500 characters at most.'
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return 'This is not an address.'
  }
  const host = url.hostname.replace(/\.$/, '')
  // A receiver on the same machine, while one tries things out.
  if (demo && LOOPBACK.test(host) && /^https?:$/.test(url.protocol)) return null
  if (url.protocol !== 'https:') return 'The address begins with https://.'
  if (url.username || url.password) return 'The address holds no name and no password.'
  if (IPV4.test(host) || host.startsWith('[')) return 'Name a host, not a number.'
  if (!host.includes('.') || INNER.test(host)) return 'This host is not in public.'
  if (ownHost !== null && host === ownHost) return 'This is the address of this network itself.'
  return null
}
