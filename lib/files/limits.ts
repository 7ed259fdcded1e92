export const MEDIA_KINDS = ["picture", "document"] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** One stored size of a picture, in pixels and bytes. */
export interface FileSize {
  width: number;
  height: number;
  bytes: number;
}

export const FILE_MAX_MB = 25;
export const FILE_MAX = FILE_MAX_MB * 1024 * 1024;
/** How much of a form may be something other than the file. */
export const FORM_MAX = 64 * 1024;
export const NAME_MAX = 150;
export const FILES_PER_HOUR = 120;
export const MEDIA_MAX = 40;

/** A file of a few kilobytes can claim to be a picture that fills the memory. */
export const MEGAPIXELS_MAX = 64;
export const WIDTHS = [480, 960, 1600, 2400];

/** In which widths a picture is stored, narrowest first. The last is the whole picture, at most 2,400 pixels wide. */
export function widthsOf(width: number): number[] {
  const widest = Math.min(width, WIDTHS.at(-1) ?? width);
  return [...WIDTHS.filter((one) => one < widest), widest];
}

export const ALT_MAX = 500;
export const CAPTION_MAX = 300;
export const CREDIT_MAX = 150;
export const LICENCE_MAX = 150;

/** Stored as they are; anything else is a licence in somebody's own words. */
export const LICENCES = ["cc-by", "cc-by-sa", "cc0", "permission"] as const;
export type Licence = (typeof LICENCES)[number];
export const LICENCE_PAGES: Partial<Record<Licence, string>> = {
  "cc-by": "https://creativecommons.org/licenses/by/4.0/",
  "cc-by-sa": "https://creativecommons.org/licenses/by-sa/4.0/",
  cc0: "https://creativecommons.org/publicdomain/zero/1.0/",
};

export function isLicence(value: string): value is Licence {
  return LICENCES.some((one) => one === value);
}

/** Why a file was not taken; a page and a form have a sentence for each. */
export const REFUSALS = [
  "empty",
  "too-large",
  "type",
  "other-name",
  "pixels",
  "damaged",
  "macros",
  "quota",
  "broken",
  "too-many",
] as const;
export type Refusal = (typeof REFUSALS)[number];

export function isRefusal(value: unknown): value is Refusal {
  return REFUSALS.some((one) => one === value);
}

/** What a file dialog offers. What is taken is decided by the content, which must be what the name says. */
export const ACCEPT =
  ".jpg,.jpeg,.png,.webp,.avif,.gif,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.txt,image/jpeg,image/png,image/webp,image/avif,image/gif,application/pdf,text/plain,text/csv";
