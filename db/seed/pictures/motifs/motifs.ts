// Every motif by name, with the border that goes with it.

import * as batik from '#db/seed/pictures/motifs/batik'
import * as looms from '#db/seed/pictures/motifs/looms'
import * as surfaces from '#db/seed/pictures/motifs/surfaces'
import * as weaves from '#db/seed/pictures/motifs/weaves'
import type { Palette } from '#db/seed/pictures/palettes'
import type { Tile } from '#db/seed/pictures/strokes'

type Motif = { readonly cloth: (p: Palette) => Tile; readonly band: (p: Palette) => Tile }

const of = (cloth: Motif['cloth'], band: Motif['band']): Motif => ({ cloth, band })

export const motifs = {
  plait: of(weaves.plait, weaves.twill),
  twill: of(weaves.twill, weaves.plait),
  openEyes: of(weaves.openEyes, weaves.plait),
  coil: of(weaves.coil, weaves.plait),
  wicker: of(weaves.wicker, weaves.wicker),
  cane: of(weaves.cane, weaves.wicker),
  net: of(weaves.net, weaves.net),
  kawung: of(batik.kawung, batik.gunungRinggit),
  parang: of(batik.parang, surfaces.undyed),
  ceplok: of(batik.ceplok, batik.gunungRinggit),
  latoh: of(batik.latoh, batik.gunungRinggit),
  watuPecah: of(batik.watuPecah, batik.gunungRinggit),
  gunungRinggit: of(batik.gunungRinggit, batik.ceplok),
  sekarJagad: of(batik.sekarJagad, batik.gunungRinggit),
  buketan: of(batik.buketan, batik.latoh),
  horses: of(looms.horses, looms.ikatBand),
  tree: of(looms.tree, looms.ikatBand),
  rooster: of(looms.rooster, looms.ikatBand),
  gecko: of(looms.gecko, looms.ikatBand),
  ikatDiamonds: of(looms.ikatDiamonds, looms.ikatBand),
  ikatLozenge: of(looms.ikatLozenge, looms.ikatBand),
  ikatBand: of(looms.ikatBand, looms.ikatLozenge),
  saikGalamai: of(looms.saikGalamai, looms.pucukRebung),
  bintang: of(looms.bintang, looms.pucukRebung),
  pucukRebung: of(looms.pucukRebung, looms.itiakPulang),
  itiakPulang: of(looms.itiakPulang, looms.pucukRebung),
  ombak: of(surfaces.ombak, surfaces.gigiHaruan),
  gigiHaruan: of(surfaces.gigiHaruan, surfaces.ombak),
  hirisGagatas: of(surfaces.hirisGagatas, surfaces.gigiHaruan),
  kembangKacang: of(surfaces.kembangKacang, surfaces.ombak),
  vine: of(surfaces.vine, surfaces.grain),
  rosette: of(surfaces.rosette, surfaces.grain),
  grain: of(surfaces.grain, surfaces.rosette),
  clay: of(surfaces.clay, surfaces.slip),
  slip: of(surfaces.slip, surfaces.clay),
  plain: of(surfaces.plain, surfaces.undyed),
  undyed: of(surfaces.undyed, surfaces.plain),
} as const satisfies Record<string, Motif>

export type MotifName = keyof typeof motifs
