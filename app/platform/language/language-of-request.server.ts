// Which language to answer in: the temporary choice, then the profile, then what the browser asks for, then Spanish.
import { languageCookie } from "../http/cookies.server.ts";
import type { Language } from "./languages.ts";
import { defaultLanguage, isLanguage } from "./languages.ts";

/** The language of the answer; `profile` is the signed-in person's own. */
export async function languageOfRequest(request: Request, profile?: string): Promise<Language> {
  const asked = new URL(request.url).searchParams.get("lang");
  if (isLanguage(asked)) return asked;
  const chosen: unknown = await languageCookie(false).parse(request.headers.get("Cookie"));
  if (isLanguage(chosen)) return chosen;
  if (isLanguage(profile)) return profile;
  return languageOfBrowser(request.headers.get("Accept-Language") ?? "");
}

function languageOfBrowser(header: string): Language {
  const wishes = header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters
        .find((parameter) => parameter.trim().startsWith("q="))
        ?.trim()
        .slice(2);
      return { language: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((left, right) => right.quality - left.quality);
  for (const wish of wishes) if (isLanguage(wish.language)) return wish.language;
  return defaultLanguage;
}
