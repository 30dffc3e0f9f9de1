// An open tie: the order that the lot or the runoff gave is entered here, and approved by another member.
import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OpenTie } from "#app/lib/seat-count/index.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { Section } from "#app/ui/page.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { CertificateView } from "../queries/certificate.server.ts";

interface TieFormsProps {
  readonly certificate: CertificateView;
  readonly isBusy: boolean;
}

export function TieForms({ certificate, isBusy }: TieFormsProps) {
  return certificate.count.contests.flatMap(({ position, ties }) =>
    ties.map((tie) => (
      <TieForm key={`${position} ${tie.candidates.join()}`} contest={position} tie={tie} {...{ certificate, isBusy }} />
    )),
  );
}

function TieForm({
  contest,
  tie,
  certificate,
  isBusy,
}: TieFormsProps & { readonly contest: number; readonly tie: OpenTie }) {
  const { t } = useTranslation("certificates");
  const positions = tie.candidates.map(Number);
  const [order, setOrder] = useState(positions);
  const nameOf = (position: number) =>
    certificate.candidates.find((one) => one.contest === contest && one.position === position)?.name ?? "";
  const isWhole = new Set(order).size === positions.length;
  return (
    <Section title={t("tie.title")} lead={t(`tie.${tie.rule}`)}>
      <Form method="post" className="space-y-4">
        <input type="hidden" name="contest" value={contest} />
        <input type="hidden" name="method" value={tie.rule} />
        <input type="hidden" name="order" value={order.join(",")} />
        {positions.map((_, place) => (
          <Select
            key={place}
            name={`place-${place}`}
            label={t("tie.place", { place: place + 1 })}
            value={String(order[place])}
            onChange={(event) =>
              setOrder(order.map((known, at) => (at === place ? Number(event.target.value) : known)))
            }
            options={positions.map((position) => ({ value: String(position), label: nameOf(position) }))}
          />
        ))}
        {isWhole ? null : <p className="text-danger">{t("tie.twice")}</p>}
        <DateField name="decidedOn" label={t("tie.decidedOn")} required />
        <TextArea name="account" label={t("tie.account")} description={t("tie.accountHint")} required />
        <SubmitButton name="intent" value="tie" isPending={isBusy} disabled={!isWhole}>
          {t("tie.propose")}
        </SubmitButton>
      </Form>
    </Section>
  );
}
