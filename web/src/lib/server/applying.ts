/** What the form of an application brought, as the API wants it. */
import { numberIn, rupiahIn, type Typed } from '#lib/server/forms.ts'

const NOT_TYPED: ReadonlySet<string> = new Set(['key', 'draft', 'seen', 'nik'])

/** What a draft keeps: every field that holds something, by its name. */
export function contentOf(typed: Typed): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => !NOT_TYPED.has(name) && value.trim() !== ''),
  )
}

/** `group:42` or `enterprise:42`; nothing for herself. */
export function borrowerIn(typed: Typed) {
  const [kind = '', id = ''] = (typed.borrower ?? '').split(':')
  return { kind, groupId: id || null }
}

/** The members who were given a share of that group's loan. */
function sharesIn(typed: Typed, groupId: string) {
  const of = `share.${groupId}.`
  return Object.entries(typed)
    .filter(([name, value]) => name.startsWith(of) && value.trim() !== '' && value.trim() !== '0')
    .map(([name]) => ({ personId: name.slice(of.length), amount: rupiahIn(typed, name) }))
}

/** Guarantors who were named at all, one after the other. */
function guarantorsIn(typed: Typed) {
  return [1, 2].flatMap((n) => {
    const [name, phone, relation] = ['Name', 'Phone', 'Relation'].map(
      (field) => typed[`guarantor${field}${n}`]?.trim() ?? '',
    )
    return name || phone ? [{ name: name ?? '', phone: phone ?? '', relation: relation ?? '' }] : []
  })
}

export function applicationIn(typed: Typed) {
  const { kind, groupId } = borrowerIn(typed)
  const { bank = '', number = '', holder = '' } = typed
  const consents = (['identity', 'bureau'] as const).filter((one) => typed[`consent.${one}`])
  return {
    productId: typed.productId ?? '',
    groupId,
    shares: kind === 'group' && groupId ? sharesIn(typed, groupId) : [],
    guarantors: guarantorsIn(typed),
    account: bank || number || holder ? { bank, number, holder } : null,
    purpose: typed.purpose ?? '',
    amount: rupiahIn(typed, 'amount'),
    instalments: numberIn(typed, 'instalments'),
    monthlyIncome: rupiahIn(typed, 'monthlyIncome'),
    monthlyCosts: rupiahIn(typed, 'monthlyCosts'),
    nik: typed.nik?.trim() || null,
    consents: [...consents],
    shareSalesOf: typed['consent.sales'] ? typed.shareSalesOf || groupId : null,
    draftId: typed.draft || null,
  }
}

/** Digits of an amount as the query of an address has them; undefined where there is none. */
export function digitsIn(typed: Typed, name: string): string | undefined {
  const amount = rupiahIn(typed, name)
  return Number.isSafeInteger(amount) && amount >= 0 ? String(amount) : undefined
}
