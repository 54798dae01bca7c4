/** Trials from which on the server says what mattered. */
export const leastForImportances = 20;
