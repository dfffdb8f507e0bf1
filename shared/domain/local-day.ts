import { day, type Day } from './day.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** The calendar day of a moment where this computer is: what a person there calls today. */
export const localDay = (moment: Date): Day =>
  day(`${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`);
