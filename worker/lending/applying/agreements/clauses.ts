/**
 * The clauses of a loan agreement in both languages, written from its terms: what is lent, what it costs,
 * when and in which order it is paid, what happens when it is late, and the borrower's rights. A changed
 * wording is a new version of the text; what was accepted is kept in its own words.
 */
import { rupiah, type Amount } from '#worker/kernel/money'
import type { LocalDate } from '#worker/kernel/calendar'
import { dayOf, monthOf, yearOf } from '#worker/kernel/calendar'
import { sentence, type Sentence } from '#worker/kernel/sentence'
import { inWords } from '#worker/kernel/terbilang'
import {
  clause,
  RIGHTS,
  standingClauses,
  type Clause,
  type Standing,
} from '#worker/lending/applying/agreements/standing'
import { percentOf } from '#worker/lending/offering/schedules/rate'
import type { LoanTerms, Part } from '#worker/lending/offering/schedules/terms'

export const TEXT_VERSION = '2026-11-2'

export type Priced = {
  terms: LoanTerms
  /** Hundredths of a percent a year. */
  effectiveRate: number
  received: Amount
  interest: Amount
  first: LocalDate
  last: LocalDate
}

/** 6.25 → `6,25 %`, in English `6.25 %`. */
const percent = (value: number) => sentence(`${value} %`.replace('.', ','), `${value} %`)

export function clausesOf(priced: Priced, standing: Standing): Clause[] {
  return [
    lent(priced),
    price(priced),
    instalments(priced),
    order(priced.terms),
    early(priced.terms),
    late(priced.terms),
    ...standingClauses(standing),
    ...RIGHTS,
  ]
}

function lent({ terms: { principal }, received }: Priced): Clause {
  const kept = principal - received
  const words = `${inWords(principal)} rupiah`
  return clause(
    ['Pinjaman', 'Loan'],
    `Pemberi pinjaman meminjamkan ${rupiah(principal)} (${words}).` +
      (kept > 0
        ? ` Dari jumlah itu dipotong biaya ${rupiah(kept as Amount)}, sehingga diterima ${rupiah(received)}.`
        : ' Diterima penuh, tanpa potongan.'),
    `The lender lends ${rupiah(principal)} (${words}).` +
      (kept > 0
        ? ` Fees of ${rupiah(kept as Amount)} are kept back, so that ${rupiah(received)} is received.`
        : ' All of it is received; nothing is kept back.'),
  )
}

const MONTHS: Readonly<Record<'id' | 'en', readonly string[]>> = {
  id: 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
}

/** 23 Des 2026 */
function day(on: LocalDate): Sentence {
  const said = (language: 'id' | 'en') =>
    `${dayOf(on)} ${MONTHS[language][monthOf(on) - 1] ?? ''} ${yearOf(on)}`
  return sentence(said('id'), said('en'))
}

function price({ terms, effectiveRate, interest }: Priced): Clause {
  const rate = percent(percentOf(terms.annualRate))
  const effective = percent(effectiveRate / 100)
  const flat = terms.interestMethod === 'flat'
  if (interest === 0 && effectiveRate === 0) {
    return clause(
      ['Jasa', 'Interest'],
      'Tanpa jasa: yang dikembalikan sama besar dengan yang dipinjam. Bunga efektifnya 0 %.',
      'No interest: what is paid back is what was lent. The effective rate is 0 %.',
    )
  }
  return clause(
    ['Jasa', 'Interest'],
    `Jasa ${rate.id} setahun dari ${flat ? 'pinjaman semula (tetap)' : 'sisa pinjaman (menurun)'}, ` +
      `seluruhnya ${rupiah(interest)} bila dibayar menurut jadwal. ` +
      `Suku bunga efektifnya ${effective.id} setahun.`,
    `Interest of ${rate.en} a year, on ${flat ? 'the loan as it began' : 'what is left of it'}, ` +
      `${rupiah(interest)} in all if paid by the schedule. The effective rate is ${effective.en} a year.`,
  )
}

function rhythm({ every, unit }: LoanTerms): Sentence {
  const id = { day: 'hari', week: 'minggu', month: 'bulan' }[unit]
  return sentence(
    every === 1 ? `setiap ${id}` : `setiap ${every} ${id}`,
    every === 1 ? `every ${unit}` : `every ${every} ${unit}s`,
  )
}

function instalments({ terms, first, last }: Priced): Clause {
  const each = rhythm(terms)
  const n = terms.instalments
  return clause(
    ['Angsuran', 'Instalments'],
    `Dibayar ${n} kali, ${each.id}. Menurut jadwal di bawah ini angsuran pertama jatuh tempo ` +
      `${day(first).id}, terakhir ${day(last).id}; ` +
      'bila dicairkan di hari lain, tanggalnya bergeser sama jauhnya.',
    `Paid in ${n} instalments, ${each.en}. By the schedule below the first is due on ` +
      `${day(first).en}, the last on ${day(last).en}; ` +
      'if the money is handed over on another day, the dates move as far.',
  )
}

const PARTS: Record<Part, Sentence> = {
  interest: sentence('jasa', 'interest'),
  principal: sentence('pokok', 'principal'),
  fees: sentence('biaya', 'fees'),
  penalties: sentence('denda', 'penalties'),
}

function order({ allocation }: LoanTerms): Clause {
  const list = (language: 'id' | 'en') => allocation.map((part) => PARTS[part][language]).join(', ')
  return clause(
    ['Urutan pembayaran', 'Order of payments'],
    `Setiap pembayaran melunasi angsuran yang paling lama lebih dahulu, dan di dalamnya: ${list('id')}. ` +
      'Pembagiannya tertulis pada setiap kuitansi.',
    `A payment settles the oldest instalment first, and within it: ${list('en')}. ` +
      'Each receipt says how it was divided.',
  )
}

const EARLY: Record<LoanTerms['earlyPayment'], Sentence> = {
  keepPlan: sentence(
    'Yang dibayar lebih awal melunasi angsuran berikutnya menurut jadwal.',
    'What is paid ahead settles the next instalments as they stand.',
  ),
  reduceNumber: sentence(
    'Yang dibayar lebih awal melunasi angsuran berikutnya dahulu; selebihnya mengurangi pokok, ' +
      'sehingga jumlah angsuran menjadi lebih sedikit.',
    'What is paid ahead settles the next instalment first; what exceeds it pays off principal, ' +
      'so that the instalments become fewer.',
  ),
  reduceInstalment: sentence(
    'Yang dibayar lebih awal melunasi angsuran berikutnya dahulu; selebihnya mengurangi pokok, ' +
      'sehingga angsuran sesudahnya menjadi lebih kecil.',
    'What is paid ahead settles the next instalment first; what exceeds it pays off principal, ' +
      'so that the instalments after it become smaller.',
  ),
}

function early({ earlyPayment }: LoanTerms): Clause {
  const kept = EARLY[earlyPayment]
  return clause(
    ['Membayar lebih awal', 'Paying early'],
    `Boleh kapan saja tanpa denda. ${kept.id} Pelunasan dihitung sampai harinya; kelebihan dikembalikan.`,
    `At any time, without a penalty. ${kept.en} A payoff is reckoned to its day; what is over is given back.`,
  )
}

function late({ penalty }: LoanTerms): Clause {
  const title: [string, string] = ['Terlambat', 'Being late']
  if (!penalty) {
    return clause(
      title,
      'Tidak ada denda keterlambatan. Hubungi pemberi pinjaman sebelum jatuh tempo bila berat membayar.',
      'There is no penalty for being late. Talk to the lender before the due date if it is hard to pay.',
    )
  }
  const rate = percent(percentOf(penalty.rate))
  const base =
    penalty.base === 'principal'
      ? sentence('pokok yang tertunggak', 'the principal overdue')
      : sentence('angsuran yang tertunggak', 'the instalment overdue')
  return clause(
    title,
    `Sesudah ${penalty.graceDays} hari, denda ${rate.id} sehari dari ${base.id}, ` +
      'ada batas atasnya dan tidak pernah berbunga. Bila ternyata dibayar tepat waktu, denda hilang.',
    `After ${penalty.graceDays} days, a penalty of ${rate.en} a day of ${base.en}, capped and never ` +
      'compounded. If it turns out that it was paid in time, the penalty vanishes.',
  )
}
