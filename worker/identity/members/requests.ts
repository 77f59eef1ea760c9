import * as v from 'valibot'
import { says } from '#worker/http/language'

export const RolesChange = v.object({
  roles: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(20, says('Peran ini tidak ada.', 'No such role.')))),
    v.minLength(1, says('Pilih paling sedikit satu peran.', 'Choose at least one role.')),
    v.maxLength(
      5,
      says('Tidak ada organisasi dengan peran sebanyak itu.', 'No organization has so many roles.'),
    ),
    v.transform((roles) => [...new Set(roles)]),
  ),
})
