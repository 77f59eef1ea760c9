/** Areas as the API answers them. */
import * as v from 'valibot'

const Area = v.strictObject({
  code: v.pipe(v.string(), v.description('Kemendagri code: 32, 32.06, 32.06.34 or 32.06.34.2002')),
  name: v.string(),
})

export const AreaList = v.strictObject({ items: v.array(Area), next: v.null() })
