/**
 * A taxpayer's number (NPWP): 15 digits, written 01.234.567.8-012.000, or since 2024 16 digits, which are a
 * person's NIK or a company's old number behind a 0. It is kept as digits. Source: PMK 112/2022.
 */
export function npwpFrom(typed: string): string | undefined {
  const digits = typed.replace(/[\s.\-/]/g, '')
  return /^\d{15,16}$/.test(digits) && !/^0+$/.test(digits) ? digits : undefined
}

/** As it is written on an invoice. */
export function npwpText(npwp: string): string {
  if (npwp.length === 16) return npwp.replace(/(\d{4})(?=\d)/g, '$1 ')
  const [, a, b, c, d, e, f] = /^(\d\d)(\d{3})(\d{3})(\d)(\d{3})(\d{3})$/.exec(npwp) ?? []
  return `${a}.${b}.${c}.${d}-${e}.${f}`
}
