// Twenty-five loans and applications in every state that a desk sees.

import { groupLoans } from '#db/seed/network/loans/groups'
import { openApplications } from '#db/seed/network/loans/open'
import { peopleLoans } from '#db/seed/network/loans/people'
import type { LoanStory } from '#db/seed/network/loans/story'

export const loanStories: readonly LoanStory[] = [
  ...groupLoans,
  ...peopleLoans,
  ...openApplications,
]
