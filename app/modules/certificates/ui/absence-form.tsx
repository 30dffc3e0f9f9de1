// Who holds a key and cannot sign: one person says why here, another approves it.
import { useTranslation } from "react-i18next";
import { Section } from "#app/ui/page.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { CertificateView } from "../queries/certificate.server.ts";
import { ActForm } from "./act-form.tsx";

export interface AbsenceFormProps {
  readonly certificate: CertificateView;
  readonly isBusy: boolean;
}

export function AbsenceForm({ certificate, isBusy }: AbsenceFormProps) {
  const { t } = useTranslation("certificates");
  const { seats, statements, absences, evidenceHash } = certificate;
  const heard = [...statements, ...absences].map(({ trustee }) => trustee);
  const silent = seats.filter(({ index }) => !heard.includes(index));
  if (silent.length === 0) return null;
  return (
    <Section title={t("absence.title")} lead={t("absence.lead")}>
      <ActForm intent="absence" about={{ evidence: evidenceHash }} button={t("absence.propose")} isBusy={isBusy}>
        <Select
          name="trustee"
          label={t("absence.who")}
          options={silent.map(({ index, name }) => ({ value: String(index), label: name }))}
        />
        <TextArea
          name="reasons"
          id="absence-reasons"
          rows={3}
          label={t("absence.reasons")}
          description={t("tie.accountHint")}
          required
        />
      </ActForm>
    </Section>
  );
}
