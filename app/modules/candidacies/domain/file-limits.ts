// How much space a candidate has. The same for everybody: one list of limits for the forms, the commands and the public pages.
// Source: CM/Rec(2017)5 no. 5 and 10: equal information, the voter's intention not influenced.

export const fileLimits = {
  /** Characters in each language. */
  biography: 2_000,
  statement: 600,
  links: 3,
  link: 200,
  questionnaireAnswer: 1_500,
  question: 500,
  publicAnswer: 1_000,
  reasons: 2_000,
} as const;

/** The side of every photograph, in points. */
export const photoSide = 480;

/** What may be uploaded: a telephone's picture fits, a bomb does not. */
export const photoUpload = {
  bytes: 10 * 1024 * 1024,
  /** Width times height. */
  points: 60_000_000,
  smallestSide: 200,
  types: ["image/jpeg", "image/png", "image/webp"],
} as const;

/** The length of a text as its reader counts it, so that a form and a command agree: line ends count once. */
export function lengthOf(text: string): number {
  return [...text.replaceAll("\r\n", "\n")].length;
}

/** How texts of forms are kept. */
export function asKept(text: string): string {
  return text.replaceAll("\r\n", "\n").trim();
}
