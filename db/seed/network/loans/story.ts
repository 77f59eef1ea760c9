// The shape of a loan's story. Days are counted back from the day on which the demo is made.

export type LoanStory = {
  readonly key: string
  readonly lender: string
  readonly product: string
  /** Key of the person who applies. */
  readonly applicant: string
  /** The enterprise it is for, or null when she borrows for herself. */
  readonly group: string | null
  /** The enterprise whose sales the lender may see, by her consent. */
  readonly shareSalesOf: string | null
  readonly purpose: string
  readonly amount: number
  readonly instalments: number
  readonly monthlyIncome: number
  readonly monthlyCosts: number
  readonly submittedDaysAgo: number
  readonly recommendation?: {
    readonly amount: number
    readonly instalments: number
    readonly note: string
    /** Against lending. */
    readonly advice?: 'decline'
    /** Before the money is handed over. */
    readonly conditions?: readonly string[]
    /** Where she differs from the scorecard. */
    readonly why?: string
  }
  /** Seen in the field, a day before the recommendation. */
  readonly visit?: { readonly place: string; readonly note: string }
  /** The approver's vote where a committee decides. */
  readonly vote?: { readonly outcome: 'approve' | 'reject'; readonly reason: string }
  readonly decision?:
    | {
        readonly outcome: 'approved'
        readonly amount: number
        readonly instalments: number
        readonly reasons: string
      }
    | {
        readonly outcome: 'rejected'
        readonly causes: readonly string[]
        readonly reasons: string
      }
  readonly accepted?: true
  readonly disbursedDaysAgo?: number
  /** For each instalment that was paid whole: how many days after its due date. */
  readonly paid?: readonly number[]
  /** An instalment paid in part: so many percent of it. */
  readonly part?: {
    readonly instalment: number
    readonly share: number
    readonly daysAfterDue: number
  }
  readonly paidOffDaysAgo?: number
  /** At one meeting of a group one member paid only so many tenths of her part. */
  readonly short?: {
    readonly meeting: number
    readonly member: number
    readonly tenths: number
  }
  /** The money of the group's last meeting is still on its way to the cashier. */
  readonly carried?: true
  /**
   * Smaller instalments, asked for in trouble; the officer has been there, has a promise for today, and
   * has proposed them, and nobody decided yet.
   */
  readonly longer?: {
    readonly instalments: number
    readonly reason: string
    readonly seen: { readonly place: string; readonly note: string }
    readonly promise: { readonly amount: number; readonly promisedBy: string }
  }
}

const HABIT = [0, -1, 0, -2, 0, 0, -1]

/** So many instalments paid on their day or a little before it. */
export function steady(instalments: number): number[] {
  return Array.from({ length: instalments }, (_, index) => HABIT[index % HABIT.length] ?? 0)
}

/** The days between the steps before disbursement, for a runner that has to place them. */
export const STEP_DAYS = { recommended: 2, decided: 3, accepted: 4 } as const
