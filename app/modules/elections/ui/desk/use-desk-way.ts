// The way back from a page that staff and commissioners share: a commissioner has no key to the door of the staff.
import { useTranslation } from "react-i18next";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToCommission, linkToCommissionDesk, linkToElectionDesk, linkToElectionDesks } from "../../links.ts";

export function useDeskWay(election: { readonly id: string; readonly title: Trilingual }, isStaff: boolean) {
  const { t } = useTranslation("elections");
  const title = inLanguage(election.title, useLanguage());
  return isStaff
    ? [
        { label: t("desk.list.heading"), to: linkToElectionDesks() },
        { label: title, to: linkToElectionDesk(election.id) },
      ]
    : [
        { label: t("desk.commission.title"), to: linkToCommission() },
        { label: title, to: linkToCommissionDesk(election.id) },
      ];
}
