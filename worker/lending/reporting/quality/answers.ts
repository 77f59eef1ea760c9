/** How a rule of loan quality is answered. */
import * as v from 'valibot'
import {
  OWN_START,
  PROFILES,
  qualityOf,
  RULES,
  USUAL,
  type Chosen,
  type ProfileName,
} from '#worker/lending/reporting/quality/profiles'
import {
  CLASSES,
  RHYTHMS,
  type Limit,
  type Quality,
} from '#worker/lending/reporting/quality/quality'

const LimitAnswer = v.strictObject({
  rhythm: v.nullable(v.picklist(RHYTHMS)),
  over: v.nullable(v.number()),
  unit: v.nullable(v.picklist(['day', 'week', 'month'])),
  missed: v.nullable(v.number()),
})
const ClassAnswer = v.strictObject({
  name: v.picklist(CLASSES),
  bps: v.number(),
  begins: v.array(LimitAnswer),
})
const Rule = v.strictObject({
  profile: v.picklist(PROFILES),
  source: v.string(),
  dated: v.string(),
  rates: v.nullable(v.string()),
  nonPerforming: v.picklist(CLASSES),
  classes: v.array(ClassAnswer),
})
export type RuleAnswer = v.InferOutput<typeof Rule>
export const ProfileAnswer = v.strictObject({
  ...Rule.entries,
  since: v.pipe(v.nullable(v.string()), v.description('None where nothing was chosen yet')),
})
export const ProfilesAnswer = v.strictObject({ chosen: ProfileAnswer, rules: v.array(Rule) })

function limitOf(limit: Limit, rhythm: (typeof RHYTHMS)[number] | null) {
  const none = { over: null, unit: null, missed: null }
  return { ...none, ...limit, rhythm }
}

function describeRule(profile: ProfileName, quality: Quality): v.InferOutput<typeof Rule> {
  const { source, dated, nonPerforming } = quality
  const rates = profile === 'own' ? null : RULES[profile].rates
  const classes = quality.classes.map(({ name, bps, begins }) => {
    if (begins === null) return { name, bps, begins: [] }
    if ('over' in begins || 'missed' in begins)
      return { name, bps, begins: [limitOf(begins, null)] }
    return { name, bps, begins: RHYTHMS.map((rhythm) => limitOf(begins[rhythm], rhythm)) }
  })
  return { profile, source, dated, rates, nonPerforming, classes }
}

export function describeChosen(chosen: Chosen | null): v.InferOutput<typeof ProfileAnswer> {
  const rule = describeRule(chosen?.profile ?? USUAL, qualityOf(chosen))
  return { ...rule, since: chosen?.since ?? null }
}

export function describeProfiles(chosen: Chosen | null): v.InferOutput<typeof ProfilesAnswer> {
  const own = { profile: 'own' as const, classes: OWN_START, source: null, since: '' }
  const rules = PROFILES.map((name) =>
    describeRule(name, name === 'own' ? qualityOf(own) : RULES[name]),
  )
  return { chosen: describeChosen(chosen), rules }
}
