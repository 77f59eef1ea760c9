/** What a seller may ask about those who make her goods. */
import * as v from 'valibot'
import { count, id, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { PersonName } from '#worker/identity/requests'
import { MOST_CREDITS } from '#worker/market/offering/makers/maker'

const about = text(600, 0)

export const MakerRequest = v.object({ name: PersonName, about: v.optional(about, '') })

export const EditMakerRequest = v.pipe(
  v.object({
    name: v.optional(PersonName),
    about: v.optional(about),
    archived: v.optional(v.boolean()),
  }),
  v.transform((given) => {
    const said = Object.entries(given).filter(([, value]) => value !== undefined)
    return Object.fromEntries(said) as { name?: string; about?: string; archived?: boolean }
  }),
)

export const CreditsRequest = v.object({
  makers: v.pipe(
    v.array(v.object({ makerId: id(), share: v.optional(count(0, 1000), 1) })),
    v.maxLength(
      MOST_CREDITS,
      says(`Paling banyak ${MOST_CREDITS} pembuat.`, `At most ${MOST_CREDITS} makers.`),
    ),
  ),
})

export const MakersQuery = v.object({ after: after([v.string(), v.string()]), limit })
