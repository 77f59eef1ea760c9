/**
 * Whether a loan of a sheet can be brought here, and as what: product and fund are known, days and sums
 * agree with each other, shares are the principal. Each reason against it names its column.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { rupiah, sum, type Amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { sentence, said as saidIn, type Sentence } from '#worker/kernel/sentence'
import type { FieldName } from '#worker/lending/moving-in/loan-imports/columns'
import {
  openingOf,
  type Difference,
  type Figures,
  type Opening,
} from '#worker/lending/moving-in/loan-imports/opening'
import type { Fault, Sheet, WantedLoan } from '#worker/lending/moving-in/loan-imports/wanted'
import type { LoanProduct } from '#worker/lending/offering/loan-products/loan-product'
import { soundShares } from '#worker/lending/group-lending/loan-shares/share'
import type { LoanEvent } from '#worker/lending/servicing/loans/events'
import type { LoanTerms } from '#worker/lending/offering/schedules/terms'

/** A regency or city. */
export type Region = { code: string; name: string }

/** All that is needed to make the loan, as it was shown. */
export type Prepared = {
  number: string
  borrower: string
  phone: string
  group: string | null
  region: Region | null
  productId: string
  fundId: string
  terms: LoanTerms
  basis: 'cash' | 'accrual'
  effectiveRate: number
  events: readonly LoanEvent[]
  members: readonly { name: string; phone: string | null; amount: Amount }[]
}

/** What a sheet is laid against. */
export type Known = {
  asOf: LocalDate
  basis: 'cash' | 'accrual'
  /** By name in small letters. */
  products: ReadonlyMap<string, LoanProduct>
  product: LoanProduct | null
  funds: ReadonlyMap<string, string>
  fundId: string
  /** Numbers of the old books that are here already, in small letters. */
  numbers: ReadonlySet<string>
  /** By code, and by name in small letters. */
  regions: ReadonlyMap<string, Region>
}

export type Places = Sheet['places']

export class Judge {
  readonly faults: Fault[] = []
  private readonly wanted: WantedLoan
  private readonly places: Places
  private readonly known: Known

  constructor(wanted: WantedLoan, places: Places, known: Known) {
    this.wanted = wanted
    this.places = places
    this.known = known
  }

  private fault(field: FieldName, detail: Sentence, line = this.wanted.line): void {
    const place = this.places[field]
    const { column = null, heading = null } = place ?? {}
    this.faults.push({ line, column, heading, detail })
  }

  private refuse(wrong: boolean, field: FieldName, words: readonly [id: string, en: string]): void {
    if (wrong) this.fault(field, sentence(...words))
  }

  prepare(): (Prepared & { differences: readonly Difference[]; figures: Figures }) | null {
    const { wanted, known } = this
    const product = this.product()
    const fundId = wanted.fund === null ? known.fundId : known.funds.get(wanted.fund.toLowerCase())
    this.refuse(fundId === undefined, 'fund', [
      'Dana ini tidak ada atau sudah ditutup.',
      'There is no such fund, or it is closed.',
    ])
    this.judgeDays()
    this.judgeSums()
    this.judgeMembers()
    const region = this.region()
    if (this.faults.length > 0 || !product || fundId === undefined) return null
    const basis = known.basis === 'accrual' ? 'accrual' : product.basis
    const opening = this.opening(product, basis)
    if (opening === null) return null
    const { terms, effectiveRate, events, differences, figures } = opening
    const { number, borrower, phone, group } = wanted
    const members = wanted.members.map(({ line: _, ...member }) => member)
    const who = { number, borrower, phone, group, region, productId: product.id, fundId }
    return { ...who, terms, basis, effectiveRate, events, members, differences, figures }
  }

  private product(): LoanProduct | null {
    const { wanted, known } = this
    const named = wanted.product === null ? null : known.products.get(wanted.product.toLowerCase())
    this.refuse(named === undefined, 'product', [
      'Produk ini belum ada. Buat dulu, atau pakai nama yang sama.',
      'There is no such product. Make it first, or use its name.',
    ])
    const product = named ?? known.product
    this.refuse(product === null && wanted.product === null, 'product', [
      'Produk belum diisi, dan tidak ada produk untuk baris tanpa produk.',
      'The product is missing, and none was chosen for lines without one.',
    ])
    return product
  }

  /** A group stands in a regency; a person may do without. */
  private region(): Region | null {
    const { region: text, group } = this.wanted
    this.refuse(text === null && group !== null, 'region', [
      'Isi kabupaten atau kota kelompok ini.',
      'Give the regency of this group.',
    ])
    if (text === null) return null
    const digits = text.replace(/\D/g, '')
    const name =
      digits.length === 4 ? `${digits.slice(0, 2)}.${digits.slice(2)}` : text.toLowerCase()
    const found = this.known.regions.get(name) ?? null
    this.refuse(found === null, 'region', [
      'Kabupaten atau kota ini tidak dikenal. Tulis seperti Kabupaten Bantul, atau kodenya.',
      'This regency is not known. Write it as Kabupaten Bantul, or its code.',
    ])
    return found
  }

  private judgeDays(): void {
    const { wanted, known } = this
    const { disbursedOn, firstDueOn, payments } = wanted
    this.refuse(disbursedOn > known.asOf, 'disbursedOn', [
      'Cair sesudah tanggal pindah.',
      'Disbursed after the day of moving.',
    ])
    this.refuse(firstDueOn !== undefined && firstDueOn <= disbursedOn, 'firstDueOn', [
      'Jatuh tempo pertama harus sesudah pencairan.',
      'The first due date lies after the disbursement.',
    ])
    for (const { line, on } of payments) {
      const detail = sentence(
        'Setoran harus antara pencairan dan tanggal pindah.',
        'A payment lies between the disbursement and the day of moving.',
      )
      if (on < disbursedOn || on > known.asOf) this.fault('paidOn', detail, line)
    }
  }

  private judgeSums(): void {
    const { principal, left, principalPaid = 0, payments, ...wanted } = this.wanted
    this.refuse(left > principal, 'left', [
      `Sisa pokok lebih dari pokok pinjaman ${rupiah(principal)}.`,
      `More is left than the principal of ${rupiah(principal)}.`,
    ])
    this.refuse(principalPaid > principal, 'principalPaid', [
      `Pokok dibayar lebih dari pokok pinjaman ${rupiah(principal)}.`,
      `More principal was paid than the ${rupiah(principal)} that was lent.`,
    ])
    const { interestArrears, interestPaid, penalties } = wanted
    this.refuse(left + (interestArrears ?? 0) + (penalties ?? 0) === 0, 'left', [
      'Pinjaman ini sudah lunas; yang dipindahkan hanya yang berjalan.',
      'This loan is paid off; only running loans are moved.',
    ])
    const isSilent = interestArrears === undefined && interestPaid === undefined
    this.refuse(payments.length === 0 && isSilent, 'interestArrears', [
      'Tanpa riwayat setoran, isi tunggakan jasa (0 bila tidak ada) atau jasa dibayar.',
      'Without payments, give the interest overdue (0 for none) or the interest paid.',
    ])
  }

  private judgeMembers(): void {
    const { group, members, principal } = this.wanted
    if (members.length === 0) return
    this.refuse(group === null, 'group', [
      'Pinjaman dengan anggota adalah pinjaman kelompok: isi nama kelompok.',
      'A loan with members is a group’s: give the name of the group.',
    ])
    const whole = sum(members.map((one) => one.amount))
    this.refuse(whole !== principal, 'share', [
      `Bagian anggota berjumlah ${rupiah(whole)}, pokoknya ${rupiah(principal)}.`,
      `The shares sum to ${rupiah(whole)}, the principal is ${rupiah(principal)}.`,
    ])
    try {
      const named = members.map((one) => ({ ...one, id: '', personId: null }))
      if (whole === principal) soundShares(principal, named)
    } catch (reason) {
      if (!(reason instanceof Refusal)) throw reason
      const detail = reason.more.errors?.[0]?.detail ?? reason.detail
      this.fault('member', sentence(saidIn(detail, 'id'), saidIn(detail, 'en')))
    }
  }

  private opening(product: LoanProduct, basis: 'cash' | 'accrual') {
    try {
      const opening = openingOf(this.wanted, product, { asOf: this.known.asOf, basis })
      return this.holds(opening) ? opening : null
    } catch (reason) {
      if (!(reason instanceof RangeError)) throw reason
      this.fault(
        'principal',
        sentence('Syarat ini saling bertentangan.', 'These terms contradict.'),
      )
      return null
    }
  }

  /** What was accepted must be what comes of it; payments ahead or other terms may stand against it. */
  private holds({ figures, effectiveRate, differences }: Opening): boolean {
    const { members, payments } = this.wanted
    const isOnlyPlan = differences.every(({ figure }) => figure === 'principalArrears')
    this.refuse(members.length > 0 && payments.length > 0 && !isOnlyPlan, 'left', [
      'Setoran kelompok ini tidak cocok dengan saldonya: perbaiki riwayat, agar catatan tiap anggota benar.',
      'The group’s payments do not give its balance: mend them, so that each member’s record is right.',
    ])
    const { left, interestArrears = figures.interestArrears } = this.wanted
    const { penalties = figures.penalties } = this.wanted
    const fields = [
      ['left', left, figures.principal],
      ['interestArrears', interestArrears, figures.interestArrears],
      ['penalties', penalties, figures.penalties],
    ] as const
    for (const [field, theirs, ours] of fields) {
      this.refuse(theirs !== ours, field, [
        `Menurut syarat ini ${rupiah(ours)}, bukan ${rupiah(theirs)}: periksa syarat dan setoran.`,
        `By these terms it is ${rupiah(ours)}, not ${rupiah(theirs)}: check terms and payments.`,
      ])
    }
    this.refuse(!Number.isFinite(effectiveRate), 'principal', [
      'Biaya menghabiskan pinjaman ini.',
      'Fees leave nothing of this loan.',
    ])
    return this.faults.length === 0
  }
}
