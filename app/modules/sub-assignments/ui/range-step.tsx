// Choosing the range: by its size (the best place is proposed), on the map, or written by hand.
import { Form, useSearchParams } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatPrefix, parsePrefix, prefixHolds } from "#app/lib/ip-addresses/index.ts";
import type { Refusal } from "#app/lib/result/index.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { useRefusalSentence } from "#app/ui/use-refusal-sentence.ts";
import { linkToSubAssign } from "../links.ts";
import type { MapCell } from "./range-map.tsx";
import { RangeMap } from "./range-map.tsx";

export interface ShownRange {
  readonly prefix: string;
  readonly addresses: string;
  readonly mustBeRegistered: boolean;
  readonly needsReverse: boolean;
  readonly reverseDnsAt: string;
}

export interface RangeStepProps {
  readonly block: { readonly prefix: string; readonly isForOwnUse: boolean };
  readonly choice: {
    readonly lengths: readonly number[];
    readonly length: number | null;
    readonly proposed: ShownRange | null;
    readonly pickRefusal: Refusal | null;
    readonly cells: readonly MapCell[];
    readonly free: readonly string[];
  };
  readonly typed: string;
  readonly refusal: Refusal | null;
}

export function RangeStep({ block, choice, typed, refusal }: RangeStepProps) {
  const { t } = useTranslation("sub-assignments");
  const [words] = useSearchParams();
  const sentenceOf = useRefusalSentence("sub-assignments");
  if (block.isForOwnUse) return <EmptyState title={t("ownUse.title")}>{t("ownUse.text")}</EmptyState>;
  const { length, proposed, pickRefusal, cells, free } = choice;
  if (length === null) return <EmptyState title={t("full.title")}>{t("full.text")}</EmptyState>;
  const kept = words.get("handle") ?? "";
  const problem = refusal === null ? undefined : (sentenceOf(refusal) ?? refusal.code);
  const addressOf = (more: Record<string, string>) =>
    linkToSubAssign(
      block.prefix,
      new URLSearchParams({ ...(kept === "" ? {} : { handle: kept }), ...more }).toString(),
    );
  return (
    <div className="space-y-8">
      <RangeProblem problem={problem} />
      <SizeForm choice={choice} />
      {pickRefusal === null ? null : (
        <div role="alert">
          <Panel tone="warning">{sentenceOf(pickRefusal) ?? pickRefusal.code}</Panel>
        </div>
      )}
      {proposed === null ? null : (
        <Proposed
          range={proposed}
          isPicked={words.has("pick") && pickRefusal === null}
          to={addressOf({ range: proposed.prefix })}
        />
      )}
      <Section title={t("map.title")} lead={t("map.lead", { length })}>
        <RangeMap
          cells={cells}
          isChosen={(cell) => proposed !== null && holds(proposed.prefix, cell)}
          addressOf={(range) => addressOf({ length: lengthIn(range), pick: range })}
        />
        <details className="mt-4">
          <summary className="min-h-touch cursor-pointer py-2 text-accent">{t("map.inWords")}</summary>
          <ul className="list-disc ps-6">
            {free.map((each) => (
              <li key={each}>
                <TextLink to={addressOf({ length: String(length), pick: atLength(each, length) })}>{each}</TextLink>
              </li>
            ))}
          </ul>
        </details>
      </Section>
      <Section title={t("byHand.title")}>
        <Form method="get" className="space-y-4">
          <TextField
            name="range"
            label={t("byHand.label")}
            description={t("byHand.hint")}
            defaultValue={typed}
            problem={problem}
            required
            maxLength={60}
            spellCheck={false}
            autoComplete="off"
          />
          <Button type="submit">{t("byHand.go")}</Button>
        </Form>
      </Section>
    </div>
  );
}

function SizeForm({ choice }: { readonly choice: RangeStepProps["choice"] }) {
  const { t } = useTranslation("sub-assignments");
  const { number } = useFormats();
  const isIpv4 = choice.cells[0]?.prefix.includes(".") === true;
  const labelOf = (length: number) =>
    isIpv4
      ? t("size.ipv4", { length, count: 2 ** (32 - length), number: number(2 ** (32 - length)) })
      : t("size.ipv6", { length });
  return (
    <Form method="get" className="space-y-4">
      <Select
        name="length"
        key={choice.length}
        label={t("size.label")}
        description={t("size.hint")}
        defaultValue={String(choice.length)}
        options={choice.lengths.map((each) => ({ value: String(each), label: labelOf(each) }))}
      />
      <Button type="submit">{t("size.go")}</Button>
    </Form>
  );
}

function Proposed({
  range,
  isPicked,
  to,
}: {
  readonly range: ShownRange;
  readonly isPicked: boolean;
  readonly to: string;
}) {
  const { t } = useTranslation("sub-assignments");
  return (
    <div role="status">
      <Panel tone="info" title={t(isPicked ? "proposed.picked" : "proposed.title", { range: range.prefix })}>
        <div className="space-y-3">
          {range.mustBeRegistered ? null : <p>{t("proposed.optional")}</p>}
          {range.needsReverse ? <NeedsReverse range={range} /> : null}
          <LinkButton to={to} variant="primary">
            {t("proposed.go")}
          </LinkButton>
        </div>
      </Panel>
    </div>
  );
}

/** Why above: the field stands under the map, out of sight on a telephone. */
function RangeProblem({ problem }: { readonly problem: string | undefined }) {
  const problems = useMemo(() => (problem === undefined ? [] : [{ field: "range", sentence: problem }]), [problem]);
  return <FormProblems problems={problems} />;
}

/** Why it leads there: without the delegation the last step refuses. */
export function NeedsReverse({ range }: { readonly range: ShownRange }) {
  const { t } = useTranslation("sub-assignments");
  return (
    <p>
      {t("proposed.needsReverse")}{" "}
      <TextLink to={range.reverseDnsAt} className="inline-block py-0.5">
        {t("proposed.reverseDns")}
      </TextLink>
    </p>
  );
}

function holds(outer: string, inner: string): boolean {
  const [one, other] = [parsePrefix(outer), parsePrefix(inner)];
  return one !== undefined && other !== undefined && (prefixHolds(one, other) || prefixHolds(other, one));
}

function lengthIn(prefix: string): string {
  return prefix.split("/")[1] ?? "";
}

/** The beginning of a free range in the wished size; the whole where it is smaller. */
function atLength(text: string, length: number): string {
  const prefix = parsePrefix(text);
  if (prefix === undefined || prefix.length >= length) return text;
  return formatPrefix({ ...prefix, length });
}
