/** Why an application is rejected, from the list that applicants can look up and answer to. */
export const CAUSES = [
  'income',
  'debts',
  'arrears',
  'purpose',
  'papers',
  'too-new',
  'group',
  'funds',
  'other',
] as const

export type Cause = (typeof CAUSES)[number]

/** Written as it is kept with the application; none means that it was not rejected. */
export const causesFrom = (kept: string | null): Cause[] =>
  kept === null ? [] : (JSON.parse(kept) as Cause[])
