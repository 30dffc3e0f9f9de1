// What the switches of the frame do when the page is awake: change it at once, and tell the server to remember.
import { useLocation, useRevalidator, useSearchParams } from "@remix-run/react";
import { switchLanguage } from "#app/platform/language/translator.client.ts";
import type { Language } from "#app/platform/language/languages.ts";
import type { Theme } from "#app/ui/theme.ts";

/** This page's address without a language in it, which would win over the choice. */
export function useBack(): string {
  const { pathname, search } = useLocation();
  const rest = new URLSearchParams(search);
  rest.delete("lang");
  return rest.size === 0 ? pathname : `${pathname}?${rest.toString()}`;
}

/**
 * Changes the words of the open page; what was typed stays. Then asks the loaders again,
 * for the few whose answer depends on the language.
 */
export function useLanguageChoice(): (language: Language) => void {
  const { revalidate } = useRevalidator();
  const [search, setSearch] = useSearchParams();
  return (language) => {
    void (async () => {
      await switchLanguage(language);
      await remember("/language", { language });
      if (!search.has("lang")) {
        revalidate();
        return;
      }
      const rest = new URLSearchParams(search);
      rest.delete("lang");
      setSearch(rest, { replace: true, preventScrollReset: true });
    })();
  };
}

/** Redraws the page in the theme. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  void remember("/theme", { theme });
}

async function remember(address: string, choice: Record<string, string>): Promise<void> {
  try {
    // Why "manual": the answer sends a form back to its page, which nobody needs here.
    await fetch(address, { method: "POST", body: new URLSearchParams(choice), redirect: "manual" });
  } catch {
    // The page already changed; without a connection the choice is only not remembered.
  }
}
