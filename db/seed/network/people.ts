// Everyone in the demo network, each once. All are fictitious.

import { buyers } from '#db/seed/network/buyers'
import { enterprises } from '#db/seed/network/enterprises'
import { facilitator, lenders, operator, partner } from '#db/seed/network/organizations'
import type { PersonStory } from '#db/seed/network/story'

export const people: readonly PersonStory[] = [
  ...operator.members,
  ...enterprises.flatMap(({ members }) => members),
  ...lenders.flatMap(({ members }) => members),
  ...partner.members,
  ...facilitator.members,
  ...buyers,
]
