// What AreaPicker and the pages that hold one speak of.

export type AreaChoice = { code: string; name: string }

/** The codes picked so far, '' where nothing is picked yet. */
export type PickedArea = { province: string; regency: string; district: string; village: string }

export type AreaChoices = {
  provinces: AreaChoice[]
  regencies: AreaChoice[]
  districts: AreaChoice[]
  villages: AreaChoice[]
}
