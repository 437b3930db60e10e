/* A date as far as it is known -> how a reader says it. */

const MONTHS = new Intl.DateTimeFormat("sv", { month: "long", timeZone: "UTC" });

export function when(date) {
  const [year, month, day] = date.split("-");
  if (!month) return year;
  if (Number.isNaN(Number(month))) return `${month}en ${year}`;
  const name = MONTHS.format(Date.UTC(2000, month - 1));
  return [day && Number(day), name, year].filter(Boolean).join(" ");
}
