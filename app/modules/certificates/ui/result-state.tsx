// Interim or official: said in words that nobody can mistake, with the time for claims and what comes next.
import { useTranslation } from "react-i18next";
import { linkToBundle } from "#app/modules/elections/index.ts";
import { Instant } from "#app/ui/instant.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { CertificateView } from "../queries/certificate.server.ts";

export function ResultState({ certificate }: { readonly certificate: CertificateView | null }) {
  const { t } = useTranslation("certificates");
  if (certificate !== null && certificate.officialAt !== null) {
    return (
      <Panel tone="success" title={t("state.official")}>
        <p>
          {t("state.officialSince")} <Instant at={certificate.officialAt} />
        </p>
        <p>
          <TextLink to={linkToBundle(certificate.electionId)} reloadDocument>
            {t("bundle.download")}
          </TextLink>
        </p>
      </Panel>
    );
  }
  return (
    <Panel tone="warning" title={t("state.interim")}>
      <p>{t("state.interimMeans")}</p>
      {certificate?.claimsCloseAt ? (
        <p>
          {t(certificate.isClaimTimeOver ? "state.claimsWereUntil" : "state.claimsUntil")}{" "}
          <Instant at={certificate.claimsCloseAt} />
        </p>
      ) : null}
    </Panel>
  );
}
