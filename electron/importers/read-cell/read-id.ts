/** True for a long id that a spreadsheet turned into a number: `7.64E+18`, its last digits are lost for good. */
export const isDestroyedId = (text: string): boolean => /^\d(?:[.,]\d+)?E\+?\d{1,3}$/iu.test(text);

const excelDigits = 15;

/** True for an id that a spreadsheet may have rounded: all its digits after the fifteenth are zeros. One in a thousand real ids looks so. */
const looksRounded = (id: string | null): boolean =>
  id !== null && id.length > excelDigits + 2 && /^\d{15}0+$/u.test(id);

/** True when two or more ids of one row look rounded, which chance does once in millions of rows. */
export const areRounded = (ids: readonly (string | null)[]): boolean => ids.filter(looksRounded).length > 1;
