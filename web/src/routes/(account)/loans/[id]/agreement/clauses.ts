/** What the agreement says, clause by clause, from the loan itself. */
import { date, money } from '#lib/format.ts'
import { method, percent, rhythm } from '#lib/loan-words.ts'
import { m } from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'
import { amount } from '#worker/kernel/money'
import { inWords } from '#worker/kernel/terbilang'
import type { LoanStatementAnswer } from '#worker/lending/servicing/loans/answers'

type Clause = { title: string; text: string }

export function clausesOf({ loan, instalments }: LoanStatementAnswer): Clause[] {
  const locale = getLocale()
  const interest = instalments.reduce((sum, one) => sum + one.asked.interest, 0)
  const fee = loan.feesAtDisbursement
  const lent = m.lending_agreement_amount_text({
    amount: money(loan.principal),
    words: inWords(amount(loan.principal)),
  })
  const deducted = m.lending_agreement_fee_text({
    fee: money(fee),
    received: money(loan.principal - fee),
  })
  return [
    { title: m.lending_agreement_amount(), text: fee > 0 ? `${lent} ${deducted}` : lent },
    {
      title: m.lending_agreement_price(),
      text: m.lending_agreement_price_text({
        rate: percent(loan.annualRate),
        method: method(loan),
        effective: percent(loan.effectiveAnnualRate),
        interest: money(interest),
      }),
    },
    {
      title: m.lending_agreement_instalments(),
      text: m.lending_agreement_instalments_text({
        count: loan.instalments,
        each: rhythm(loan),
        first: date(instalments[0]?.dueOn ?? loan.disbursedOn, locale),
        last: date(instalments.at(-1)?.dueOn ?? loan.disbursedOn, locale),
      }),
    },
    { title: m.lending_agreement_order(), text: m.lending_agreement_order_text() },
    { title: m.lending_agreement_early(), text: m.lending_agreement_early_text() },
    { title: m.lending_agreement_no_more(), text: m.lending_agreement_no_more_text() },
  ]
}
