// The limits of nominations, told before anybody runs into them: how many are left, and which citizenships are barred and why.
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { Country } from "#app/ui/country.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import type { BarredCitizenship } from "../domain/call-contest.ts";
import type { NominationsLeftView } from "../queries/nominations-left.server.ts";

export function NominationsLeft({ left }: { readonly left: readonly NominationsLeftView[] }) {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const { list } = useFormats();
  if (left.length === 0) return null;
  return (
    <ul className="space-y-2">
      {left.map((line, index) => (
        <li key={index}>
          <Panel tone={line.reasonsNot.length > 0 || line.used >= line.allowed ? "warning" : "info"}>
            <p>
              {t("nominate.left", {
                organization: line.organizationName,
                contest: inLanguage(line.contestTitle, language),
                used: line.used,
                allowed: line.allowed,
              })}
            </p>
            {line.reasonsNot.length === 0 ? null : (
              <p>
                {t("nominate.notInStanding", {
                  reasons: list(line.reasonsNot.map((reason) => t(`standing.${reason}`))),
                })}
              </p>
            )}
          </Panel>
        </li>
      ))}
    </ul>
  );
}

export function Barred({
  contests,
}: {
  readonly contests: readonly { readonly title: Trilingual; readonly barred: readonly BarredCitizenship[] }[];
}) {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const { list } = useFormats();
  const lines = contests.flatMap(({ title, barred }) => barred.map((each) => ({ ...each, title })));
  if (lines.length === 0) return null;
  return (
    <Panel tone="warning" title={t("call.barred")}>
      <ul>
        {lines.map(({ code, holders, cap, title }, index) => (
          <li key={index}>
            <strong>
              <Country code={code} />
            </strong>{" "}
            ({inLanguage(title, language)}): {t("call.barredBecause", { holders: list(holders), cap })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
