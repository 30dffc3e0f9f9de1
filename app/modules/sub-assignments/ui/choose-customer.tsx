// The three kinds of recipient as links, the search by name, and what it found. Links and GET, so that it works without JavaScript.
import { useTranslation } from "react-i18next";
import { classes } from "#app/ui/classes.ts";
import { SearchField } from "#app/ui/search-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { Link } from "@remix-run/react";
import type { Who } from "./customer-fields.tsx";
import { whoChoices } from "./customer-fields.tsx";

export interface ChooseCustomerProps {
  readonly who: Who;
  readonly query: string;
  readonly found: readonly { readonly handle: string; readonly name: string; readonly country: string }[];
  /** The address of this page with these words in it. */
  readonly addressOf: (words: Readonly<Record<string, string>>) => string;
  /** Travels with the search. */
  readonly kept: Readonly<Record<string, string>>;
}

export function ChooseCustomer({ who, query, found, addressOf, kept }: ChooseCustomerProps) {
  const { t } = useTranslation("sub-assignments");
  return (
    <>
      <nav aria-label={t("who.label")}>
        <ul className="grid gap-2 sm:grid-cols-3">
          {whoChoices.map((each) => (
            <li key={each}>
              <Link
                to={addressOf({ who: each })}
                preventScrollReset
                aria-current={each === who ? "true" : undefined}
                className={classes(
                  "flex h-full min-h-touch items-center rounded-md border px-4 py-2 font-semibold",
                  each === who ? "border-accent bg-accent-soft" : "border-line-strong bg-raised hover:border-ink",
                )}
              >
                {t(`who.${each}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {who === "known" ? (
        <SearchField label={t("who.search")} description={t("who.searchHint")} defaultValue={query}>
          {Object.entries(kept).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        </SearchField>
      ) : null}
      {who === "known" && query !== "" ? (
        <div role="status">
          <p>{t("who.found", { count: found.length })}</p>
          <ul className="space-y-1">
            {found.map(({ handle, name, country }) => (
              <li key={handle}>
                <TextLink to={addressOf({ who: "known", handle })} preventScrollReset>
                  {name} ({handle}, {country})
                </TextLink>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
