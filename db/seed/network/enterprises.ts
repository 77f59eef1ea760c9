// All enterprises of the demo network.

import { beleka } from '#db/seed/network/enterprises/beleka'
import { gayo } from '#db/seed/network/enterprises/gayo'
import { hinekombe } from '#db/seed/network/enterprises/hinekombe'
import { kasongan } from '#db/seed/network/enterprises/kasongan'
import { kokap } from '#db/seed/network/enterprises/kokap'
import { lasem } from '#db/seed/network/enterprises/lasem'
import { mulyoharjo } from '#db/seed/network/enterprises/mulyoharjo'
import { pandaiSikek } from '#db/seed/network/enterprises/pandai-sikek'
import { prailiu } from '#db/seed/network/enterprises/prailiu'
import { rajapolah } from '#db/seed/network/enterprises/rajapolah'
import { seberangMesjid } from '#db/seed/network/enterprises/seberang-mesjid'
import { sekarbela } from '#db/seed/network/enterprises/sekarbela'
import { tegalwangi } from '#db/seed/network/enterprises/tegalwangi'
import { troso } from '#db/seed/network/enterprises/troso'
import type { EnterpriseStory } from '#db/seed/network/story'

export const enterprises: readonly EnterpriseStory[] = [
  rajapolah,
  lasem,
  prailiu,
  kasongan,
  gayo,
  pandaiSikek,
  mulyoharjo,
  troso,
  tegalwangi,
  kokap,
  beleka,
  sekarbela,
  seberangMesjid,
  hinekombe,
]
