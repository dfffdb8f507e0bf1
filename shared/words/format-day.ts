const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const monthName = (number: string): string => months[Number(number) - 1] ?? number;

/** `2027-01-04` as `4 January 2027`, `2027-01` as `January 2027`; other text is returned as it is. */
export const formatDay = (value: string): string => {
  const month = /^(\d{4})-(\d{2})$/.exec(value);
  if (month) return `${monthName(month[2]!)} ${month[1]}`;
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(value);
  return match ? `${Number(match[3])} ${monthName(match[2]!)} ${match[1]}` : value;
};

/** `2027-01-04` as `4 Jan 2027`, `2027-01` as `Jan 2027`, for tables and axes. */
export const formatDayShort = (value: string): string => {
  if (/^\d{4}-\d{2}$/.test(value)) return formatMonth(value);
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(value);
  return match ? `${Number(match[3])} ${monthName(match[2]!).slice(0, 3)} ${match[1]}` : value;
};

/** `2027-01` (or a day in it) as `Jan 2027`. */
export const formatMonth = (value: string): string => {
  const match = /^(\d{4})-(\d{2})/.exec(value);
  return match ? `${monthName(match[2]!).slice(0, 3)} ${match[1]}` : value;
};

/** Two days as `4 Jan 2027 – 2 Jan 2028`; one when they are equal; `no dates` when both are missing. */
export const formatDayRange = (from: string | null, to: string | null): string => {
  if (from === null && to === null) return 'no dates';
  if (from === null || to === null || from === to) return formatDayShort((from ?? to)!);
  return `${formatDayShort(from)} – ${formatDayShort(to)}`;
};
