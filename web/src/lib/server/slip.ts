/** Where a slip stands, and the sheet that it was asked for on. */
export const slipOf = (url: URL) => ({
  address: url.origin + url.pathname,
  paper: paperIn(url, 'a6'),
})

export function paperIn(url: URL, usual: 'a4' | 'a6'): 'a4' | 'a6' {
  const asked = url.searchParams.get('paper')
  return asked === 'a4' || asked === 'a6' ? asked : usual
}
