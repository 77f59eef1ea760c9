// Every form by name.

import * as bags from '#db/seed/pictures/forms/bags'
import * as baskets from '#db/seed/pictures/forms/baskets'
import * as cloths from '#db/seed/pictures/forms/cloths'
import * as jewels from '#db/seed/pictures/forms/jewels'
import * as larder from '#db/seed/pictures/forms/larder'
import * as pottery from '#db/seed/pictures/forms/pottery'
import * as rattan from '#db/seed/pictures/forms/rattan'
import * as wood from '#db/seed/pictures/forms/wood'

export const forms = {
  ...bags,
  ...baskets,
  ...cloths,
  ...jewels,
  ...larder,
  ...pottery,
  ...rattan,
  ...wood,
}

export type FormName = keyof typeof forms

/** Forms that hang on the wall and need no table before them. */
export const hanging: ReadonlySet<FormName> = new Set<FormName>([
  'hung',
  'scarf',
  'shirt',
  'outer',
  'noken',
  'nokenFull',
  'nokenPair',
  'framed',
  'pendant',
  'fan',
  'mirror',
  'panel',
  'shelf',
  'spoons',
  'sunMirror',
])

/** Forms that lie flat or cover the foreground, where a sprig would be in the way. */
export const crowded: ReadonlySet<FormName> = new Set<FormName>([
  'mat',
  'placemats',
  'runner',
  'slippers',
  'tiles',
  'sugarBlocks',
  'shellful',
  'bracelet',
])
