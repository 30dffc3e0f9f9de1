// How a name server answered, as a badge with the short word of WHOIS and what it means.
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import type { ServerStatus } from "../domain/server-status.ts";

export function ServerStatusBadge({ status }: { readonly status: ServerStatus }) {
  const { t } = useTranslation("reverse-dns");
  return (
    <Badge tone={status === "AA" ? "success" : "danger"}>
      {/* Why: some of them are wider than a table on a phone. */}
      <span className="whitespace-normal">
        {status} · {t(`statuses.${status}`)}
      </span>
    </Badge>
  );
}
