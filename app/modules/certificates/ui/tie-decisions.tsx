// How each tie was decided, and whether anybody can repeat it; and what was announced and has no value yet. For everybody.
import { useTranslation } from "react-i18next";
import type { DrawDocument, TieDocument } from "#app/lib/audit-bundle/index.ts";
import { drawOfTie } from "#app/lib/audit-bundle/index.ts";
import { linkToResult } from "#app/modules/elections/index.ts";
import { Day } from "#app/ui/day.tsx";
import type { Definition } from "#app/ui/definition-list.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { CertificateView } from "../queries/certificate.server.ts";

export function TieDecisions({ certificate }: { readonly certificate: CertificateView }) {
  const { t } = useTranslation("certificates");
  const { ties, draws } = certificate.decisions;
  const waiting = draws.filter((draw) => !ties.some((tie) => tie.value !== null && drawOfTie(tie, draws) === draw));
  if (ties.length + waiting.length === 0) return null;
  return (
    <Section title={t("decided.title")}>
      <ul className="max-w-text space-y-6">
        {ties.map((tie) => (
          <Decided key={`${tie.contest} ${tie.order.join()}`} {...{ tie, certificate }} />
        ))}
        {waiting.map((draw) => (
          <Waiting key={`${draw.contest} ${draw.announcedAt} ${draw.source}`} {...{ draw, certificate }} />
        ))}
      </ul>
    </Section>
  );
}

function Decided({ tie, certificate }: { readonly tie: TieDocument; readonly certificate: CertificateView }) {
  const { t } = useTranslation("certificates");
  const { number } = useFormats();
  const draw = drawOfTie(tie, certificate.decisions.draws);
  const { value, runoff, decidedOn, account, enteredBy, approvedBy } = tie;
  const how = runoff !== null ? "runoff" : value === null ? "byHand" : "byValue";
  const entries: Definition[] = [
    { term: t("decided.order"), description: <InOrder names={namesOf(certificate, tie.contest, tie.order)} /> },
    ...(value === null || draw === undefined
      ? []
      : [...drawFacts(draw, { t, number }), mono(t("decided.value"), value)]),
    { term: t("decided.day"), description: <Day day={decidedOn} /> },
    { term: t("decided.account"), description: <span className="whitespace-pre-line">{account}</span> },
    { term: t("decided.people"), description: `${enteredBy}, ${approvedBy}` },
  ];
  return (
    <li className="space-y-2">
      <p className="font-semibold">{t(`decided.${how}`)}</p>
      {how === "byHand" && draw !== undefined ? <p>{t("decided.byHandDespite")}</p> : null}
      {runoff === null ? null : <TextLink to={linkToResult(runoff.electionId)}>{t("decided.runoffLink")}</TextLink>}
      <DefinitionList entries={entries} />
    </li>
  );
}

function InOrder({ names }: { readonly names: readonly string[] }) {
  return (
    <ol className="list-decimal ps-6">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ol>
  );
}

function Waiting({ draw, certificate }: { readonly draw: DrawDocument; readonly certificate: CertificateView }) {
  const { t } = useTranslation("certificates");
  const { number, list } = useFormats();
  const names = list(namesOf(certificate, draw.contest, draw.candidates));
  return (
    <li className="space-y-2">
      <p className="font-semibold">{t("decided.waiting")}</p>
      <p>{t("tie.between", { names })}</p>
      <DefinitionList entries={drawFacts(draw, { t, number })} />
    </li>
  );
}

function drawFacts(
  { source, form, availableAt, announcedAt, proposedBy, approvedBy }: DrawDocument,
  { t, number }: { readonly t: (key: string) => string; readonly number: (value: number) => string },
): Definition[] {
  return [
    { term: t("decided.source"), description: <span className="wrap-anywhere">{source}</span> },
    { term: t("decided.form"), description: `${number(form.length)} ${t(`tie.forms.${form.kind}`)}` },
    {
      term: t("decided.announcedAt"),
      description: (
        <>
          <Instant at={announcedAt} /> ({proposedBy}, {approvedBy})
        </>
      ),
    },
    { term: t("decided.available"), description: <Instant at={availableAt} /> },
  ];
}

function mono(term: string, value: string): Definition {
  return { term, description: <span className="font-mono wrap-anywhere">{value}</span> };
}

function namesOf({ candidates }: CertificateView, contest: number, positions: readonly number[]) {
  const nameOf = (place: number) =>
    candidates.find((one) => one.contest === contest && one.position === place)?.name ?? String(place);
  return positions.map(nameOf);
}
