import * as v from 'valibot'
import { after, limit } from '#worker/http/paging'
import { ORGANIZATION_STATES } from '#worker/identity/organizations/organization'
import { slugFrom } from '#worker/identity/organizations/slug'
import { KINDS } from '#worker/identity/permissions'
import { OrganizationName, PersonName, Phone, Slug } from '#worker/identity/requests'
import { says } from '#worker/http/language'

/** The person who leads an organization first; she signs in with this number. */
export const FirstLead = v.object({ phone: Phone, name: PersonName })

/** The name and, unless one is given, the slug made from it. */
export const Named = { name: OrganizationName, slug: v.optional(Slug) }

/** A slug for what was asked: the one given, else from the name; refuses a name without letters. */
export const withSlug = <T extends { name: string; slug?: string | undefined }>(asked: T) => ({
  ...asked,
  slug: asked.slug ?? slugFrom(asked.name),
})

const NO_LETTERS = says('Nama perlu huruf atau angka.', 'A name needs letters or digits.')

/** Enterprises open through `POST /api/enterprises`, with all that a seller needs. */
export const OrganizationRequest = v.pipe(
  v.object({
    kind: v.picklist(['lender', 'partner', 'facilitator']),
    ...Named,
    lead: FirstLead,
  }),
  v.transform((asked) => withSlug(asked)),
  v.check(({ slug }) => slug.length >= 2, NO_LETTERS),
)

export const NetworkRequest = v.pipe(
  v.object({ ...Named, lead: FirstLead, token: v.pipe(v.string(), v.maxLength(200)) }),
  v.transform((asked) => withSlug(asked)),
  v.check(({ slug }) => slug.length >= 2, NO_LETTERS),
)

export const OrganizationsQuery = v.object({
  kind: v.optional(v.picklist(KINDS)),
  status: v.optional(v.picklist(ORGANIZATION_STATES)),
  after: after([v.string()]),
  limit,
})

export const StatusChange = v.object({ status: v.picklist(['open', 'paused', 'closed']) })
