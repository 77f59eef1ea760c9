/**
 * An enterprise as the market knows it: a UMKM, craft group or cooperative with its story, its craft, its
 * place down to the village, how it is reached and where its money goes. It is registered by whoever will
 * chair it, sells nothing until the operator opens it, and is listed only while it is open.
 */
import type { Organization, OrganizationStatus } from '#worker/identity/organizations/organization'
import { Refusal } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import type { AreaCode, VillageCode } from '#worker/market/buying/shipping/area'
import { regencyOf } from '#worker/market/buying/shipping/area'
import { ALWAYS, faultOf, type Window } from '#worker/market/offering/windows/window'
import { regencyName } from '#worker/market/buying/shipping/regencies'

export type BankAccount = { bank: string; number: string; holder: string }

/** What an enterprise says of itself. */
export type Profile = {
  name: string
  story: string
  craft: string
  areaCode: VillageCode
  womenLed: boolean
  /** Where a buyer may collect; null when nobody is there to hand it over. */
  pickupPlace: string | null
  phone: string
}

export type Enterprise = Profile &
  Window & {
    id: string
    slug: string
    status: OrganizationStatus
    regencyCode: AreaCode
    regencyName: string
    bankAccount: BankAccount | null
    createdAt: number
    /** The number of the organization's last event. */
    version: number
  }

type Registration = { id: string; slug: string; createdAt: number }

export function registerEnterprise(profile: Profile, given: Registration): Enterprise {
  const place = placeOf(profile.areaCode)
  const fresh = { ...ALWAYS, status: 'pending' as const, bankAccount: null, version: 1 }
  return { ...profile, ...place, ...given, ...fresh }
}

/** The organization that an enterprise is to everybody else. */
export function organizationOf(enterprise: Enterprise): Organization {
  const { id, slug, name, status, createdAt, version } = enterprise
  return { id, kind: 'enterprise', slug, name, status, createdAt, version }
}

export function editProfile(enterprise: Enterprise, change: Partial<Profile>): Enterprise {
  refuseClosed(enterprise)
  const place = placeOf(change.areaCode ?? enterprise.areaCode)
  return { ...enterprise, ...change, ...place, version: enterprise.version + 1 }
}

/** When it takes orders; see worker/market/offering/windows. */
export function setHours(enterprise: Enterprise, window: Window): Enterprise {
  refuseClosed(enterprise)
  const fault = faultOf(window)
  if (fault) throw new Refusal('malformed', 'This window is never open.', { errors: [fault] })
  return { ...enterprise, ...window, version: enterprise.version + 1 }
}

const CHOOSE = sentence('Pilih sampai kelurahan atau desa.', 'Choose the village from the list.')

function placeOf(areaCode: VillageCode): { regencyCode: AreaCode; regencyName: string } {
  const name = regencyName(areaCode)
  if (name === undefined) {
    throw new Refusal('malformed', 'There is no such regency.', {
      errors: [{ pointer: '/areaCode', detail: CHOOSE }],
    })
  }
  return { regencyCode: regencyOf(areaCode), regencyName: name }
}

function refuseClosed({ status }: Enterprise): void {
  if (status === 'closed') throw new Refusal('illegal-transition', 'This enterprise is closed.')
}
