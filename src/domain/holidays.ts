import { addDays, type LocalDate } from './day.ts'

/** Days from Easter Sunday: Maundy Thursday, Good Friday, both Easter days, Ascension, both days of Whitsun. */
const fromEaster = [-3, -2, 0, 1, 39, 49, 50]

/** The same each year. Constitution Day and the eves of Christmas and New Year are days off in the agreements. */
const fixed = ['01-01', '06-05', '12-24', '12-25', '12-26', '12-31']

/** Whether Denmark has the day off, as people in an institution live it. Great Prayer Day has been a workday since 2024. */
export function isHoliday(date: LocalDate): boolean {
  if (fixed.includes(date.slice(5))) return true
  const easter = easterSunday(Number(date.slice(0, 4)))
  return fromEaster.some(days => addDays(easter, days) === date)
}

/** Easter Sunday in the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
function easterSunday(year: number): LocalDate {
  const golden = year % 19
  const [century, rest] = [Math.floor(year / 100), year % 100]
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const day = epact + toSunday - 7 * late + 114
  return `${String(year).padStart(4, '0')}-${pad(Math.floor(day / 31))}-${pad((day % 31) + 1)}`
}

const pad = (n: number) => String(n).padStart(2, '0')
