// Loans to enterprises, whose members pay at meetings: most on time, one closed, two late.

import { foodLoans } from '#db/seed/network/loans/groups/food'
import { plaitingLoans } from '#db/seed/network/loans/groups/plaiting'
import { weavingLoans } from '#db/seed/network/loans/groups/weaving'
import { workshopLoans } from '#db/seed/network/loans/groups/workshops'
import type { LoanStory } from '#db/seed/network/loans/story'

export const groupLoans: readonly LoanStory[] = [
  ...foodLoans,
  ...plaitingLoans,
  ...weavingLoans,
  ...workshopLoans,
]
