// How much space a category may hold, in words: "less than a /22", "up to a /32".
import { useTranslation } from "react-i18next";
import type { Limit } from "../domain/rules.ts";

export function LimitWords({ limit }: { readonly limit: Limit }) {
  const { t } = useTranslation("membership");
  if (limit.kind === "any") return t("limits.any");
  if (limit.kind === "not-used") return <span className="text-ink-soft">{t("limits.notUsed")}</span>;
  const { blocks, prefix } = limit;
  return t(limit.kind === "below" ? "limits.below" : "limits.upTo", { count: blocks, prefix });
}
