/** True for a long id that a spreadsheet turned into a number: `7.64E+18`, its last digits are lost for good. */
export const isDestroyedId = (text: string): boolean => /^\d(?:[.,]\d+)?E\+?\d{1,3}$/iu.test(text);
