// Opens meeting sheets without signal: the page of a sheet is kept when it was last seen, with the files
// that it needs. Everything else goes to the network as if this were not here. No answer of the API is kept.
const PAGES = 'lumbung-sheets'
const FILES = 'lumbung-files'
const SHEET = /\/lender\/[^/]+\/groups\/[^/]+\/[^/]+\/sheet$/

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate' && SHEET.test(pathname)) event.respondWith(page(request))
  else if (pathname.startsWith('/_app/')) event.respondWith(file(request))
})

async function page(request) {
  const { pathname } = new URL(request.url)
  const kept = await caches.open(PAGES)
  try {
    const answer = await fetch(request)
    if (answer.ok && !answer.redirected) await kept.put(pathname, answer.clone())
    return answer
  } catch (reason) {
    const before = await kept.match(pathname)
    if (before) return before
    throw reason
  }
}

async function file(request) {
  const kept = await caches.open(FILES)
  const before = await kept.match(request)
  if (before) return before
  const answer = await fetch(request)
  if (answer.ok) await kept.put(request, answer.clone())
  return answer
}
