/** Holidays as lines of text, `2027-08-17 Hari Kemerdekaan`: what a person types, and what the API takes. */
type Holiday = { day: string; name: string }

export function linesOf(holidays: readonly Holiday[]): string {
  return holidays.map(({ day, name }) => `${day} ${name}`).join('\n')
}

/** The first word of a line is its day; empty lines are none. */
export function holidaysIn(lines: string): Holiday[] {
  return lines.split('\n').flatMap((line) => {
    const [day = '', ...name] = line.trim().split(/\s+/)
    return day === '' ? [] : [{ day, name: name.join(' ') }]
  })
}
