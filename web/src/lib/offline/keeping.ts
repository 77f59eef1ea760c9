/** Prepares a page to open without signal: the worker is there, the page and its files are kept. */
export async function keepPage(path: string): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return
  await navigator.serviceWorker.register('/sheet-worker.js', { scope: '/' })
  await navigator.serviceWorker.ready
  const seen = performance
    .getEntriesByType('resource')
    .map((one) => new URL(one.name))
    .filter((one) => one.origin === location.origin && one.pathname.startsWith('/_app/'))
    .map((one) => one.pathname)
  const files = await caches.open('lumbung-files')
  await Promise.all([...new Set(seen)].map((name) => files.add(name).catch(() => undefined)))
  const pages = await caches.open('lumbung-sheets')
  await pages.add(path).catch(() => undefined)
}
