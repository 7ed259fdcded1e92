export const IMPORT_MAX_MB = 5;
export const IMPORT_MAX = IMPORT_MAX_MB * 1024 * 1024;
/** Write-ups in one file. */
export const ROWS_MAX = 200;
/** More problems than this help nobody; the rest are counted. */
export const PROBLEMS_SHOWN = 100;
export const IMPORTS_AN_HOUR = 60;
