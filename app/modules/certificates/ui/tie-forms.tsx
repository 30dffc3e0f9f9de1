// An open tie: a lot is announced and then drawn from a public value, or drawn by hand; a runoff names the election that decided it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DrawDocument } from "#app/lib/audit-bundle/index.ts";
import { drawOfTie } from "#app/lib/audit-bundle/index.ts";
import type { OpenTie } from "#app/lib/seat-count/index.ts";
import { DateField } from "#app/ui/date-field.tsx";
import { Section } from "#app/ui/page.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { CertificateView } from "../queries/certificate.server.ts";
import { ActForm } from "./act-form.tsx";
import { AnnounceDraw, AnnouncedDraw, RecordDraw } from "./draw-forms.tsx";
import { idOfTieField } from "./tie-field.ts";

interface TieFormsProps {
  readonly certificate: CertificateView;
  readonly isBusy: boolean;
  /** The moment at which the page was made. */
  readonly now: string;
}

export function TieForms({ certificate, ...rest }: TieFormsProps) {
  return certificate.count.contests.flatMap(({ position, ties }) =>
    ties.map((tie) => (
      <OneTie key={`${position} ${tie.candidates.join()}`} contest={position} {...{ tie, certificate, ...rest }} />
    )),
  );
}

interface OneTieProps extends TieFormsProps {
  readonly contest: number;
  readonly tie: OpenTie;
}

function OneTie({ contest, tie, certificate, isBusy, now }: OneTieProps) {
  const { t } = useTranslation("certificates");
  const { list } = useFormats();
  const positions = tie.candidates.map(Number);
  const people = positions.map((position) => ({ position, name: nameOf(certificate, contest, position) }));
  const draw = drawOfTie({ contest, order: positions }, certificate.decisions.draws);
  return (
    <Section title={t("tie.title")} lead={t(`tie.${tie.rule}`)}>
      <div className="space-y-6">
        <p className="max-w-text font-semibold">{t("tie.between", { names: list(people.map(({ name }) => name)) })}</p>
        {tie.rule === "runoff" ? (
          <DecidedElsewhere method="runoff" {...{ contest, people, isBusy }} />
        ) : (
          <Lot {...{ contest, people, isBusy, draw, now }} />
        )}
      </div>
    </Section>
  );
}

interface DecidingProps {
  readonly contest: number;
  readonly people: readonly { readonly position: number; readonly name: string }[];
  readonly isBusy: boolean;
}

function Lot({ draw, now, ...deciding }: DecidingProps & { draw: DrawDocument | undefined; now: string }) {
  const { t } = useTranslation("certificates");
  const isKnown = draw !== undefined && draw.availableAt <= now;
  const draws = { contest: deciding.contest, isBusy: deciding.isBusy };
  const candidates = deciding.people.map(({ position }) => position);
  return (
    <>
      {draw === undefined ? <AnnounceDraw {...draws} candidates={candidates} /> : <AnnouncedDraw draw={draw} />}
      {isKnown ? <RecordDraw {...draws} candidates={candidates} /> : null}
      {draw === undefined || isKnown ? null : (
        <details className="max-w-text">
          <summary className="min-h-touch cursor-pointer py-2 font-semibold">{t("tie.replace")}</summary>
          <div className="mt-3 space-y-4">
            <p>{t("tie.replaceHint")}</p>
            <AnnounceDraw {...draws} candidates={candidates} />
          </div>
        </details>
      )}
      <details className="max-w-text">
        <summary className="min-h-touch cursor-pointer py-2 font-semibold">{t("tie.byHand")}</summary>
        <div className="mt-3 space-y-4">
          <p>{t("tie.byHandMeans")}</p>
          <DecidedElsewhere method="lot" {...deciding} />
        </div>
      </details>
    </>
  );
}

function nameOf({ candidates }: CertificateView, contest: number, position: number): string {
  return candidates.find((one) => one.contest === contest && one.position === position)?.name ?? "";
}

function DecidedElsewhere({ contest, people, isBusy, method }: DecidingProps & { readonly method: "lot" | "runoff" }) {
  const { t } = useTranslation("certificates");
  const [order, setOrder] = useState(people.map(({ position }) => position));
  const candidates = people.map(({ position }) => position);
  const idOf = (field: string) => idOfTieField({ contest, candidates }, field);
  const isWhole = new Set(order).size === people.length;
  return (
    <ActForm
      intent="tie"
      about={{ contest, method, order: order.join(",") }}
      button={t("tie.propose")}
      isBusy={isBusy}
      isDisabled={!isWhole}
    >
      {method === "lot" ? null : (
        <TextField
          name="runoffElectionId"
          id={idOf("runoffElectionId")}
          label={t("tie.runoffElection")}
          description={t("tie.runoffHint")}
          required
        />
      )}
      {people.map((_, place) => (
        <Select
          key={place}
          name={`place-${place}`}
          id={idOf(`place-${place}`)}
          label={t("tie.place", { place: place + 1 })}
          value={String(order[place])}
          onChange={(event) => setOrder(order.map((known, at) => (at === place ? Number(event.target.value) : known)))}
          options={people.map(({ position, name }) => ({ value: String(position), label: name }))}
        />
      ))}
      {isWhole ? null : <p className="text-danger">{t("tie.twice")}</p>}
      <DateField name="decidedOn" id={idOf("decidedOn")} label={t("tie.decidedOn")} required />
      <TextArea
        name="account"
        id={idOf("account")}
        label={t("tie.account")}
        description={t("tie.accountHint")}
        required
      />
    </ActForm>
  );
}
