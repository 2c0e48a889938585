/** The field of a cell, by which an error finds it. */
export const cellId = (key: string) => `cell-${key.replace('/', '-')}`;
