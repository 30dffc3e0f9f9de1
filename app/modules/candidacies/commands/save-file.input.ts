// What a candidate writes into the file: the biography in each language, and links.
import { z } from "zod";
import { fileLimits } from "../domain/file-limits.ts";
import { textUpTo } from "./nominate-candidate.input.ts";

const link = z
  .string()
  .trim()
  .max(fileLimits.link, "problems.tooLong")
  // Security: a link of another kind (javascript:) would run in a voter's browser.
  .refine((text) => /^https:\/\/[^\s]+\.[^\s]+$/.test(text) && URL.canParse(text), "problems.linkMalformed");

export const biographyInput = z.object({
  es: textUpTo(fileLimits.biography),
  en: textUpTo(fileLimits.biography),
  pt: textUpTo(fileLimits.biography),
  links: z.array(link).max(fileLimits.links, "problems.tooManyLinks"),
});
export type BiographyInput = z.output<typeof biographyInput>;
