export const FORMAT_NAME_MAX = 90;
export const STEP_TITLE_MAX = 160;
export const LEAD_MAX = 80;
