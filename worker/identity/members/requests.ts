import * as v from 'valibot'

export const RolesChange = v.object({
  roles: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(20, 'No such role.'))),
    v.minLength(1, 'Choose at least one role.'),
    v.maxLength(5, 'No organization has so many roles.'),
    v.transform((roles) => [...new Set(roles)]),
  ),
})
