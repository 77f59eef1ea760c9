/**
 * The card that every desk begins with, as its version 1. Its weights are ours and a proposal: the ability
 * to repay and the record weigh most, sales next, and what the network does not record yet is written
 * down so that it counts from the day it is. Shares are percent, lateness is days.
 */
import type { Rule, Scorecard, Step } from '#worker/lending/reviewing/scorecards/scorecard'

const steps = (...pairs: readonly (readonly [from: number, points: number])[]): Step[] =>
  pairs.map(([from, points]) => ({ from, points }))

const RULES: readonly Rule[] = [
  { fact: 'capacity', weight: 20, steps: steps([0, 100], [31, 80], [41, 60], [51, 30], [76, 0]) },
  { fact: 'on-time', weight: 15, steps: steps([0, 0], [60, 30], [80, 60], [95, 100]) },
  { fact: 'worst-late', weight: 8, steps: steps([0, 100], [4, 80], [15, 50], [31, 20], [91, 0]) },
  { fact: 'group-record', weight: 7, steps: steps([0, 0], [60, 30], [80, 60], [95, 100]) },
  {
    fact: 'months-selling',
    weight: 10,
    steps: steps([0, 0], [3, 30], [6, 60], [9, 80], [12, 100]),
  },
  { fact: 'completed-orders', weight: 10, steps: steps([0, 0], [5, 40], [20, 70], [50, 100]) },
  { fact: 'cancellations', weight: 8, steps: steps([0, 100], [6, 70], [11, 40], [21, 0]) },
  { fact: 'repeat-buyers', weight: 8, steps: steps([0, 20], [10, 50], [20, 80], [30, 100]) },
  { fact: 'steadiness', weight: 9, steps: steps([0, 100], [36, 70], [76, 40], [121, 10]) },
  { fact: 'visits', weight: 5, steps: steps([0, 20], [1, 80], [2, 100]) },
  { fact: 'savings', weight: 5, steps: steps([0, 0], [3, 50], [6, 80], [12, 100]) },
  { fact: 'training', weight: 5, steps: steps([0, 30], [1, 80], [2, 100]) },
]

export const FIRST_CARD: Scorecard = { rules: RULES, bands: { look: 45, lend: 65 } }
