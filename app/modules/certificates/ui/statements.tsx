// The commission's word, seat by seat: who conforms, who dissents and why, who is absent and why, and who has said nothing yet.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Section } from "#app/ui/page.tsx";
import type { CertificateView } from "../queries/certificate.server.ts";

export function Statements({ certificate }: { readonly certificate: CertificateView }) {
  const { t } = useTranslation("certificates");
  return (
    <Section title={t("statements.title")} lead={t("statements.lead")}>
      <ul className="max-w-text border-t border-line">
        {certificate.seats.map(({ index, name }) => (
          <Seat key={index} {...{ index, name, certificate }} />
        ))}
      </ul>
    </Section>
  );
}

interface SeatProps {
  readonly index: number;
  readonly name: string;
  readonly certificate: CertificateView;
}

function Seat({ index, name, certificate: { statements, absences } }: SeatProps) {
  const { t } = useTranslation("certificates");
  const word = statements.find(({ trustee }) => trustee === index);
  const absence = absences.find(({ trustee }) => trustee === index);
  if (word !== undefined)
    return (
      <Line name={name} badge={<Badge tone={tones[word.answer]}>{t(`statements.${word.answer}`)}</Badge>}>
        {word.reasons === "" ? null : <p className="whitespace-pre-line">{word.reasons}</p>}
        <p className="text-sm text-ink-soft">
          <Instant at={word.signedAt} />
        </p>
      </Line>
    );
  if (absence === undefined) return <Line name={name} badge={<Badge>{t("statements.silent")}</Badge>} />;
  const names = `${absence.enteredBy}, ${absence.approvedBy}`;
  return (
    <Line name={name} badge={<Badge>{t("statements.absent")}</Badge>}>
      <p className="whitespace-pre-line">{absence.reasons}</p>
      <p className="text-sm text-ink-soft">
        {t("statements.enteredBy", { names })} · <Instant at={absence.recordedAt} />
      </p>
    </Line>
  );
}

const tones = { conform: "success", dissent: "warning" } as const;

interface LineProps {
  readonly name: string;
  readonly badge: ReactNode;
  readonly children?: ReactNode;
}

function Line({ name, badge, children }: LineProps) {
  return (
    <li className="space-y-1 border-b border-line py-3">
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="font-semibold">{name}</span>
        {badge}
      </p>
      {children}
    </li>
  );
}
