// How many seats are taken and how many are vacant, in one line.
import { useTranslation } from "react-i18next";
import type { BodyOverview } from "../queries/body-overview.server.ts";

export function SeatCount({ overview }: { readonly overview: Pick<BodyOverview, "rules" | "inOffice" | "vacancies"> }) {
  const { t } = useTranslation("bodies");
  const { rules, inOffice, vacancies } = overview;
  if (rules === undefined) return null;
  return (
    <>
      {t("page.seats", { taken: inOffice.length, seats: rules.document.seats })} ·{" "}
      {t("page.vacancies", { count: vacancies })}
    </>
  );
}
