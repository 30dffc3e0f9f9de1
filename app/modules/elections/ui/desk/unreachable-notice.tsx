// A warning before the codes leave: some addresses of the roll do not receive mail.
import { useTranslation } from "react-i18next";
import { Panel } from "#app/ui/panel.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { linkToUnreachable } from "../../links.ts";

export function UnreachableNotice({ electionId, count }: { readonly electionId: string; readonly count: number }) {
  const { t } = useTranslation("elections");
  return (
    <Panel tone="warning" title={t("desk.unreachable", { count })}>
      <p>{t("desk.unreachableText")}</p>
      <p>
        <TextLink to={linkToUnreachable(electionId)}>{t("desk.unreachableSee")}</TextLink>
      </p>
    </Panel>
  );
}
